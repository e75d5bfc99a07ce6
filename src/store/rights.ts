/** What the application's role may do: given anew after each migration run. */
import { createHash } from "node:crypto";
import type pg from "pg";
import { type FencedTable, fenceStatements } from "./fences.ts";
import { listTables, type Table } from "./tables.ts";

/** The ledger, the audit trail, the contact log: rows are added, never changed or taken away. */
const APPEND_ONLY = ["entry", "posting", "audit_entry", "contact_log"] as const;

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * The only way in which the application takes away a creditor with its ledger: the demo company's.
 * Written from the catalogs, so that a table of a later migration is not forgotten.
 */
function removeCreditor(tables: readonly Table[]): string {
  const ofCreditor = tables.filter(({ columns }) =>
    columns.some((column) => column.name === "creditor_id"),
  );
  const deletes = ofCreditor
    .toReversed()
    .map(({ name }) => `  delete from ${quote(name)} where creditor_id = creditor_to_remove;`);
  return `
create or replace function remove_creditor(creditor_to_remove uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $body$
begin
  perform from creditor where id = creditor_to_remove and demo for update;
  if not found then
    raise exception 'only a demo creditor can be removed' using errcode = 'HK001';
  end if;
${deletes.join("\n")}
  delete from creditor where id = creditor_to_remove;
end $body$;
revoke all on function remove_creditor(uuid) from public;
grant execute on function remove_creditor(uuid) to huikuan_app;`;
}

/** Foreign keys of two columns whose first is the creditor: by which other column they lead on. */
const LINKS = `
  select c.relname as table, a.attname as column, p.relname as to, b.attname as at
  from pg_constraint k
  join pg_class c on c.oid = k.conrelid
  join pg_class p on p.oid = k.confrelid
  join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[2]
  join pg_attribute b on b.attrelid = p.oid and b.attnum = k.confkey[2]
  join pg_attribute o on o.attrelid = c.oid and o.attnum = k.conkey[1]
  where k.contype = 'f' and k.connamespace = 'public'::regnamespace and c.oid <> p.oid
    and cardinality(k.conkey) = 2 and o.attname = 'creditor_id'
  order by k.conname`;

const REQUIRED = `
  select c.relname as table, a.attname as column
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and a.attnotnull
  where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace`;

type LinkRow = { table: string; column: string; to: string; at: string };

/** The tables of a creditor with what the fences ask of them, parents first. */
export async function listFenced(client: pg.Client): Promise<readonly FencedTable[]> {
  const tables = await listTables(client);
  const { rows: links } = await client.query<LinkRow>(LINKS);
  const { rows: required } = await client.query<{ table: string; column: string }>(REQUIRED);
  const must = new Set(required.map(({ table, column }) => `${table}.${column}`));
  return tables
    .filter(({ columns }) => columns.some((column) => column.name === "creditor_id"))
    .map(({ name, columns }) => ({
      name,
      columns: columns.map((column) => ({
        name: column.name,
        required: must.has(`${name}.${column.name}`),
      })),
      links: links.filter(({ table }) => table === name),
    }));
}

/**
 * Where whoever migrates may say so, the unscoped role passes the fences by unseen: a policy that
 * lets everything through still keeps the planner from its statistics of texts. Elsewhere that
 * policy does it. The role is the whole server's, so another program may say it at this moment.
 */
const PASS_BY = `
do $$ begin
  if not (select rolbypassrls from pg_roles where rolname = 'huikuan_app') then
    alter role huikuan_app bypassrls;
  end if;
exception when insufficient_privilege or internal_error then
  null;
end $$`;

const RAISED = `
  select c.relname as table, obj_description(p.oid, 'pg_policy') as made
  from pg_policy p join pg_class c on c.oid = p.polrelid
  where p.polname = 'scoped' and c.relnamespace = 'public'::regnamespace`;

/**
 * Raises the fences that are missing or have changed, known by what is noted at each: raising one
 * locks its table, and every start of the program comes past here while others work.
 */
async function raiseFences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; made: string | null }>(RAISED);
  const raised = new Map(rows.map(({ table, made }) => [table, made]));
  for (const [table, statements] of fenceStatements(await listFenced(client))) {
    const made = createHash("sha256").update(statements.join(";")).digest("hex");
    if (raised.get(table) === made) continue;
    for (const statement of statements) await client.query(statement);
    await client.query(`comment on policy scoped on ${table} is '${made}'`);
  }
}

const ROLES = ["huikuan_app", "huikuan_scoped"] as const;

const rightsOf = (role: (typeof ROLES)[number], appendOnly: readonly string[]) => [
  `grant usage on schema public to ${role}`,
  `grant select, insert, update, delete on all tables in schema public to ${role}`,
  `grant usage, select on all sequences in schema public to ${role}`,
  `revoke insert, update, delete on migration from ${role}`,
  ...appendOnly.map((name) => `revoke update, delete on ${name} from ${role}`),
];

/** Reading and writing for the application's roles, but no change of what is append-only. */
export async function giveRights(client: pg.Client): Promise<void> {
  const tables = await listTables(client);
  const there = new Set(tables.map(({ name }) => name));
  const appendOnly = APPEND_ONLY.filter((name) => there.has(name));
  const scopes = there.has("owner_change"); // from this migration on there are two roles
  const statements = [
    ...ROLES.slice(0, scopes ? 2 : 1).flatMap((role) => rightsOf(role, appendOnly)),
  ];
  if (there.has("creditor")) statements.push(removeCreditor(tables));
  for (const statement of statements) await client.query(statement);
  if (!scopes) return;
  await client.query(PASS_BY);
  await raiseFences(client);
}
