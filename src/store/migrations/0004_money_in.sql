-- Money in: bank statements and their lines, receipts with or without a customer, what was applied
-- and undone, learned payers, claims on unidentified cash, returned payments, refunds, bills.
-- Changing the checks of entry, posting, import and user_role reads those tables once under a lock:
-- a few seconds for a million invoices. The back-fill of receipts writes each receipt once.

alter table entry drop constraint entry_kind_check;
alter table entry add constraint entry_kind_check check (kind in
  ('document', 'allocation', 'unapply', 'snapshot', 'write_off', 'reversal', 'identification',
   'refund', 'charge', 'clearing'));
alter table posting drop constraint posting_account_check;
alter table posting add constraint posting_account_check check (account in
  ('receivable', 'sales', 'cash', 'settled_in_erp', 'difference', 'write_off', 'unidentified',
   'bank_charge', 'cash_discount', 'small_difference', 'exchange', 'bill', 'endorsed'));
alter table import drop constraint import_kind_check;
alter table import add constraint import_kind_check check (kind in
  ('customers', 'contacts', 'contracts', 'invoices', 'receipts', 'statement'));
alter table user_role drop constraint user_role_role_check;
alter table user_role add constraint user_role_role_check check (role in
  ('administrator', 'credit_manager', 'collector', 'finance', 'cashier', 'sales', 'auditor'));

-- Other numbers by which a payer may name a claim.
alter table item add column tax_number text;
alter table item add column order_number text;
-- Credits are few among the open items, and each statement asks for all of them.
create index item_credit on item (creditor_id, customer_id) where open_amount < 0;
-- Where the contract says that the customer bears the bank's charge of a payment that comes back.
alter table contract add column return_charge_clause text;

create table bank_statement (
  creditor_id uuid not null references creditor,
  id uuid not null,
  import_id uuid not null,
  format text not null,
  account text not null,              -- our own account, digits and letters; '' where not told
  owner text,
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  number text,
  from_on date,
  to_on date,
  opening bigint,
  closing bigint,
  difference bigint,                  -- closing less opening less entries; null: nothing to compare
  insisted_because text,              -- why a person booked it in spite of a difference
  line_count integer not null,
  known_count integer not null,       -- lines that an earlier file had brought
  primary key (creditor_id, id),
  foreign key (creditor_id, import_id) references import
);

-- A line of the bank is taken once ever: equal lines of one day are counted (ordinal), and the
-- same line of another export, or of the same file under another name, has the same two.
create table bank_line (
  creditor_id uuid not null,
  id uuid not null,
  statement_id uuid not null,
  place integer not null,             -- where it stood in the file
  account text not null,
  fingerprint bytea not null check (length(fingerprint) = 32),
  ordinal smallint not null check (ordinal > 0),
  booked_on date not null,
  value_on date not null,
  amount bigint not null check (amount <> 0),
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  payer_name text,                    -- the other side, also of money out
  payer_account text,
  payer_bank text,
  bank_reference text,
  payer_reference text,
  remark text,
  method text not null check (method in ('bank', 'wechat', 'alipay', 'cash', 'cheque', 'bill')),
  return_mark jsonb,                  -- the bank itself says that a payment comes back
  state text not null check (state in ('open', 'booked', 'ignored')),
  what text check (what in ('receipt', 'return', 'refund', 'duplicate', 'not_receivable')),
  duplicate_of uuid,
  by_hand boolean not null default false, -- a person undid what was done by itself: never again
  judgement jsonb,                    -- of an open line: its proposals, why it waits
  because jsonb,                      -- why it was booked or ignored
  decided_by text,
  decided_at timestamptz,
  primary key (creditor_id, id),
  unique (creditor_id, fingerprint, ordinal),
  foreign key (creditor_id, statement_id) references bank_statement,
  foreign key (creditor_id, duplicate_of) references bank_line,
  check ((state = 'open') = (what is null))
);
create index bank_line_open on bank_line (creditor_id, booked_on, id) where state = 'open';
create index bank_line_day on bank_line (creditor_id, booked_on, id);

