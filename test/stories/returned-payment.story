# A cheque settles everything within the promised time and is returned by the bank three weeks later.
# The customer is where it was: steps it had are not done again, the promise that the cheque kept is
# broken, and the ladder goes on with what follows the first letter.
country china   policy standard-b2b   grade C

2026-01-30  invoice F-1 100000.00 CNY due 2026-03-31
2026-03-24  expect reminder-7d of F-1; check-call
2026-03-26  expect reminder-3wd
2026-04-01  expect first-letter over 100000.00 CNY; first-call
2026-04-03  promise 100000.00 CNY on 2026-04-10 for F-1
2026-04-09  receipt 100000.00 CNY on F-1 "支票 0093"
2026-04-09  expect promise kept; nothing; outstanding nothing; asleep
2026-04-30  payment returned 100000.00 CNY on F-1 "支票退票"
2026-04-30  expect promise broken; outstanding 100000.00 CNY
2026-04-30  expect second-letter over 100000.00 CNY        because 30 days past due
2026-04-30  expect second-call                             because promise broken
2026-05-06  expect finance-head-call                       because 36 days past due

# Money that comes back before the promised day leaves the promise open: nothing is chased yet.
2026-05-07  expect formal-letter
2026-05-08  promise 100000.00 CNY on 2026-05-15 for F-1
2026-05-11  receipt 100000.00 CNY on F-1
2026-05-11  expect promise kept; outstanding nothing
2026-05-13  payment returned 100000.00 CNY on F-1 "银行退汇"
2026-05-13  expect nothing because promise open; outstanding 100000.00 CNY
