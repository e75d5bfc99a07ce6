# 404 days of one customer: a good payer with grace, two National Days, one Spring Festival,
# part payments, a credit memo, a dispute on part, a broken promise, a hold, and money that was
# here before it was used. Every step that goes is written down; anything else fails.
country china   policy standard-b2b   grade A   live 2025-09-01

# ── autumn 2025: an old debt of before the first day enters with the first letter ──
2025-09-01  invoice OLD-7   18000.00 CNY due 2025-06-30
2025-09-01  expect first-letter of OLD-7 over 18000.00 CNY because entry
2025-09-01  expect first-call                              because 63 days past due
2025-09-07  expect nothing                                 because not a working day
2025-09-08  invoice 25-101 120000.00 CNY due 2025-10-09
2025-09-08  expect reason-inquiry of OLD-7                 # the ladder counts from the letter
2025-09-15  receipt 18000.00 CNY on OLD-7
2025-09-15  expect asleep until 2025-09-25

# National Day is in between: three working days before 9 October is 28 September, a worked Sunday,
# and with that the reminder of the week before has had its turn.
2025-09-25  expect check-call   of 25-101                  because 5 working days before due
2025-09-28  expect reminder-3wd of 25-101                  because 3 working days before due
2025-10-02  expect nothing
2025-10-10  expect nothing                                 because grace
2025-10-14  expect nothing                                 because grace
2025-10-15  expect first-letter of 25-101 over 120000.00 CNY because grace
2025-10-15  expect first-call                              because 6 days past due
2025-10-20  receipt 120000.00 CNY on 25-101
2025-10-20  expect nothing; outstanding nothing; asleep

# ── winter: paid within grace, and a credit memo that lowers what is chased ──
2025-10-21  invoice 25-102 260000.00 CNY due 2025-11-28
2025-10-21  invoice 25-103  40000.00 CNY due 2025-12-05
2025-11-21  expect check-call   of 25-102                  because 5 working days before due
2025-11-21  expect reminder-7d  of 25-102                  because 7 days before due
2025-11-25  expect reminder-3wd of 25-102
2025-11-28  expect reminder-7d  of 25-103                  # each invoice has its own days
2025-12-02  expect reminder-3wd of 25-103; left out because grace
2025-12-03  receipt 260000.00 CNY on 25-102
2025-12-11  expect first-letter of 25-103 over 40000.00 CNY; first-call
2025-12-16  credit memo 4000.00 CNY on 25-103
2025-12-16  expect nothing; outstanding 36000.00 CNY
2025-12-17  expect reason-inquiry of 25-103 over 36000.00 CNY because 12 days past due
2025-12-18  receipt 36000.00 CNY on 25-103
2025-12-18  expect outstanding nothing; asleep

# ── Spring Festival 2026: due in front of it, grace ends inside it, the letter goes after it ──
2025-12-22  invoice 26-001 300000.00 CNY due 2026-02-10
2025-12-22  invoice 26-002  90000.00 CNY due 2026-02-25
2026-02-03  expect check-call   of 26-001                  because 5 working days before due
2026-02-03  expect reminder-7d  of 26-001                  because 7 days before due
2026-02-05  expect reminder-3wd of 26-001
2026-02-11  expect nothing                                 because grace
2026-02-13  expect reminder-3wd of 26-002                  because 3 working days before due
2026-02-16  expect nothing; asleep until 2026-02-22        # 除夕
2026-02-16  expect left out because not a working day
2026-02-24  expect first-letter of 26-001 over 300000.00 CNY because 14 days past due
2026-02-24  expect reason-inquiry of 26-001                # the first call was missed: one call, not two

# ── spring: a dispute on part, part payment, frequency ──
2026-02-25  dispute 30000.00 CNY on 26-002 "数量不符"
2026-03-02  receipt 100000.00 CNY on 26-001
2026-03-02  expect nothing                                 because frequency
2026-03-02  expect left out because grace; asleep until 2026-03-03
2026-03-03  expect second-letter of 26-001 26-002 over 260000.00 CNY because 21 days past due
2026-03-03  expect first-call    of 26-001 26-002          because 6 days past due
2026-03-03  expect left out because disputed

