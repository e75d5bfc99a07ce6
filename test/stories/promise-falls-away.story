# Promises that are neither kept nor broken: credits leave nothing to pay, a plan takes their place,
# the customer takes them back.
country china   policy standard-b2b   grade C

2026-03-02  invoice A 8000.00 CNY due 2026-03-31
2026-03-02  invoice B 5000.00 CNY due 2026-03-31
2026-03-24  expect reminder-7d
2026-03-26  expect reminder-3wd
2026-04-01  expect first-letter of A B over 13000.00 CNY; first-call
2026-04-02  promise 8000.00 CNY on 2026-04-10 for A
2026-04-03  write-off 8000.00 CNY on A
2026-04-03  expect promise withdrawn; outstanding 5000.00 CNY; nothing

# Part of it goes into a plan before its day: the plan asks for that part, the promise for the rest.
2026-04-07  promise 5000.00 CNY on 2026-04-14 for B
2026-04-07  expect nothing                                 because promise open
2026-04-08  plan 4000.00 CNY of B
2026-04-08  expect left out                                because planned
2026-04-14  receipt 1000.00 CNY on B
2026-04-18  expect promise kept; nothing                   because planned
2026-05-04  plan ended
2026-05-04  expect nothing                                 because not a working day
2026-05-06  expect second-letter of B over 4000.00 CNY; finance-head-call

# Taken back in words: no broken promise, and the ladder goes on where the days are.
2026-05-07  promise 4000.00 CNY on 2026-05-20 for B
2026-05-08  expect nothing                                 because promise open
2026-05-11  promise for B withdrawn
2026-05-11  expect weekly-call of B over 4000.00 CNY
2026-05-13  expect formal-letter of B