-- A receipt is money whether or not we know whose. Without a customer it stands on the account
-- `unidentified` and has no item; identified it has an item of kind receipt.
alter table receipt add column id uuid;
alter table receipt add column number text;
alter table receipt add column currency char(3);
alter table receipt add column amount bigint;
alter table receipt add column received_on date;
alter table receipt add column customer_id uuid;
alter table receipt add column state text not null default 'identified';
alter table receipt add column bank_line_id uuid;
alter table receipt add column designation jsonb; -- what the payer says it pays, as it came
alter table receipt add column recorded_by text;
alter table receipt add column version integer not null default 1;
update receipt r set id = r.item_id, number = i.number, currency = i.currency, amount = -i.amount,
  received_on = i.issued_on, customer_id = i.customer_id
from item i where i.creditor_id = r.creditor_id and i.id = r.item_id;
do $$ begin
  assert (select count(*) from receipt where id is null) = 0, 'each receipt has its item';
end $$;
alter table receipt alter column id set not null;
alter table receipt alter column number set not null;
alter table receipt alter column currency set not null;
alter table receipt alter column amount set not null;
alter table receipt alter column received_on set not null;
alter table receipt drop constraint receipt_pkey;
alter table receipt alter column item_id drop not null;
alter table receipt add primary key (creditor_id, id);
alter table receipt add constraint receipt_item_once unique (creditor_id, item_id);
alter table receipt add constraint receipt_number_once unique (creditor_id, number);
alter table receipt add constraint receipt_line_once unique (creditor_id, bank_line_id);
alter table receipt add foreign key (creditor_id, customer_id) references customer;
alter table receipt add foreign key (creditor_id, bank_line_id) references bank_line;
alter table receipt add constraint receipt_amount_check check (amount > 0);
alter table receipt add constraint receipt_state_check
  -- ignored: its line was left out, the money is not the book's
  check (state in ('unidentified', 'identified', 'returned', 'ignored'));
alter table receipt add constraint receipt_whose_check
  check ((state = 'identified') <= (customer_id is not null)
    and (state in ('unidentified', 'ignored')) <= (customer_id is null));
alter table receipt add constraint receipt_item_check
  check ((item_id is null) = (customer_id is null));
alter table receipt add constraint receipt_method_check
  -- erp: an invoice list told that it was paid, not how
  check (method in ('bank', 'wechat', 'alipay', 'cash', 'cheque', 'bill', 'erp')) not valid;
create index receipt_customer on receipt (creditor_id, customer_id);
create index receipt_unidentified on receipt (creditor_id, received_on, id)
  where state = 'unidentified';
create index receipt_day on receipt (creditor_id, received_on, id);

-- One decision on a receipt: what it settled, who or what decided, why. Its postings are those of
-- its entry; undoing adds an entry with the same postings the other way round.
create table application (
  creditor_id uuid not null,
  id uuid not null,
  receipt_id uuid not null,
  customer_id uuid not null,
  entry_id uuid,                      -- null: only identified, everything kept on account
  identified boolean not null default false, -- it named the customer: undoing takes it away again
  learned jsonb not null default '[]', -- payers it taught, as pairs of kind and value
  made_by text not null check (made_by in ('itself', 'person', 'import')),
  actor text not null,
  confidence smallint check (confidence between 0 and 1000),
  settlement jsonb not null,          -- amounts as minor units in text with their currency
  because jsonb not null,
  applied_on date not null,
  applied_at timestamptz not null,
  state text not null check (state in ('live', 'undone', 'returned')),
  ended_on date,
  ended_by text,
  end_reason text,
  end_entry_id uuid,
  primary key (creditor_id, id),
  foreign key (creditor_id, receipt_id) references receipt,
  foreign key (creditor_id, customer_id) references customer,
  foreign key (creditor_id, entry_id) references entry,
  foreign key (creditor_id, end_entry_id) references entry,
  check ((state = 'live') = (ended_on is null))
);
create index application_receipt on application (creditor_id, receipt_id);
create index application_customer on application (creditor_id, customer_id, applied_at);
create index application_live on application (creditor_id, applied_on) where state = 'live';
create index application_entry on application (creditor_id, entry_id) where entry_id is not null;

