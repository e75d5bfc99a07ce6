-- Roles with their scope, teams, substitutes, hand-overs; the role that sees only its own customers.
-- New columns have constants for defaults and new tables are empty: nothing is rewritten. The new
-- index reads `customer` once (a second for a hundred thousand) while nobody writes to it.

alter table user_role
  drop constraint user_role_role_check,
  add constraint user_role_role_check check (role in
    ('administrator', 'credit_manager', 'senior_collector', 'collector', 'finance', 'cashier',
     'sales', 'legal', 'executive', 'auditor'));

-- Whose customers the role reaches: own, those of the teams one is in, or all of the creditor.
alter table user_role
  add column scope text not null default 'creditor' check (scope in ('own', 'team', 'creditor')),
  add column granted_by uuid references app_user on delete set null, -- null: at the console
  add column granted_at timestamptz;

alter table app_user
  add column disabled_at timestamptz; -- signs in no more; what they did stays theirs

create table team (
  creditor_id uuid not null references creditor,
  id uuid not null,
  name text not null check (name <> ''),
  primary key (creditor_id, id),
  unique (creditor_id, name)
);

create table team_member (
  creditor_id uuid not null,
  team_id uuid not null,
  user_id uuid not null references app_user,
  leads boolean not null default false,
  primary key (creditor_id, team_id, user_id),
  foreign key (creditor_id, team_id) references team
);
create index team_member_user on team_member (creditor_id, user_id);

-- Somebody sees the customers of somebody who is away. Days are [from, until).
create table substitution (
  creditor_id uuid not null references creditor,
  id uuid not null,
  absent_id uuid not null references app_user,
  substitute_id uuid not null references app_user,
  from_on date not null,
  until_on date not null,
  reason text not null check (reason <> ''),
  made_at timestamptz not null,
  made_by text not null,
  ended_at timestamptz,               -- ended before its time: until_on is the day of it
  ended_by text,
  primary key (creditor_id, id),
  check (absent_id <> substitute_id),
  check (until_on >= from_on),
  check ((ended_at is null) = (ended_by is null))
);
create index substitution_substitute on substitution (creditor_id, substitute_id, until_on);

-- Who answered for a customer until when: each change of the collector or the salesperson.
create table owner_change (
  creditor_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('owner', 'sales')),
  from_id uuid references app_user,
  to_id uuid references app_user,
  day date not null,
  at timestamptz not null,
  by text not null,
  reason text not null check (reason <> ''),
  primary key (creditor_id, id),
  foreign key (creditor_id, customer_id) references customer,
  check (from_id is distinct from to_id)
);
create index owner_change_customer on owner_change (creditor_id, customer_id, at);

-- Customers that nobody owns are reached by who reaches this nobody: the leads of teams.
create index customer_reach on customer
  (creditor_id, coalesce(owner_id, '00000000-0000-0000-0000-000000000000'));

-- The role into which a transaction steps for somebody whose scope is not the whole creditor. What
-- it sees is fenced by policies, written with the rights after each migration run. The setting
-- `huikuan.owners` names whose customers these are, for one transaction.
do $$ begin
  if not exists (select from pg_roles where rolname = 'huikuan_scoped') then
    create role huikuan_scoped nologin;
  end if;
exception when duplicate_object or unique_violation then
  null;
end $$;
do $$ begin
  if not pg_has_role(current_user, 'huikuan_scoped', 'set') then
    execute format('grant huikuan_scoped to %I', current_user);
  end if;
exception when invalid_parameter_value then -- before 16 there is no right of that name
  if not pg_has_role(current_user, 'huikuan_scoped', 'member') then
    execute format('grant huikuan_scoped to %I', current_user);
  end if;
end $$;

-- Whether every item an entry posts to is of a customer in reach. As owner: what is out of reach
-- must be seen to be counted.
create function entry_in_reach(creditor uuid, entry uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (
    select from posting p
    join item i on i.creditor_id = p.creditor_id and i.id = p.item_id
    join customer c on c.creditor_id = i.creditor_id and c.id = i.customer_id
    where p.creditor_id = creditor and p.entry_id = entry
      and not coalesce(
        coalesce(c.owner_id, '00000000-0000-0000-0000-000000000000')
          = any (current_setting('huikuan.owners')::uuid[])
        or c.sales_id = any (current_setting('huikuan.owners')::uuid[]), false))
$$;

-- The checks of sums look at the whole book, whoever wrote.
alter function check_entry_balances() security definer;
alter function check_entry_balances() set search_path = public, pg_temp;
alter function check_open_amount() security definer;
alter function check_open_amount() set search_path = public, pg_temp;
