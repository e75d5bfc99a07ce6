-- A second factor, and links by which a password is set anew. A column with a constant and two
-- empty tables: nothing is rewritten.

alter table app_user add column two_factor_enabled boolean not null default false;

-- Belongs to the sign-in library; secret and backup codes are encrypted by it.
create table user_two_factor (
  id uuid primary key,
  user_id uuid not null unique references app_user on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);

-- A link that was mailed: only its hash is kept, it holds for half an hour and once.
create table password_reset (
  token_sha256 bytea primary key check (length(token_sha256) = 32),
  user_id uuid not null references app_user on delete cascade,
  asked_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > asked_at),
  used_at timestamptz
);
create index password_reset_user on password_reset (user_id);