-- A dispute of what was held back falls with the application that opened it.
alter table dispute add column application_id uuid;
alter table dispute add foreign key (creditor_id, application_id) references application;
create index dispute_application on dispute (creditor_id, application_id)
  where application_id is not null;

-- What earlier imports settled: each allocation between a receipt and claims is an application.
insert into application (creditor_id, id, receipt_id, customer_id, entry_id, made_by, actor,
  settlement, because, applied_on, applied_at, state)
select e.creditor_id, gen_random_uuid(), r.id, r.customer_id, e.id, 'import', 'import',
  jsonb_build_object('allocations', (
    select jsonb_agg(jsonb_build_object('itemId', p.item_id, 'minor', (-p.amount)::text,
      'currency', p.currency) order by p.line)
    from posting p where p.creditor_id = e.creditor_id and p.entry_id = e.id and p.amount < 0),
    'credits', '[]'::jsonb, 'shortfall', null, 'onAccount', null),
  e.because, e.booked_on, e.booked_on::timestamptz, 'live'
from receipt r
join posting own on own.creditor_id = r.creditor_id and own.item_id = r.item_id and own.amount > 0
join entry e on e.creditor_id = own.creditor_id and e.id = own.entry_id
where e.kind = 'allocation';

-- A payer who is not the customer by its own name: from master records, or learned when a person
-- confirmed a receipt; revoked ones stay as history.
create table payer_alias (
  creditor_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('name', 'account')),
  value text not null,
  source text not null check (source in ('master', 'learned')),
  confirmed integer not null default 1 check (confirmed > 0),
  learned_on date not null,
  learned_by text not null,
  learned_from uuid,                  -- the receipt that first taught it
  revoked_on date,
  revoked_by text,
  primary key (creditor_id, id),
  foreign key (creditor_id, customer_id) references customer,
  foreign key (creditor_id, learned_from) references receipt,
  check ((revoked_on is null) = (revoked_by is null))
);
create unique index payer_alias_once on payer_alias (creditor_id, kind, value, customer_id)
  where revoked_on is null;
create index payer_alias_customer on payer_alias (creditor_id, customer_id);

create table receipt_claim (
  creditor_id uuid not null,
  id uuid not null,
  receipt_id uuid not null,
  customer_id uuid not null,
  reason text not null check (reason <> ''),
  claimed_by text not null,
  claimed_at timestamptz not null,
  state text not null check (state in ('waiting', 'approved', 'refused', 'withdrawn')),
  decided_by text,
  decided_at timestamptz,
  decision_reason text,
  primary key (creditor_id, id),
  foreign key (creditor_id, receipt_id) references receipt,
  foreign key (creditor_id, customer_id) references customer,
  check ((state = 'waiting') = (decided_at is null)),
  check (decided_by is distinct from claimed_by or state = 'withdrawn')
);
create unique index receipt_claim_once on receipt_claim (creditor_id, receipt_id, claimed_by)
  where state = 'waiting';
create index receipt_claim_waiting on receipt_claim (creditor_id, claimed_at)
  where state = 'waiting';

