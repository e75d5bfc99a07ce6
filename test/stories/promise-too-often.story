# A customer whose word is worth little: each broken promise brings one step more, too many are
# refused, and only a senior takes one more.
country china   policy standard-b2b   grade C

2026-03-02  invoice A 30000.00 CNY due 2026-03-31
2026-03-24  expect reminder-7d
2026-03-26  expect reminder-3wd
2026-04-01  expect first-letter; first-call
2026-04-01  promise 30000.00 CNY on 2026-05-02 for A refused as promise_too_far_ahead
2026-04-01  promise 30000.01 CNY on 2026-04-03 for A refused as promise_exceeds_open
2026-04-02  promise 30000.00 CNY on 2026-04-03 for A
2026-04-02  promise 0.01 CNY on 2026-04-03 for A refused as promise_exceeds_open
2026-04-03  promise for A changed to 30000.00 CNY on 2026-04-07
2026-04-10  expect nothing                                 because promise open
2026-04-11  expect promise broken; nothing                 because not a working day
2026-04-13  expect second-letter                           because one step harder
2026-04-13  expect reason-inquiry
2026-04-14  promise 30000.00 CNY on 2026-04-15 for A
2026-04-19  expect promise broken; nothing                 because frequency
2026-04-20  expect formal-letter                           because one step harder
2026-04-21  promise 30000.00 CNY on 2026-04-22 for A
2026-04-26  expect promise broken; nothing
2026-04-27  expect management-letter                       because one step harder
2026-04-27  expect second-call
2026-04-28  promise 30000.00 CNY on 2026-04-30 for A refused as promises_broken_too_often
2026-04-28  promise 30000.00 CNY on 2026-04-30 for A overruled
2026-05-01  receipt 30000.00 CNY on A
2026-05-01  expect promise kept; outstanding nothing; nothing; asleep
