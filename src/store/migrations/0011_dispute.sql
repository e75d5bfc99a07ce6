-- Disputes with a department that answers and a deadline, their thread, what became of their
-- amounts; complaints about conduct. `dispute` is rewritten once: it has a row per dispute, few.

alter table dispute
  drop constraint dispute_outcome_check,
  -- upheld: the customer was right and it was put right without a credit; rejected: it was not
  add constraint dispute_outcome_check check (outcome in
    ('credited', 'partially_credited', 'upheld', 'rejected', 'withdrawn')),
  add column department text,
  add column assignee_id uuid references app_user, -- who answers for the department, where named
  add column state text not null default 'open',
  add column answer_by date,
  add column opened_at timestamptz,
  add column opened_by text,          -- null: before this was kept
  add column opened_by_id uuid references app_user,
  add column answered_on date,        -- of the first answer
  add column closed_at timestamptz,
  add column closed_by text,
  add column closed_by_id uuid references app_user,
  add column split_from_id uuid,
  -- what credit memos and write-offs had taken of the item before it was disputed
  add column credited_before bigint not null default 0,
  add column written_off_before bigint not null default 0,
  -- what of `amount` was settled while it was disputed, written down whenever it is closed
  add column paid bigint not null default 0 check (paid >= 0),
  add column credited bigint not null default 0 check (credited >= 0),
  add column written_off bigint not null default 0 check (written_off >= 0),
  add column chased_again bigint check (chased_again >= 0), -- of a closed one: the rest
  add column credit_item_id uuid,     -- the credit memo it was closed with
  add foreign key (creditor_id, split_from_id) references dispute,
  add foreign key (creditor_id, credit_item_id) references item;

update dispute set
  department = case reason
    when 'quality' then 'quality'
    when 'quantity' then 'logistics' when 'delivery' then 'logistics'
    when 'price' then 'sales' when 'other' then 'sales' else 'billing' end,
  state = case when closed_on is null then 'open' else 'closed' end,
  answer_by = opened_on + 7,
  opened_at = opened_on::timestamptz,
  closed_at = closed_on::timestamptz,
  credited = case when outcome = 'credited' then amount else 0 end,
  chased_again = case when outcome = 'credited' then 0 when closed_on is not null then amount end;

alter table dispute
  alter column department set not null,
  alter column answer_by set not null,
  alter column opened_at set not null,
  add constraint dispute_department_check
    check (department in ('sales', 'logistics', 'quality', 'billing')),
  add constraint dispute_state_check check (state in ('open', 'answered', 'closed')),
  add constraint dispute_closed_check
    check ((state = 'closed') = (closed_on is not null) and state <> 'answered'
      or state = 'answered' and closed_on is null and answered_on is not null),
  add constraint dispute_parts_check
    check ((chased_again is null) = (closed_on is null)
      and paid + credited + written_off + coalesce(chased_again, 0) <= amount
      and coalesce(paid + credited + written_off + chased_again = amount, true));
create index dispute_item on dispute (creditor_id, item_id) where closed_on is null;
create index dispute_waiting on dispute (creditor_id, answer_by, id) where closed_on is null;
create index dispute_day on dispute (creditor_id, opened_on, id);
create index dispute_closed on dispute (creditor_id, closed_on, id) where closed_on is not null;

-- Open disputes with what of them is still disputed: never more than what is open of the item, of
-- which the dispute that was raised first takes first. Nothing is stored, so no booking forgets it.
create view open_dispute with (security_invoker = true) as
select d.creditor_id, d.id, d.customer_id, d.item_id, d.currency, d.reason, d.opened_on, d.amount,
  greatest(0, least(d.amount - d.paid - d.credited - d.written_off, i.open_amount - coalesce((
    select sum(e.amount - e.paid - e.credited - e.written_off) from dispute e
    where e.creditor_id = d.creditor_id and e.item_id = d.item_id and e.closed_on is null
      and (e.opened_on, e.id) < (d.opened_on, d.id)), 0)))::bigint as disputed
from dispute d
join item i on i.creditor_id = d.creditor_id and i.id = d.item_id
where d.closed_on is null;

-- What credit memos and write-offs have taken of claims. An entry may bring credits and money to
-- several claims: its credits are used up first, in the order of its lines, as they were booked.
create function claim_reductions(of_creditor uuid, of_items uuid[])
returns table (item_id uuid, credited bigint, written_off bigint) language sql stable as $$
  with credit as (
    select p.entry_id, sum(p.amount) as brought
    from posting p
    join item i on i.creditor_id = p.creditor_id and i.id = p.item_id and i.kind = 'credit_memo'
    where p.creditor_id = of_creditor and p.entry_id in (
      select own.entry_id from posting own
      where own.creditor_id = of_creditor and own.item_id = any(of_items))
    group by p.entry_id
  ),
  claim as (
    select p.item_id, c.brought, abs(p.amount) as taken,
      coalesce(sum(abs(p.amount)) over (partition by p.entry_id order by p.line
        rows between unbounded preceding and 1 preceding), 0) as earlier
    from credit c
    join posting p on p.creditor_id = of_creditor and p.entry_id = c.entry_id
    join item i on i.creditor_id = p.creditor_id and i.id = p.item_id
      and i.kind in ('invoice', 'debit_memo')
  )
  select given.id,
    coalesce((select sum(sign(c.brought) * greatest(0, least(c.taken, abs(c.brought) - c.earlier)))
      from claim c where c.item_id = given.id), 0)::bigint,
    coalesce((select -sum(p.amount) from posting p
      join entry e on e.creditor_id = p.creditor_id and e.id = p.entry_id and e.kind = 'write_off'
      where p.creditor_id = of_creditor and p.item_id = given.id), 0)::bigint
  from unnest(of_items) as given (id)
