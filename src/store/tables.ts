/** The store's own tables as the catalogs list them, parents before children. */
import type pg from "pg";
import { assert } from "../domain/values/result.ts";

export type Column = {
  readonly name: string;
  readonly type: string;
  /** Made by the server from other columns: never written. */
  readonly generated: boolean;
  readonly identity: boolean;
};

export type Table = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly parents: readonly string[];
};

type ColumnRow = {
  table: string;
  name: string;
  type: string;
  generated: boolean;
  identity: boolean;
};

const COLUMNS = `
  select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
    a.attgenerated <> '' as generated, a.attidentity <> '' as identity
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
  order by c.relname collate "C", a.attnum`;

const PARENTS = `
  select distinct c.relname as child, p.relname as parent
  from pg_constraint k
  join pg_class c on c.oid = k.conrelid
  join pg_class p on p.oid = k.confrelid
  where k.contype = 'f' and k.connamespace = 'public'::regnamespace and c.oid <> p.oid`;

/** Parents first, otherwise by name; a circle of foreign keys is a bug. */
export function inOrder(tables: readonly Table[]): readonly Table[] {
  const placed = new Set<string>();
  const ordered: Table[] = [];
  while (ordered.length < tables.length) {
    const next = tables.find(
      ({ name, parents }) => !placed.has(name) && parents.every((parent) => placed.has(parent)),
    );
    assert(next !== undefined, "foreign keys between tables form no circle");
    placed.add(next.name);
    ordered.push(next);
  }
  return ordered;
}

/** Every table of the schema with its columns, in an order in which rows can be inserted. */
export async function listTables(client: pg.Client): Promise<readonly Table[]> {
  const { rows: columns } = await client.query<ColumnRow>(COLUMNS);
  const { rows: links } = await client.query<{ child: string; parent: string }>(PARENTS);
  const names = [...new Set(columns.map((column) => column.table))];
  return inOrder(
    names.map((name) => ({
      name,
      columns: columns.filter((column) => column.table === name).map(({ table, ...rest }) => rest),
      parents: links.filter((link) => link.child === name).map((link) => link.parent),
    })),
  );
}
