-- The book, the day's plan and the outbox. Nothing exists before this file, so it locks nothing
-- and takes no time on a million invoices.
-- Amounts are whole minor units with their currency. Every table of a creditor has creditor_id as
-- first column of its keys, so that rows can be fenced and distributed by creditor later.

create table creditor (
  id uuid primary key,
  code text not null unique check (code ~ '^[A-Za-z0-9_-]{1,40}$'),
  name text not null,
  name_en text,
  uscc text,
  address text,
  phone text,
  email text,
  bank_name text,
  bank_account text,
  country char(2) not null default 'CN',
  time_zone text not null default 'Asia/Shanghai',
  home_currency char(3) not null default 'CNY',
  test_mode boolean not null default true,
  demo boolean not null default false,
  live_on date,                       -- the first day this creditor's plan was made
  entry text not null default 'first_letter', -- how items overdue on live_on enter the ladder
  policy_version integer not null default 0,
  letter_count bigint not null default 0,
  created_at timestamptz not null
);

create table party (
  id uuid primary key,
  uscc text not null unique,
  name text not null,
  country char(2) not null default 'CN'
);

create table calendar_year (
  country char(2) not null,
  year integer not null,
  source text not null,
  verified_on date not null,
  primary key (country, year)
);

create table calendar_day (
  country char(2) not null,
  day date not null,
  kind text not null check (kind in ('off', 'work')),
  primary key (country, day)
);

create table customer (
  creditor_id uuid not null references creditor,
  id uuid not null,
  number text not null,
  name text not null,
  name_en text,
  party_id uuid references party,
  uscc text,
  address text,
  language text not null default 'zh' check (language in ('zh', 'en')),
  grade text check (grade in ('A', 'B', 'C', 'D', 'E')),
  segment text,
  salesperson text,
  note text,
  version integer not null default 1,
  -- the next day on which something of this customer may be due; -infinity: something changed
  wake_on date,
  created_at timestamptz not null,
  primary key (creditor_id, id),
  unique (creditor_id, number)
);
create index customer_wake on customer (creditor_id, wake_on, id) where wake_on is not null;

create table contact (
  creditor_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  name text not null,
  role text not null check (role in
    ('clerk', 'finance_head', 'procurement', 'management', 'legal_rep', 'mailroom')),
  email text,
  phone text,
  language text check (language in ('zh', 'en')),
  source text,                        -- where we have this person from (PIPL 17)
  opted_out boolean not null default false,
  primary key (creditor_id, id),
  foreign key (creditor_id, customer_id) references customer
);
create index contact_customer on contact (creditor_id, customer_id);
create unique index contact_once on contact (creditor_id, customer_id, name, role);

create table document (
  creditor_id uuid not null references creditor,
  sha256 bytea not null check (length(sha256) = 32),
  bytes bytea not null check (length(bytes) <= 20 * 1024 * 1024),
  media_type text not null,
  file_name text not null,
  kind text not null,
  source text not null,
  retain_until date,
  created_at timestamptz not null,
  primary key (creditor_id, sha256)
);

create table contract (
  creditor_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  number text not null,
  signed_on date,
  terms_text text,
  terms_days integer check (terms_days between 0 and 3650),
  late_clause text,
  late_rate_ppb bigint check (late_rate_ppb >= 0),
  late_rate_per text check (late_rate_per in ('day', 'year')),
  appropriation text not null default 'statutory'
    check (appropriation in ('statutory', 'principal_first', 'agreed')),
  appropriation_text text,
  debt_structure text not null default 'single'
    check (debt_structure in ('single', 'same_debt_instalments', 'independent_periodic')),
  creditor_size text check (creditor_size in ('large', 'medium', 'small', 'micro')),
  debtor_size text check (debtor_size in
    ('government', 'institution', 'large', 'medium', 'small', 'micro', 'individual')),
  guarantee text,
  service_address text,
  version integer not null default 1,
  primary key (creditor_id, id),
  unique (creditor_id, number),
  foreign key (creditor_id, customer_id) references customer,
  check ((late_rate_ppb is null) = (late_rate_per is null))
);

