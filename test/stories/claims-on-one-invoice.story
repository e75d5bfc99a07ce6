# One invoice, four claims: a part disputed, a part in a plan, a part promised, the rest chased.
# Each cent is asked for once, and what ends is chased again.
country china   policy standard-b2b   grade C

2026-03-02  invoice A 10000.00 CNY due 2026-03-31
2026-03-24  expect reminder-7d
2026-03-26  expect reminder-3wd
2026-03-30  dispute 2000.00 CNY on A
2026-03-30  plan 3000.00 CNY of A
2026-03-30  promise 5000.01 CNY on 2026-04-10 for A refused as promise_exceeds_open
2026-03-30  promise 4000.00 CNY on 2026-04-20 for A
2026-04-01  expect first-letter of A over 1000.00 CNY; first-call
2026-04-01  expect left out because disputed
2026-04-01  expect left out because planned
2026-04-01  expect left out because promise open
2026-04-03  receipt 1000.00 CNY on A                       # received after the promise: counts for it
2026-04-03  expect nothing; outstanding 9000.00 CNY
2026-04-07  expect reason-inquiry over 1000.00 CNY
2026-04-08  dispute closed on A
2026-04-08  expect nothing
2026-04-15  expect second-letter over 3000.00 CNY
2026-04-20  plan ended
2026-04-22  expect second-call over 6000.00 CNY
2026-04-23  receipt 3000.00 CNY on A
2026-04-23  expect promise kept; outstanding 6000.00 CNY; nothing