$$;

update dispute d set credited_before = r.credited, written_off_before = r.written_off
from (select distinct creditor_id, item_id from dispute) known
cross join lateral claim_reductions(known.creditor_id, array[known.item_id]) r
where d.creditor_id = known.creditor_id and d.item_id = known.item_id;

-- The thread of a dispute: who did what, when, and what was said.
create table dispute_event (
  creditor_id uuid not null,
  id uuid not null,
  dispute_id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in
    ('raised', 'answered', 'rerouted', 'split', 'closed', 'reopened')),
  day date not null,
  at timestamptz not null,
  by text,                            -- null: before this was kept
  by_id uuid references app_user,
  said text,
  facts jsonb not null,               -- by kind: the department and day, the amount, the outcome
  primary key (creditor_id, id),
  foreign key (creditor_id, dispute_id) references dispute,
  foreign key (creditor_id, customer_id) references customer
);
create index dispute_event_of on dispute_event (creditor_id, dispute_id, at);
create index dispute_event_customer on dispute_event (creditor_id, customer_id, at);

insert into dispute_event (creditor_id, id, dispute_id, customer_id, kind, day, at, said, facts)
select d.creditor_id, gen_random_uuid(), d.id, d.customer_id, told.kind, told.day,
  told.day::timestamptz, told.said, told.facts
from dispute d
cross join lateral (values
  ('raised', d.opened_on, d.note, jsonb_build_object('amount', d.amount::text)),
  ('closed', d.closed_on, null, jsonb_build_object('outcome', d.outcome))
) as told (kind, day, said, facts)
where told.day is not null;

insert into desk_task (creditor_id, id, customer_id, kind, subject_id, because, role, due_on,
  opened_on, opened_at, opened_by, state)
select d.creditor_id, gen_random_uuid(), d.customer_id, 'dispute', d.id,
  jsonb_build_array(jsonb_build_object('code', 'dispute_to_answer', 'item', i.number,
    'reason', d.reason, 'department', d.department, 'amount', jsonb_build_object(
      'currency', d.currency, 'amount', case when d.currency in ('JPY', 'KRW', 'VND')
        then d.amount::text else round(d.amount / 100.0, 2)::text end))),
  case d.department when 'billing' then 'finance' else 'sales' end, d.answer_by,
  d.opened_on, d.opened_at, 'operator', 'open'
from dispute d
join item i on i.creditor_id = d.creditor_id and i.id = d.item_id
where d.closed_on is null;

-- What a debtor says about how it was treated. Whoever it is about never answers it.
create table complaint (
  creditor_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in
    ('frequency', 'hours', 'tone', 'third_party', 'privacy', 'untrue', 'visit', 'other')),
  channel text not null check (channel in
    ('call', 'email', 'letter', 'visit', 'portal', 'authority', 'other')),
  said text not null check (said <> ''),
  contact_id uuid,                    -- who complained, where it is a contact
  complainant text,                   -- as told, where it is none
  about_id uuid references app_user,  -- the person complained about
  about text,                         -- as told, where they don't sign in
  contact_log_id uuid,                -- the call, visit … it is about
  received_on date not null,
  answer_by date not null,
  owner_id uuid references app_user,  -- who looks into it
  logged_at timestamptz not null,
  logged_on date not null,
  logged_by text not null,
  logged_by_id uuid references app_user,
  state text not null check (state in ('open', 'closed')),
  outcome text check (outcome in ('founded', 'unfounded', 'withdrawn')),
  answer text,
  measures text,
  closed_on date,
  closed_at timestamptz,
  closed_by text,
  closed_by_id uuid references app_user,
  primary key (creditor_id, id),
  foreign key (creditor_id, customer_id) references customer,
  foreign key (creditor_id, contact_id) references contact,
  foreign key (creditor_id, contact_log_id) references contact_log,
  check ((state = 'closed') = (outcome is not null)),
  check ((state = 'closed') = (closed_on is not null)),
  check (outcome is distinct from 'founded' or measures is not null),
  check (closed_by_id is null or closed_by_id is distinct from about_id)
);
create index complaint_customer on complaint (creditor_id, customer_id);
create index complaint_day on complaint (creditor_id, received_on, id);
create index complaint_open on complaint (creditor_id, answer_by, id) where state = 'open';