-- The open items' book. An invoice or debit memo is positive, a receipt or credit memo negative.
create table item (
  creditor_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('invoice', 'debit_memo', 'credit_memo', 'receipt')),
  number text not null,
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  amount bigint not null,
  open_amount bigint not null,
  issued_on date not null,
  due_on date,
  contract_id uuid,
  reference text,
  import_id uuid,
  primary key (creditor_id, id),
  unique (creditor_id, kind, number),
  foreign key (creditor_id, customer_id) references customer,
  foreign key (creditor_id, contract_id) references contract,
  check ((kind in ('invoice', 'debit_memo')) = (amount > 0)),
  check ((kind in ('invoice', 'debit_memo')) = (due_on is not null))
);
create index item_customer on item (creditor_id, customer_id);
create index item_open on item (creditor_id, customer_id) where open_amount <> 0;

create table receipt (
  creditor_id uuid not null,
  item_id uuid not null,
  payer_name text,
  payer_account text,
  method text not null default 'bank',
  remark text,
  primary key (creditor_id, item_id),
  foreign key (creditor_id, item_id) references item
);

create table contract_document (
  creditor_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  item_id uuid,
  kind text not null check (kind in ('contract', 'order', 'delivery', 'acceptance', 'other')),
  number text not null,
  dated_on date,
  sha256 bytea,
  primary key (creditor_id, id),
  unique (creditor_id, contract_id, kind, number),
  foreign key (creditor_id, contract_id) references contract,
  foreign key (creditor_id, item_id) references item,
  foreign key (creditor_id, sha256) references document
);

-- What happened to the book. An entry's postings sum to nothing in each currency.
create table entry (
  creditor_id uuid not null references creditor,
  id uuid not null,
  kind text not null check (kind in
    ('document', 'allocation', 'unapply', 'snapshot', 'write_off', 'reversal')),
  effective_on date not null,
  booked_on date not null,
  because jsonb not null,
  import_id uuid,
  primary key (creditor_id, id)
);

create table posting (
  creditor_id uuid not null,
  entry_id uuid not null,
  line smallint not null,
  account text not null check (account in
    ('receivable', 'sales', 'cash', 'settled_in_erp', 'difference', 'write_off')),
  item_id uuid,
  amount bigint not null check (amount <> 0),
  currency char(3) not null,
  effective_on date not null,
  booked_on date not null,
  primary key (creditor_id, entry_id, line),
  foreign key (creditor_id, entry_id) references entry,
  foreign key (creditor_id, item_id) references item,
  check ((account = 'receivable') = (item_id is not null))
);
create index posting_item on posting (creditor_id, item_id, effective_on) where item_id is not null;

-- Postings of an entry and the items' open amounts are written by one statement; both checks run
-- at its end over what it touched, so that their cost is one set-based look and not one per row.
create function check_entry_balances() returns trigger language plpgsql as $$
declare broken uuid;
begin
  select p.entry_id into broken
  from (select distinct creditor_id, entry_id from new_posting) n
  join posting p using (creditor_id, entry_id)
  group by p.creditor_id, p.entry_id, p.currency
  having sum(p.amount) <> 0
  limit 1;
  if found then
    raise exception 'entry % does not balance', broken using errcode = 'check_violation';
  end if;
  select i.id into broken
  from (select distinct creditor_id, item_id from new_posting where item_id is not null) n
  join item i on i.creditor_id = n.creditor_id and i.id = n.item_id
  join lateral (
    select sum(p.amount) as posted, bool_and(p.currency = i.currency) as same_currency
    from posting p where p.creditor_id = i.creditor_id and p.item_id = i.id
  ) s on true
  where s.posted <> i.open_amount or not s.same_currency
  limit 1;
  if found then
    raise exception 'the open amount of item % is not the sum of its postings', broken
      using errcode = 'check_violation';
  end if;
  return null;
end $$;

create trigger posting_balances after insert on posting
  referencing new table as new_posting
  for each statement execute function check_entry_balances();

create function check_open_amount() returns trigger language plpgsql as $$
declare broken uuid;
begin
  select n.id into broken
  from new_item n
  left join lateral (
    select sum(p.amount) as posted from posting p
    where p.creditor_id = n.creditor_id and p.item_id = n.id
  ) s on true
  where coalesce(s.posted, 0) <> n.open_amount
  limit 1;
  if found then
    raise exception 'the open amount of item % is not the sum of its postings', broken
      using errcode = 'check_violation';
  end if;
  return null;
