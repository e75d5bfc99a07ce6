-- The collector's desk: who answers for a customer, groups of customers, tasks that pass between
-- departments, and what one person asks for and another decides. New columns are null and new
-- tables empty: nothing is rewritten, `customer` is locked for a moment.

-- Several companies worked as one.
create table customer_group (
  creditor_id uuid not null references creditor,
  id uuid not null,
  name text not null check (name <> ''),
  primary key (creditor_id, id),
  unique (creditor_id, name)
);

alter table customer
  add column owner_id uuid references app_user,   -- the collector who answers for it
  add column sales_id uuid references app_user,   -- the salesperson, where they sign in
  add column group_id uuid,
  add foreign key (creditor_id, group_id) references customer_group;
create index customer_owner on customer (creditor_id, owner_id) where owner_id is not null;
create index customer_sales on customer (creditor_id, sales_id) where sales_id is not null;
create index customer_group_members on customer (creditor_id, group_id) where group_id is not null;

-- Something a person or a department has to do by a day. An escalation is one of them.
create table desk_task (
  creditor_id uuid not null references creditor,
  id uuid not null,
  customer_id uuid,                   -- null: of the house
  kind text not null check (kind in
    ('task', 'escalation', 'dispute', 'complaint', 'carry_out', 'visit', 'agreement', 'meeting')),
  subject_id uuid,                    -- the dispute, complaint, agreement, approval … it is about
  title text,                         -- as a person wrote it; null: the kind and reasons say it
  note text,
  because jsonb not null,             -- reasons with their facts, as everywhere
  level text,                         -- of an escalation: the rung it went to
  assignee_id uuid references app_user,
  role text,                          -- whoever has this role; the department
  due_on date not null,
  opened_on date not null,
  opened_at timestamptz not null,
  opened_by text not null,
  state text not null check (state in ('open', 'done', 'cancelled')),
  closed_on date,
  closed_at timestamptz,
  closed_by text,
  outcome text,
  version integer not null default 1,
  primary key (creditor_id, id),
  foreign key (creditor_id, customer_id) references customer,
  check (assignee_id is not null or role is not null),
  check (title is not null or kind <> 'task'),
  check ((state = 'open') = (closed_at is null))
);
create index desk_task_open on desk_task (creditor_id, assignee_id, due_on) where state = 'open';
create index desk_task_role on desk_task (creditor_id, role, due_on) where state = 'open';
create index desk_task_customer on desk_task (creditor_id, customer_id);
create index desk_task_subject on desk_task (creditor_id, subject_id) where subject_id is not null;

-- What one person asks for and another decides (four eyes).
create table approval (
  creditor_id uuid not null references creditor,
  id uuid not null,
  customer_id uuid,
  kind text not null check (kind in
    ('repayment_plan', 'extension', 'discount', 'write_off', 'credit_limit', 'delivery_stop',
     'third_party', 'sale', 'blacklist', 'outside_hours', 'refund')),
  subject_id uuid,                    -- the agreement, refund … that waits for it
  amount bigint check (amount >= 0),
  currency char(3),
  days integer check (days >= 0),     -- how long: of a plan or an extension
  facts jsonb not null,               -- what the decider must see, by kind
  reason text not null check (reason <> ''),
  roles text[] not null,              -- who may decide, as the policy said when it was asked
  because jsonb not null,             -- why these roles
  requested_on date not null,
  requested_at timestamptz not null,
  requested_by text not null,
  requested_by_id uuid references app_user,
  state text not null check (state in ('requested', 'approved', 'refused', 'withdrawn')),
  decided_on date,
  decided_at timestamptz,
  decided_by text,
  decided_by_id uuid references app_user,
  decision_reason text,
  primary key (creditor_id, id),
  foreign key (creditor_id, customer_id) references customer,
  check ((amount is null) = (currency is null)),
  check ((state = 'requested') = (decided_at is null)),
  check (state not in ('approved', 'refused') or decided_by is distinct from requested_by)
);
create index approval_waiting on approval (creditor_id, requested_at) where state = 'requested';
create index approval_customer on approval (creditor_id, customer_id);
create index approval_subject on approval (creditor_id, subject_id) where subject_id is not null;
