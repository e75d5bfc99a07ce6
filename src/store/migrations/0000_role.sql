-- The application's own role: it reads and writes, but it neither changes the schema nor rewrites
-- what is append-only. Rights on tables are given after each migration run, by the runner.
do $$ begin
  if not exists (select from pg_roles where rolname = 'huikuan_app') then
    create role huikuan_app nologin;
  end if;
end $$;