end $$;

create trigger item_inserted after insert on item
  referencing new table as new_item
  for each statement execute function check_open_amount();
create trigger item_updated after update on item
  referencing new table as new_item
  for each statement execute function check_open_amount();

create table hold (
  creditor_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  item_id uuid,                       -- null: everything of the customer
  kind text not null check (kind in ('courtesy', 'legal', 'insolvency', 'internal', 'other')),
  reason text not null,
  from_on date not null,
  until_on date,                      -- the first day without it
  primary key (creditor_id, id),
  foreign key (creditor_id, customer_id) references customer,
  foreign key (creditor_id, item_id) references item,
  check (until_on is null or until_on >= from_on)
);
create index hold_customer on hold (creditor_id, customer_id);

create table dispute (
  creditor_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  item_id uuid not null,
  amount bigint not null check (amount > 0),
  currency char(3) not null,
  reason text not null check (reason in
    ('not_received', 'amount', 'quality', 'quantity', 'delivery', 'price', 'other')),
  note text,
  opened_on date not null,
  closed_on date,
  outcome text check (outcome in ('upheld', 'withdrawn', 'credited')),
  primary key (creditor_id, id),
  foreign key (creditor_id, customer_id) references customer,
  foreign key (creditor_id, item_id) references item,
  check ((closed_on is null) = (outcome is null))
);
create index dispute_customer on dispute (creditor_id, customer_id);

create table promise (
  creditor_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  currency char(3) not null,
  amount bigint not null check (amount > 0),
  pay_on date not null,
  judge_on date not null,             -- the first day after its grace
  taken_on date not null,
  taken_from text,
  state text not null check (state in ('open', 'kept', 'partially_kept', 'broken', 'withdrawn')),
  judged_on date,
  primary key (creditor_id, id),
  foreign key (creditor_id, customer_id) references customer,
  check ((state = 'open') = (judged_on is null))
);
create index promise_customer on promise (creditor_id, customer_id);

create table promise_item (
  creditor_id uuid not null,
  promise_id uuid not null,
  item_id uuid not null,
  amount bigint not null check (amount > 0),
  open_when_taken bigint not null check (open_when_taken > 0),
  primary key (creditor_id, promise_id, item_id),
  foreign key (creditor_id, promise_id) references promise,
  foreign key (creditor_id, item_id) references item
);

create table policy_version (
  creditor_id uuid not null references creditor,
  version integer not null,
  text text not null,                 -- as a person wrote it
  body jsonb not null,                -- the same, read
  published_on date not null,
  published_by text not null,
  primary key (creditor_id, version)
);

create table day_run (
  creditor_id uuid not null references creditor,
  day date not null,
  policy_version integer not null,
  state text not null check (state in ('running', 'closed')),
  first_day boolean not null,
  looked_at integer not null default 0,
  started_at timestamptz not null,
  closed_at timestamptz,
  primary key (creditor_id, day)
);

create table plan_step (
  creditor_id uuid not null,
  id uuid not null,
  day date not null,
  customer_id uuid not null,
  track text not null check (track in ('reminder', 'demand', 'task')),
  stage text not null,
  step text not null,
  channel text not null,
  template text,
  tone text,
  recipient text,
  released_by text not null check (released_by in ('itself', 'person')),
  state text not null check (state in
    ('planned', 'released', 'done', 'dropped', 'superseded')),
  items json not null,                -- packed, see plan_items()
  totals jsonb not null,
  because jsonb not null,
  drop_reason text,
  changed_at timestamptz not null,
  changed_by text,
  primary key (creditor_id, id),
  foreign key (creditor_id, customer_id) references customer
);
-- Most of what a day writes is these lists: packed they stay small enough to stand in their row,
-- as json they are taken as they come, and compressing them would cost more than the whole plan.
alter table plan_step alter column items set storage external;

-- A packed list of items, [id, number, currency, due on, days, open, chased, mark step] each, as
-- the objects that the program reads.
create function plan_items(packed json) returns jsonb language sql immutable parallel safe as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', line -> 0, 'number', line -> 1, 'currency', line -> 2, 'dueOn', line -> 3,
    'days', line -> 4, 'open', line -> 5, 'chased', line -> 6, 'markStep', line -> 7)
    order by place), '[]')
  from json_array_elements(packed) with ordinality as listed (line, place)
