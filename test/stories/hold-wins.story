# A hold always wins: over letters that are due, over a broken promise, for one invoice or for all
# companies of a group; what it keeps back is named.
country china   policy standard-b2b   grade C

2026-03-02  invoice A 20000.00 CNY due 2026-03-31
2026-03-02  invoice B 10000.00 CNY due 2026-03-31
2026-03-24  expect reminder-7d
2026-03-26  expect reminder-3wd
2026-04-01  hold on A until 2026-04-20 "客户清算组正在核对"
2026-04-01  expect first-letter of B over 10000.00 CNY; first-call; left out because held

# A promise for what is held breaks, and nothing goes for it before the hold ends.
2026-04-02  promise 20000.00 CNY on 2026-04-03 for A
2026-04-07  expect promise broken; reason-inquiry of B over 10000.00 CNY; left out because held
2026-04-15  expect second-letter of B
2026-04-20  expect reason-inquiry of A B                   because caught up
2026-04-22  expect first-letter of A B over 30000.00 CNY; second-call
2026-04-23  hold on group until 2026-05-20 "集团重组谈判"
2026-05-01  expect nothing                                 because held
2026-05-06  expect nothing                                 because held
2026-05-08  hold lifted
2026-05-08  expect formal-letter of A B; weekly-call
