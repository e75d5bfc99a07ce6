# What keeps a promise: money received from the day it was taken to the last day of its grace and
# applied to its invoice. A credit memo lowers what is to be paid and keeps no word.
country china   policy standard-b2b   grade C

2026-03-02  invoice A 10000.00 CNY due 2026-03-31
2026-03-24  expect reminder-7d of A
2026-03-26  expect reminder-3wd of A
2026-04-01  expect first-letter of A; first-call

# Half is promised: that half rests, the other half is chased on.
2026-04-02  promise 6000.00 CNY on 2026-04-10 for A
2026-04-07  expect reason-inquiry over 4000.00 CNY
2026-04-07  expect left out because promise open
2026-04-09  credit memo 1000.00 CNY on A                   # 9000.00 are left: still 6000.00 to come
2026-04-09  expect nothing
2026-04-13  receipt 6000.00 CNY on A                       # the last day of three days of grace
2026-04-13  expect promise kept; nothing; outstanding 3000.00 CNY
2026-04-15  expect second-letter over 3000.00 CNY

# Matched late, received in time: the bank's file of the last day comes three days after it.
2026-04-16  promise 3000.00 CNY on 2026-04-20 for A
2026-04-22  expect nothing                                 because promise open
2026-04-24  expect promise broken; second-call             because promise broken
2026-04-24  expect formal-letter of A                      because one step harder
2026-04-27  receipt 3000.00 CNY on A received 2026-04-23
2026-04-27  expect promise kept; outstanding nothing; nothing; asleep