$$;

create index plan_step_day on plan_step (creditor_id, day, state);
create index plan_step_open on plan_step (creditor_id, customer_id)
  where state in ('planned', 'released');

create table plan_skip (
  creditor_id uuid not null,
  id uuid not null,
  day date not null,
  customer_id uuid not null,
  step text,
  reason text not null,
  items json not null,                -- packed, see plan_items()
  because jsonb not null,
  primary key (creditor_id, id),
  foreign key (creditor_id, customer_id) references customer
);
alter table plan_skip alter column items set storage external;
create index plan_skip_day on plan_skip (creditor_id, day);
create index plan_skip_customer on plan_skip (creditor_id, customer_id, day);

-- The steps an item has had. Passed over: a person dropped the line, so nothing left the house.
create table item_step (
  creditor_id uuid not null,
  item_id uuid not null,
  step text not null,
  track text not null,
  customer_id uuid not null,
  plan_step_id uuid not null,
  done_on date not null,
  passed_over boolean not null default false,
  primary key (creditor_id, item_id, step),
  foreign key (creditor_id, item_id) references item
  -- plan_step_id needs no foreign key: marks are selected from the line itself as it is released
);
create index item_step_customer on item_step (creditor_id, customer_id, done_on);
create index item_step_plan on item_step (creditor_id, plan_step_id);

create table message (
  creditor_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  plan_step_id uuid,                  -- one message per step of the plan, however often it is run
  channel text not null,
  number text not null,
  recipient_name text,
  recipient_address text not null,
  language text not null,
  template text not null,
  facts jsonb not null,               -- the letter's figures, frozen when it was released
  state text not null check (state in
    ('queued', 'composed', 'sending', 'sent', 'uncertain', 'failed', 'withdrawn')),
  subject text,
  letter_sha256 bytea,
  mail_sha256 bytea,
  attempts integer not null default 0,
  next_try_at timestamptz,
  last_error text,
  queued_at timestamptz not null,
  sent_at timestamptz,
  primary key (creditor_id, id),
  unique (creditor_id, plan_step_id),
  unique (creditor_id, number),
  foreign key (creditor_id, customer_id) references customer,
  foreign key (creditor_id, plan_step_id) references plan_step,
  foreign key (creditor_id, letter_sha256) references document,
  foreign key (creditor_id, mail_sha256) references document
);
alter table message alter column facts set storage external;
create index message_due on message (creditor_id, state, next_try_at)
  where state in ('queued', 'composed', 'sending');
create index message_customer on message (creditor_id, customer_id, queued_at);

create table contact_log (
  creditor_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  plan_step_id uuid,
  contact_id uuid,
  day date not null,
  at timestamptz not null,
  channel text not null check (channel in ('call', 'visit', 'message', 'meeting', 'review')),
  outcome text not null,
  said text,
  overdue_reason text check (overdue_reason in
    ('oversight', 'cash', 'procedure', 'dispute', 'malice')),
  follow_up_on date,
  written_by text not null,
  primary key (creditor_id, id),
  foreign key (creditor_id, customer_id) references customer,
  foreign key (creditor_id, plan_step_id) references plan_step,
  foreign key (creditor_id, contact_id) references contact
);
create index contact_log_customer on contact_log (creditor_id, customer_id, at);

create table import (
  creditor_id uuid not null references creditor,
  id uuid not null,
  kind text not null check (kind in
    ('customers', 'contacts', 'contracts', 'invoices', 'receipts')),
  file_name text not null,
  sha256 bytea not null,
  snapshot_on date,
  stored integer not null,
  report jsonb not null,
  imported_at timestamptz not null,
  imported_by text not null,
  primary key (creditor_id, id)
);

create table audit_entry (
  id bigint generated always as identity primary key,
  creditor_id uuid references creditor,
  at timestamptz not null,
  actor text not null,
  action text not null,
  input jsonb not null,
  outcome jsonb not null,
  idempotency_key text
);
create index audit_creditor on audit_entry (creditor_id, id);
create unique index audit_once on audit_entry (creditor_id, action, idempotency_key)
  nulls not distinct where idempotency_key is not null;

-- Shared settings: one row a key.
create table setting (
  key text primary key,
  value jsonb not null
);
