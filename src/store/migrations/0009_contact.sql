-- Contacts in full: with whom, what next, documents; visits with their plan and report.
-- New columns are null or have a constant, new tables are empty: nothing is rewritten, `contact`
-- and `contact_log` are locked for a moment.

-- A document that belongs to a customer: a photo, a letter that came back, a power of attorney.
-- The bytes stand once in `document`; who attached them to what, under which name, stands here.
create table attachment (
  creditor_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  sha256 bytea not null,
  file_name text not null check (file_name <> ''),
  media_type text not null,
  size_bytes integer not null check (size_bytes > 0),
  subject text check (subject in
    ('contact_log', 'visit', 'contact', 'dispute', 'complaint', 'agreement', 'promise', 'task')),
  subject_id uuid,                    -- null: waits for the entry it is uploaded for
  note text,
  attached_at timestamptz not null,
  attached_by text not null,
  attached_by_id uuid references app_user,
  primary key (creditor_id, id),
  foreign key (creditor_id, customer_id) references customer,
  foreign key (creditor_id, sha256) references document,
  check ((subject is null) = (subject_id is null))
);
create index attachment_customer on attachment (creditor_id, customer_id, attached_at);
create index attachment_subject on attachment (creditor_id, subject_id)
  where subject_id is not null;

-- Whom one may speak to, and on what ground. Relatives, friends and colleagues elsewhere in the
-- company have no role here: they can't be stored. Who is liable beside the customer, or acts for
-- it, needs the document that says so.
alter table contact
  drop constraint contact_role_check,
  add constraint contact_role_check check (role in
    ('clerk', 'finance_head', 'procurement', 'management', 'legal_rep', 'mailroom', 'shareholder',
     'guarantor', 'co_debtor', 'agent')),
  add column basis text check (basis in ('consent', 'contract', 'published')),
  add column authority_id uuid,       -- the guarantee, the joining of the debt, the authority
  add foreign key (creditor_id, authority_id) references attachment,
  add constraint contact_authority check
    (role not in ('guarantor', 'co_debtor', 'agent') or authority_id is not null);

alter table contact_log
  add column direction text not null default 'out' check (direction in ('out', 'in')),
  add column happened_at timestamptz, -- null: when it was written down
  add column number_called text,
  add column reason_wilful boolean,   -- of the overdue reason: wilful, or objective
  add column reason_note text,
  add column next_step text check (next_step in
    ('call', 'message', 'visit', 'meeting', 'wait_for_payment', 'ask_inside')),
  add column follow_up_at time,       -- the hour of a call-back, in the creditor's time zone
  add column corrects_id uuid,        -- an entry is never changed: a later one puts it right
  add column outside_rules jsonb,     -- rules of conduct it went beyond, with their facts
  add column outside_reason text,
  add column written_by_id uuid references app_user,
  add foreign key (creditor_id, corrects_id) references contact_log,
  add constraint contact_log_hour check (follow_up_at is null or follow_up_on is not null),
  add constraint contact_log_reason check (reason_wilful is null or overdue_reason is not null),
  add constraint contact_log_outside
    check (outside_reason is null or outside_rules is not null);
create unique index contact_log_corrected on contact_log (creditor_id, corrects_id)
  where corrects_id is not null;
-- How often a person was called on a day.
create index contact_log_person on contact_log (creditor_id, contact_id, day)
  where contact_id is not null;

-- A visit: planned by one, made by two at least, told by a report.
create table visit (
  creditor_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  plan_step_id uuid,
  planned_on date not null,
  planned_at time not null,           -- the hour, in the creditor's time zone
  place_kind text not null check (place_kind in ('company', 'home', 'other')),
  place text not null check (place <> ''),
  purpose text not null check (purpose <> ''),
  contact_id uuid,                    -- whom it is meant for
  visitors jsonb not null check (jsonb_array_length(visitors) >= 2), -- [{name, user}]
  approval_id uuid,                   -- what allowed it at home or outside hours
  state text not null check (state in ('planned', 'done', 'cancelled')),
  arranged_at timestamptz not null,
  arranged_by text not null,
  arranged_by_id uuid references app_user,
  happened_on date,
  met uuid[],                         -- contacts who were there
  seen text,
  agreed text,
  left_on_request boolean,
  contact_log_id uuid,                -- the entry its report wrote
  closed_at timestamptz,
  closed_by text,
  cancel_reason text,
  version integer not null default 1,
  primary key (creditor_id, id),
  foreign key (creditor_id, customer_id) references customer,
  foreign key (creditor_id, plan_step_id) references plan_step,
  foreign key (creditor_id, contact_id) references contact,
  foreign key (creditor_id, approval_id) references approval,
  foreign key (creditor_id, contact_log_id) references contact_log,
  check ((state = 'planned') = (closed_at is null)),
  check ((state = 'done') = (contact_log_id is not null)),
  check ((state = 'done') = (happened_on is not null)),
  check ((state = 'cancelled') = (cancel_reason is not null))
);
create index visit_customer on visit (creditor_id, customer_id, planned_on);
create index visit_planned on visit (creditor_id, planned_on) where state = 'planned';
