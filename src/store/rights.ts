/** What the application's role may do: given anew after each migration run. */
import type pg from "pg";
import { listTables, type Table } from "./tables.ts";

/** The ledger and the audit trail: rows are added, never changed or taken away. */
const APPEND_ONLY = ["entry", "posting", "audit_entry"] as const;

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

/** Reading and writing for `huikuan_app`, but no change of what is append-only. */
export async function giveRights(client: pg.Client): Promise<void> {
  const tables = await listTables(client);
  const there = new Set(tables.map(({ name }) => name));
  const statements = [
    "grant usage on schema public to huikuan_app",
    "grant select, insert, update, delete on all tables in schema public to huikuan_app",
    "grant usage, select on all sequences in schema public to huikuan_app",
    "revoke insert, update, delete on migration from huikuan_app",
    ...APPEND_ONLY.filter((name) => there.has(name)).map(
      (name) => `revoke update, delete on ${name} from huikuan_app`,
    ),
  ];
  if (there.has("creditor")) statements.push(removeCreditor(tables));
  for (const statement of statements) await client.query(statement);
}
