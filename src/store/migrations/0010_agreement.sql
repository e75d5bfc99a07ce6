-- What is agreed with a customer: repayment plans, extensions, discounts for early payment.
-- Only the two checks touch tables with rows; what was allowed stays allowed, so they need no look
-- at old rows (not valid) and are done at once.

alter table entry drop constraint entry_kind_check;
alter table entry add constraint entry_kind_check check (kind in
  ('document', 'allocation', 'unapply', 'snapshot', 'write_off', 'reversal', 'identification',
   'refund', 'charge', 'clearing', 'interest', 'discount')) not valid;
alter table posting drop constraint posting_account_check;
alter table posting add constraint posting_account_check check (account in
  ('receivable', 'sales', 'cash', 'settled_in_erp', 'difference', 'write_off', 'unidentified',
   'bank_charge', 'cash_discount', 'small_difference', 'exchange', 'bill', 'endorsed',
   'interest')) not valid;

alter table creditor add column agreement_count bigint not null default 0;

-- One agreement over items of one customer in one currency.
create table agreement (
  creditor_id uuid not null references creditor,
  id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('repayment_plan', 'extension', 'discount')),
  number text not null,
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  amount bigint not null check (amount > 0),             -- of the claims in it
  interest bigint not null default 0 check (interest >= 0), -- agreed on top of it
  forgiven bigint not null default 0 check (forgiven >= 0 and forgiven < amount),
  last_on date not null,              -- the last day on which something is to be paid
  days integer not null check (days >= 0), -- how long (of a discount: how early)
  reason text not null check (reason <> ''),
  terms jsonb not null,               -- as agreed, by kind; the limits of its policy, frozen
  facts jsonb not null,               -- what the decider saw: risk facts with their weight, cost
  clauses jsonb not null,             -- what the document says beyond the figures
  state text not null check (state in
    ('draft', 'proposed', 'approved', 'active', 'fulfilled', 'in_default', 'accelerated',
     'renegotiated', 'lapsed', 'withdrawn', 'refused')),
  proposed_on date not null,
  proposed_at timestamptz not null,
  proposed_by text not null,
  proposed_by_id uuid references app_user,
  approval_id uuid,
  decided_on date,
  sign_by date,                       -- of an approved one: to be signed by
  rests_until date,                   -- the first day on which its parts rest no more; null: open
  document_sha256 bytea,              -- the document as it went out to be signed
  signed_on date,
  signed_by text,                     -- who signed for the customer
  signed_position text,
  scan_sha256 bytea,
  active_on date,                     -- money from this day on counts for it
  replaces_id uuid,
  missed integer not null default 0 check (missed >= 0), -- instalments missed so far
  judge_on date,                      -- the next day on which something may have to be judged
  entry_id uuid,                      -- of a discount: the entry that closed the rest
  ended_on date,
  end_reason text,
  version integer not null default 1,
  primary key (creditor_id, id),
  unique (creditor_id, number),
  foreign key (creditor_id, customer_id) references customer,
  foreign key (creditor_id, replaces_id) references agreement,
  foreign key (creditor_id, document_sha256) references document,
  foreign key (creditor_id, scan_sha256) references document,
  foreign key (creditor_id, entry_id) references entry,
  check ((active_on is null) = (signed_on is null)),
  check ((ended_on is null) = (state in ('draft', 'proposed', 'approved', 'active', 'in_default')))
);
create index agreement_customer on agreement (creditor_id, customer_id);
-- What the day's close looks at: few among all that were ever agreed.
create index agreement_live on agreement (creditor_id, judge_on, id)
  where state in ('approved', 'active', 'in_default');
create unique index agreement_replaced_once on agreement (creditor_id, replaces_id)
  where replaces_id is not null and state not in ('refused', 'withdrawn', 'lapsed');

-- The part of an item that an agreement is about. It rests (amount - settled) while its agreement
-- is approved or active and rests_until has not come.
create table agreement_item (
  creditor_id uuid not null,
  agreement_id uuid not null,
  item_id uuid not null,
  amount bigint not null check (amount > 0),
  open_when_made bigint not null check (open_when_made >= amount),
  settled bigint not null default 0 check (settled >= 0 and settled <= amount),
  -- interest billed for it: a claim of the agreement, no part of what was owed before
  billed boolean not null default false,
  old_due_on date not null,
  new_due_on date,                    -- of an extension
  forgiven bigint not null default 0 check (forgiven >= 0 and forgiven <= amount),
  primary key (creditor_id, agreement_id, item_id),
  foreign key (creditor_id, agreement_id) references agreement,
  foreign key (creditor_id, item_id) references item
);
create index agreement_item_item on agreement_item (creditor_id, item_id);