# A promise for the larger one: it rests, the undisputed part of the other is chased alone.
2026-03-04  promise 200000.00 CNY on 2026-03-20 for 26-001
2026-03-04  expect nothing                                 because promise open
2026-03-09  expect reason-inquiry of 26-002 over 60000.00 CNY
2026-03-10  expect nothing                                 because promise open
2026-03-17  expect second-letter of 26-002 over 60000.00 CNY because 20 days past due
2026-03-23  expect nothing                                 because promise open

# Broken: the grace of a good payer is over, and the ladder goes on where the days are.
2026-03-24  grade C
2026-03-24  expect promise broken
2026-03-24  expect formal-letter of 26-001 26-002 over 260000.00 CNY because promise broken
2026-03-24  expect weekly-call                             because 42 days past due
2026-03-27  expect visit of 26-001 26-002                  because 45 days past due
2026-03-28  expect nothing                                 because not a working day
2026-03-30  expect finance-head-call of 26-001 26-002      because 33 days past due
2026-04-01  expect formal-letter of 26-001 26-002          because 35 days past due
2026-04-03  expect management-call                         because 52 days past due
2026-04-04  expect nothing                                 because not a working day   # 清明
2026-04-07  expect weekly-call                             because 41 days past due
2026-04-08  receipt 50000.00 CNY unapplied                 # less than what is due: chased on
2026-04-10  unapplied 50000.00 CNY used on 26-001
2026-04-10  expect outstanding 240000.00 CNY
2026-04-11  expect nothing                                 because not a working day
2026-04-13  expect management-letter of 26-001 26-002 over 210000.00 CNY because 62 days past due
2026-04-13  expect visit                                   because 47 days past due
2026-04-20  expect management-call                         because 54 days past due
2026-04-26  expect nothing                                 because not a working day
2026-04-27  expect final-notice of 26-001 26-002 over 210000.00 CNY because 76 days past due
2026-04-28  dispute closed on 26-002
2026-04-28  credit memo 30000.00 CNY on 26-002
2026-04-28  expect outstanding 210000.00 CNY; nothing
2026-05-11  expect final-notice of 26-001 26-002           because 75 days past due
2026-05-12  expect legal-review                            because 91 days past due

# ── summer: a hold while both sides talk, then on ──
2026-05-20  hold until 2026-06-15
2026-05-27  expect nothing                                 because held
2026-06-10  expect nothing                                 because held; asleep until 2026-06-15
2026-06-15  expect hand-over of 26-001 26-002              because caught up
2026-06-20  invoice 26-003  15000.00 CNY due 2026-07-20
2026-06-25  expect hand-over                               because 120 days past due
2026-07-13  expect reminder-7d  of 26-003
2026-07-15  expect reminder-3wd of 26-003
2026-07-16  receipt 60000.00 CNY on 26-002
2026-07-21  expect first-letter of 26-001 26-003 over 165000.00 CNY because 1 day past due
2026-07-21  expect first-call
2026-07-27  expect reason-inquiry
2026-08-04  expect second-letter of 26-001 26-003          because 15 days past due
2026-08-11  expect second-call
2026-08-12  receipt 150000.00 CNY on 26-001
2026-08-20  receipt  15000.00 CNY on 26-003
2026-08-20  expect outstanding nothing; nothing; asleep

# ── National Day 2026: the money is here before the letter would go ──
2026-08-25  invoice 26-004   8000.00 CNY due 2026-10-08
2026-09-28  expect reminder-3wd of 26-004                  because 3 working days before due
2026-10-01  expect nothing
2026-10-08  receipt 8000.00 CNY unapplied
2026-10-09  expect nothing                                 because covered by unapplied
2026-10-10  unapplied 8000.00 CNY used on 26-004
2026-10-10  expect outstanding nothing; nothing; asleep
