/** Fences: which rows the role `huikuan_scoped` sees, for every table that hangs on a customer. */

/** A table of a creditor's book, with the foreign keys that lead on by a column of its own. */
export type FencedTable = {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly required: boolean }[];
  readonly links: readonly { readonly column: string; readonly to: string; readonly at: string }[];
};

/** What somebody's transaction says of itself: whose customers it sees. */
const OWNERS = "(select current_setting('huikuan.owners')::uuid[])::uuid[]";
const NOBODY = "'00000000-0000-0000-0000-000000000000'";

const seen = (table: string, parent: string, column: string, at = "id"): string =>
  `exists (select from ${parent} p
    where p.creditor_id = ${table}.creditor_id and p.${at} = ${table}.${column})`;

/**
 * Tables whose tie to a customer is no plain foreign key. An entry shows when all it posts to does;
 * a line of the bank with the receipt, return or refund it became, and as long as it is nobody's.
 */
const BY_HAND: Readonly<Record<string, string>> = {
  customer: `coalesce(owner_id, ${NOBODY}) = any (${OWNERS}) or sales_id = any (${OWNERS})`,
  entry: "entry_in_reach(creditor_id, id)",
  posting: `case when item_id is null then entry_in_reach(creditor_id, entry_id)
    else ${seen("posting", "item", "item_id")} end`,
  bank_line: `case what when 'receipt' then ${seen("bank_line", "receipt", "id", "bank_line_id")}
    when 'return' then ${seen("bank_line", "returned_payment", "id", "bank_line_id")}
    when 'refund' then ${seen("bank_line", "refund", "id", "bank_line_id")}
    else true end`,
  meeting: "false", // its frozen pack shows the whole book
};

/** What shows each table's row, as SQL; tables of which everybody sees all rows are left out. */
export function fences(tables: readonly FencedTable[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const judge = (table: FencedTable): string | null => {
    const byHand = BY_HAND[table.name];
    if (byHand !== undefined) return byHand;
    const required = (column: string) =>
      table.columns.some(({ name, required: must }) => name === column && must);
    const ties = table.columns.some(({ name }) => name === "customer_id")
      ? [{ column: "customer_id", to: "customer", at: "id" }]
      : table.links.filter(({ to }) => found.has(to));
    const shown = ties.map(({ column, to, at }) => {
      const tie = seen(table.name, to, column, at);
      return required(column) ? tie : `(${column} is null or ${tie})`;
    });
    return shown.length === 0 ? null : shown.join(" and ");
  };
  // Tables come parents first, so that a table's parents have been judged before it.
  for (const table of tables) {
    const shown = judge(table);
    if (shown !== null) found.set(table.name, shown);
  }
  return found;
}

/**
 * The statements that fence each table. `huikuan_app` sees every row, so that work which is not
 * scoped plans as if there were no fence. A row that hangs on a customer is written only where the
 * customer shows; a row of a row is free, since its parent may be written by the same statement.
 */
export function fenceStatements(
  tables: readonly FencedTable[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [name, shown] of fences(tables)) {
    const { columns = [] } = tables.find((table) => table.name === name) ?? {};
    const written = columns.some((column) => column.name === "customer_id") ? shown : "true";
    found.set(name, [
      `alter table ${name} enable row level security`,
      `drop policy if exists whole on ${name}`,
      `create policy whole on ${name} to huikuan_app using (true) with check (true)`,
      `drop policy if exists scoped on ${name}`,
      `create policy scoped on ${name} to huikuan_scoped using (${shown}) with check (${written})`,
    ]);
  }
  return found;
}
