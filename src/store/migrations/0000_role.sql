-- The application's own role: it reads and writes, but it neither changes the schema nor rewrites
-- what is append-only. Rights on tables are given after each migration run, by the runner.
-- A role belongs to the whole server: another database may have made it, even at this moment.
do $$ begin
  if not exists (select from pg_roles where rolname = 'huikuan_app') then
    create role huikuan_app nologin;
  end if;
exception when duplicate_object or unique_violation then
  null;
end $$;

-- Our connections become this role, so whoever migrates must be a member (since PostgreSQL 16 the
-- maker of a role is not one by itself).
do $$ begin
  if not pg_has_role(current_user, 'huikuan_app', 'set') then
    execute format('grant huikuan_app to %I', current_user);
  end if;
exception when invalid_parameter_value then -- before 16 there is no right of that name
  if not pg_has_role(current_user, 'huikuan_app', 'member') then
    execute format('grant huikuan_app to %I', current_user);
  end if;
end $$;
