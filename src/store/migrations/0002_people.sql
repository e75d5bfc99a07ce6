-- People who sign in, their sessions and roles. New tables only: nothing is locked.
-- The first four belong to the sign-in library (names and columns are mapped to it in one file);
-- what a person may do is our own.

create table app_user (
  id uuid primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  language text not null default 'zh' check (language in ('zh', 'en')),
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table user_session (
  id uuid primary key,
  user_id uuid not null references app_user on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index user_session_user on user_session (user_id);

-- A way to prove who one is: a password's argon2id hash, later an identity provider's account.
create table user_credential (
  id uuid primary key,
  user_id uuid not null references app_user on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index user_credential_user on user_credential (user_id);

create table user_verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index user_verification_identifier on user_verification (identifier);

-- What a person may do at one creditor, or at every creditor (null).
create table user_role (
  user_id uuid not null references app_user on delete cascade,
  creditor_id uuid references creditor on delete cascade,
  role text not null check (role in
    ('administrator', 'credit_manager', 'collector', 'finance', 'sales', 'auditor')),
  unique nulls not distinct (user_id, creditor_id, role)
);
create index user_role_creditor on user_role (creditor_id);

-- Wrong passwords of late, by e-mail and by address: too many, and the door stays shut a while.
create table sign_in_failure (
  id bigint generated always as identity primary key,
  subject text not null,              -- 'email:…' or 'address:…'
  at timestamptz not null
);
create index sign_in_failure_subject on sign_in_failure (subject, at);
