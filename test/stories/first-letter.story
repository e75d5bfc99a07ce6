# From the reminder to the second letter: a broken promise makes it go before its day; then money.
country china   policy standard-b2b   grade C

2026-01-30  invoice 25332000000109510719  100000.00 CNY due 2026-03-31
2026-03-24  expect reminder-7d of 25332000000109510719 because 7 days before due
2026-03-24  expect check-call                          because 5 working days before due
2026-03-26  expect reminder-3wd                        because 3 working days before due
2026-03-31  expect nothing; asleep until 2026-04-01    # due today is not due
2026-04-01  expect first-letter over 100000.00 CNY     because 1 day past due
2026-04-01  expect first-call
2026-04-03  promise 100000.00 CNY on 2026-04-10 for 25332000000109510719
2026-04-07  expect nothing                             because promise open
2026-04-10  expect nothing                             because promise open
2026-04-14  expect promise broken; reason-inquiry      because promise broken
2026-04-14  expect second-letter over 100000.00 CNY    because one step harder   # its day is the 15th
2026-04-15  receipt 60000.00 CNY on 25332000000109510719 "货款 109510719"
2026-04-15  expect outstanding 40000.00 CNY
2026-04-15  expect nothing                             # one step for one broken promise
2026-04-16  receipt 40000.00 CNY on 25332000000109510719
2026-04-16  expect outstanding nothing; nothing; asleep