-- A part of a repayment plan with its own day.
create table instalment (
  creditor_id uuid not null,
  agreement_id uuid not null,
  place integer not null check (place > 0),
  due_on date not null,
  amount bigint not null check (amount >= 0),     -- of the claims
  interest bigint not null default 0 check (interest >= 0),
  settled bigint not null default 0 check (settled >= 0 and settled <= amount + interest),
  state text not null check (state in ('open', 'partially_paid', 'paid', 'missed', 'void')),
  paid_on date,
  missed_on date,                     -- stays when it is paid later
  reminded_on date,
  interest_item_id uuid,              -- the debit memo that bills its interest
  primary key (creditor_id, agreement_id, place),
  foreign key (creditor_id, agreement_id) references agreement,
  foreign key (creditor_id, interest_item_id) references item,
  check (amount + interest > 0),
  check ((state = 'paid') = (paid_on is not null))
);

-- What happened with an agreement: rows are only added.
create table agreement_event (
  creditor_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  kind text not null,
  day date not null,
  at timestamptz not null,
  actor text not null,
  facts jsonb not null,
  primary key (creditor_id, id),
  foreign key (creditor_id, agreement_id) references agreement
);
create index agreement_event_agreement on agreement_event (creditor_id, agreement_id, at);

-- A due day that was moved by agreement: what held before is kept, so that a report for an earlier
-- day keeps its figures.
create table due_change (
  creditor_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  agreement_id uuid not null,
  old_due_on date not null,
  new_due_on date not null check (new_due_on <> old_due_on),
  effective_on date not null,
  booked_on date not null,
  primary key (creditor_id, id),
  foreign key (creditor_id, item_id) references item,
  foreign key (creditor_id, agreement_id) references agreement
);
create index due_change_item on due_change (creditor_id, item_id, effective_on);

-- Promises and holds: who promised and how, who wrote it down, what of each item came, what took a
-- promise's place; holds of a whole group. New columns are null, or zero without a rewriting.
alter table promise
  add column channel text check (channel in
    ('call', 'visit', 'mail', 'message', 'meeting', 'portal')),
  add column contact_id uuid,         -- who promised, where a contact is recorded
  add column note text,
  add column taken_at timestamptz,
  add column taken_by text,           -- who wrote it down
  add column overruled_reason text,   -- why one more was taken after too many were broken
  add column end_reason text,         -- of a withdrawn one: a person's words or a code
  add column ended_at timestamptz,
  add column ended_by text,
  add column replaces_id uuid,        -- the promise that this one took the place of
  add foreign key (creditor_id, contact_id) references contact,
  add foreign key (creditor_id, replaces_id) references promise;
create unique index promise_replaced_once on promise (creditor_id, replaces_id)
  where replaces_id is not null;
create index promise_waiting on promise (creditor_id, pay_on, id) where state = 'open';
create index promise_failed on promise (creditor_id, judged_on, id)
  where state in ('broken', 'partially_kept');

-- How a promise stood, one after the other: rows are only added.
create table promise_event (
  creditor_id uuid not null,
  id uuid not null,
  promise_id uuid not null,
  was text not null,
  state text not null,
  came bigint not null,               -- of the whole promise, until then
  day date not null,
  at timestamptz not null,
  actor text not null,
  reason text,                        -- a person's words, or a code
  primary key (creditor_id, id),
  foreign key (creditor_id, promise_id) references promise
);
create index promise_event_promise on promise_event (creditor_id, promise_id, at);

-- What came of the promised amount when it was judged; of an open promise it is counted anew.
alter table promise_item
  add column came bigint not null default 0 check (came >= 0 and came <= amount);
create index promise_item_item on promise_item (creditor_id, item_id);
-- Promises judged before were judged by what was open: each is rewritten once.
update promise_item pi set came = case p.state when 'kept' then pi.amount
  else greatest(0, least(pi.amount, pi.open_when_taken - i.open_amount)) end
from promise p, item i
where p.creditor_id = pi.creditor_id and p.id = pi.promise_id
  and i.creditor_id = pi.creditor_id and i.id = pi.item_id
  and p.state in ('kept', 'partially_kept');

alter table hold
  alter column customer_id drop not null,
  add column group_id uuid,           -- everything of all its companies, also of later ones
  add column placed_at timestamptz,
  add column placed_by text,
  add column lifted_at timestamptz,
  add column lifted_by text,
  add column lift_reason text,
  add foreign key (creditor_id, group_id) references customer_group,
  add constraint hold_on_one check ((customer_id is null) <> (group_id is null)),
  add constraint hold_item_of_customer check (item_id is null or customer_id is not null);
create index hold_group on hold (creditor_id, group_id) where group_id is not null;
