-- The case of a late customer: opens by itself when something becomes overdue, closes when nothing
-- is. New tables, and partial indexes that few rows enter: nothing is rewritten.

create table collection_case (
  creditor_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  opened_on date not null,
  closed_on date,
  stage text not null check (stage in ('early', 'middle', 'late', 'legal')),
  -- why the customer is late, as the last contact that found a reason, or a person, said
  reason text check (reason in ('oversight', 'cash', 'procedure', 'dispute', 'malice')),
  reason_wilful boolean,              -- as a person said; null: the reason tells
  reason_note text,
  reason_on date,
  reason_at timestamptz,
  reason_by text,
  debtor_level text not null default 'clerk'
    check (debtor_level in ('clerk', 'finance_head', 'legal_rep')),
  -- what is overdue: {"CNY": "12300"}, minor units as text; as of kept_on
  overdue jsonb not null,
  oldest_due_on date,
  overdue_items integer not null,
  -- the rule points that order the worklist, and their parts with the facts
  points integer not null check (points >= 0),
  parts jsonb not null,
  -- the earliest thing to be done; a snoozed case has the day on which it wakes
  next_kind text,
  next_on date,
  next_at time,
  next_why jsonb,
  -- all there is to do: kinds, and beside each the day from which on
  work_kinds text[] not null,
  work_days date[] not null,
  call_back_on date,
  call_back_at time,                  -- null: at any hour of its day
  call_back_note text,
  call_back_set_at timestamptz,
  call_back_by text,
  snoozed_until date,                 -- the first day on which it is on the list again
  snooze_reason text,
  snoozed_on date,
  snooze_id uuid,                     -- made then: what has a later id came after it
  snoozed_by text,
  kept_on date not null,              -- the day as of which all this was judged
  review_on date,                     -- judged anew on this day although nothing changed
  version integer not null default 1,
  primary key (creditor_id, id),
  foreign key (creditor_id, customer_id) references customer,
  check (closed_on is null or closed_on >= opened_on),
  check (cardinality(work_kinds) = cardinality(work_days)),
  check ((next_kind is null) = (next_on is null)),
  check ((snoozed_until is null) = (snooze_reason is null)),
  check ((snoozed_until is null) = (snooze_id is null)),
  check ((call_back_on is null) = (call_back_set_at is null)),
  check ((reason is null) = (reason_on is null))
);
create unique index collection_case_open on collection_case (creditor_id, customer_id)
  where closed_on is null;
create index collection_case_customer on collection_case (creditor_id, customer_id, opened_on);
-- Open cases alone have a next day and one on which they are judged anew. Said in this way, because
-- a table that was never analyzed would be searched for a customer by any index on what is open.
create index collection_case_points on collection_case (creditor_id, points desc, customer_id)
  where next_on is not null;
create index collection_case_review on collection_case (creditor_id, review_on)
  where review_on is not null;

-- What was done about a case, by whom and why; that it opened and closed stands in the case.
create table case_event (
  creditor_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in
    ('stage', 'reason', 'snoozed', 'woken', 'call_back', 'call_back_cancelled')),
  day date not null,
  at timestamptz not null,
  by text not null,
  facts jsonb not null,
  primary key (creditor_id, id),
  foreign key (creditor_id, customer_id) references customer,
  foreign key (creditor_id, case_id) references collection_case
);
create index case_event_customer on case_event (creditor_id, customer_id, at);

create index collection_case_hour on collection_case (creditor_id, next_on, next_at)
  where next_at is not null;
create index collection_case_snoozed on collection_case (creditor_id, snoozed_until)
  where snoozed_until is not null;

-- What people did: the lines that the policy releases by itself are not among it.
create index plan_step_done on plan_step (creditor_id, changed_at)
  where state in ('done', 'dropped')
    or state = 'released' and track <> 'task' and released_by = 'person';
-- Lines of customers who are not late yet: the worklist shows them without a case.
create index plan_step_before_due on plan_step (creditor_id, customer_id, track, day, state)
  where state in ('planned', 'released') and stage = 'pre_due';
create index contact_log_at on contact_log (creditor_id, at);
create index contact_log_follow_up on contact_log (creditor_id, follow_up_on)
  where follow_up_on is not null;
