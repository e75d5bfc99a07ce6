-- Escalations that happen once per cause and rung, permits for contact outside the hours, and the
-- collection meeting: what it saw and what it decided. `desk_task` and `approval` are changed while
-- they are new: nothing is rewritten.

-- What an escalation is about, as text that is the same each time: `promise_broken:<id>`,
-- `task_late:<id>` … Null: opened by hand.
alter table desk_task add column cause text;
-- Null: the house, the worker, the console.
alter table desk_task add column opened_by_id uuid references app_user;
create unique index desk_task_cause on desk_task (creditor_id, cause, level)
  where cause is not null;
create index desk_task_due on desk_task (creditor_id, due_on) where state = 'open';

-- Who was late enough for the next stage, by day: what is escalated when nobody was spoken to.
create index case_event_stage on case_event (creditor_id, day) where kind = 'stage';

-- Two people may have one name: who has an account is known by it.
alter table approval drop constraint approval_check2;
alter table approval add constraint approval_four_eyes check (
  state not in ('approved', 'refused')
  or case when requested_by_id is null or decided_by_id is null
       then decided_by is distinct from requested_by
       else decided_by_id <> requested_by_id end);
create index approval_latest on approval (creditor_id, requested_at desc, id desc);

-- An approved exception: on this day this person may be contacted between two hours of the
-- creditor's clock.
create table contact_permit (
  creditor_id uuid not null references creditor,
  approval_id uuid not null,
  customer_id uuid not null,
  contact_id uuid not null,
  day date not null,
  from_time time not null,
  until_time time not null,
  primary key (creditor_id, approval_id),
  foreign key (creditor_id, approval_id) references approval,
  foreign key (creditor_id, customer_id) references customer,
  foreign key (creditor_id, contact_id) references contact,
  check (from_time < until_time)
);
create index contact_permit_contact on contact_permit (creditor_id, contact_id, day);

-- Each time letters and calls began to go to somebody higher at the debtor, and why.
create table debtor_escalation (
  creditor_id uuid not null references creditor,
  id uuid not null,
  customer_id uuid not null,
  from_level text not null,
  to_level text not null,
  raised_on date not null,
  raised_at timestamptz not null,
  because jsonb not null,
  primary key (creditor_id, id),
  foreign key (creditor_id, customer_id) references customer
);
create index debtor_escalation_customer on debtor_escalation (creditor_id, customer_id);

-- A meeting that was held; its decisions are tasks of the kind `meeting` with it as their subject.
create table meeting (
  creditor_id uuid not null references creditor,
  id uuid not null,
  held_on date not null,
  since date,                         -- the meeting before it; null: the first one
  attendees text[] not null,
  note text,
  next_on date,
  pack jsonb not null,                -- what it saw, frozen
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (creditor_id, id),
  unique (creditor_id, held_on),
  check (cardinality(attendees) > 0),
  check (next_on > held_on)
);