-- A payment that came back: also a fact of the customer's record.
create table returned_payment (
  creditor_id uuid not null,
  id uuid not null,
  receipt_id uuid not null,
  customer_id uuid,
  kind text not null check (kind in ('bank_return', 'bounced_cheque', 'dishonoured_bill',
    'chargeback', 'direct_debit_return')),
  amount bigint not null check (amount > 0),
  currency char(3) not null,
  received_on date not null,
  returned_on date not null,
  reason_code text,
  reason_text text,
  charge bigint not null default 0 check (charge >= 0),
  charge_item_id uuid,                -- the debit memo that claims the charge from the customer
  charge_clause text,                 -- the clause that allows it
  bank_line_id uuid,
  entry_id uuid not null,
  reopened jsonb not null,            -- items with what was opened again and their due days
  recorded_by text not null,
  recorded_at timestamptz not null,
  message_id uuid,                    -- what the customer was told
  seen_by text,                       -- who of the desk took notice
  seen_at timestamptz,
  primary key (creditor_id, id),
  foreign key (creditor_id, receipt_id) references receipt,
  foreign key (creditor_id, customer_id) references customer,
  foreign key (creditor_id, charge_item_id) references item,
  foreign key (creditor_id, bank_line_id) references bank_line,
  foreign key (creditor_id, entry_id) references entry,
  foreign key (creditor_id, message_id) references message,
  check ((charge_item_id is null) = (charge_clause is null)),
  check ((seen_by is null) = (seen_at is null))
);
create index returned_payment_customer on returned_payment (creditor_id, customer_id);
create unique index returned_payment_once on returned_payment (creditor_id, receipt_id);

create table refund (
  creditor_id uuid not null,
  id uuid not null,
  receipt_id uuid not null,
  customer_id uuid not null,
  amount bigint not null check (amount > 0),
  currency char(3) not null,
  reason text not null check (reason <> ''),
  requested_by text not null,
  requested_at timestamptz not null,
  state text not null check (state in ('requested', 'approved', 'refused', 'paid')),
  decided_by text,
  decided_at timestamptz,
  decision_reason text,
  paid_on date,
  bank_line_id uuid,
  entry_id uuid,
  primary key (creditor_id, id),
  foreign key (creditor_id, receipt_id) references receipt,
  foreign key (creditor_id, customer_id) references customer,
  foreign key (creditor_id, bank_line_id) references bank_line,
  foreign key (creditor_id, entry_id) references entry,
  check ((state = 'requested') = (decided_at is null)),
  check ((state = 'paid') = (paid_on is not null)),
  check (decided_by is distinct from requested_by)
);
create index refund_waiting on refund (creditor_id, state) where state in ('requested', 'approved');
create index refund_receipt on refund (creditor_id, receipt_id);

create table bill (
  creditor_id uuid not null,
  id uuid not null,
  receipt_id uuid not null,
  kind text not null check (kind in ('bank_acceptance', 'commercial_acceptance')),
  medium text not null check (medium in ('electronic', 'paper')),
  number text not null,
  drawer text not null,
  acceptor text not null,
  payee text,
  endorsers jsonb not null default '[]',
  amount bigint not null check (amount > 0),
  currency char(3) not null,
  issued_on date not null,
  matures_on date not null,
  received_on date not null,
  state text not null check (state in
    ('held', 'endorsed', 'discounted', 'presented', 'cleared', 'dishonoured', 'recourse')),
  presented_on date,
  ended_on date,
  notified_on date,                   -- when the parties before us were told of the dishonour
  note text,
  version integer not null default 1,
  primary key (creditor_id, id),
  unique (creditor_id, number),
  unique (creditor_id, receipt_id),
  foreign key (creditor_id, receipt_id) references receipt,
  check (matures_on >= issued_on)
);
create index bill_live on bill (creditor_id, matures_on)
  where state in ('held', 'presented', 'dishonoured', 'recourse');

-- What the bank says of a payment without an entry of its own (pain.002).
create table bank_notice (
  creditor_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  place integer not null,
  accepted boolean not null,
  codes jsonb not null,
  said text,
  named jsonb not null,               -- references that name the payment
  amount bigint,
  currency char(3),
  receipt_id uuid,                    -- the receipt it is about, where one is found
  state text not null check (state in ('open', 'booked', 'ignored')),
  primary key (creditor_id, id),
  foreign key (creditor_id, import_id) references import,
  foreign key (creditor_id, receipt_id) references receipt
);
create index bank_notice_open on bank_notice (creditor_id) where state = 'open';
