/** Rows as statements: one for each account and currency, with balances and totals told. */
import type { Statement, ToldTotals } from "../../../domain/cash/statement.ts";
import { type Currency, isZero, type Money, total } from "../../../domain/values/money.ts";
import { cellAt, type TableRow } from "../../tables/table.ts";
import { type BalancedRow, chainOf } from "./list-balances.ts";
import { amountIn, balanceIn } from "./list-cells.ts";
import type { ReadRow } from "./list-entries.ts";
import type { Columns } from "./list-header.ts";
import type { SortedList } from "./list-rules.ts";
import { toldAccount, toldBalance, toldPeriod, toldTotals } from "./list-titles.ts";

/** Rows that show their balance, as steps from one balance to the next. */
export const balanced = (rows: readonly ReadRow[]): readonly BalancedRow[] =>
  rows.flatMap(({ entries, balance }) =>
    balance === null ? [] : entries.map(({ bookedOn, amount }) => ({ bookedOn, amount, balance })),
  );

/** Statements in the order in which accounts first appear. */
export function statementsOf(read: readonly ReadRow[], whole: SortedList): readonly Statement[] {
  const groups = new Map<string, ReadRow[]>();
  for (const row of read) {
    const key = `${row.account ?? ""}\u0001${row.currency}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  if (groups.size === 0) return [emptyStatement(whole)];
  return [...groups.values()].map((rows) => statementOf(rows, whole, groups.size === 1));
}

function statementOf(rows: readonly ReadRow[], whole: SortedList, alone: boolean): Statement {
  const { told } = whole;
  const [first] = rows;
  const unit = first?.currency ?? whole.unit;
  const chain = balancesOf(rows, unit);
  const written = alone ? writtenBalances(whole, unit) : NO_BALANCES;
  const entries = rows.flatMap((row) => row.entries);
  const skipped = rows.flatMap((row) => row.skipped ?? []);
  return {
    account: first?.account ?? null,
    owner: first?.owner ?? told.get("owner") ?? null,
    currency: unit,
    number: told.get("number") ?? null,
    ...toldPeriod(told),
    opening: written.opening ?? chain?.opening ?? null,
    closing: written.closing ?? chain?.closing ?? null,
    told: alone && !rows.some(({ red }) => red) ? totalsOf(whole, entries, unit) : null,
    entries,
    ...(skipped.length > 0 ? { skipped } : {}),
  };
}

/** Only where every row shows its balance: a way with holes proves nothing. */
function balancesOf(rows: readonly ReadRow[], unit: Currency) {
  const moving = rows.filter(({ entries }) => entries.length > 0);
  const whole = moving.every(({ balance, entries }) => balance !== null && entries.length === 1);
  return whole ? chainOf(balanced(moving), unit) : null;
}

const NO_BALANCES = { opening: null, closing: null };

/** Balances from titles, or from rows such as 承前页余额. */
function writtenBalances({ told, body, columns }: SortedList, unit: Currency) {
  const inRow = (wanted: "opening" | "closing"): Money | null => {
    const [found] = body.balances.filter(({ label }) => label === wanted);
    const cell = found === undefined ? "" : cellAt(found.row, columns.get("balance")?.[0]);
    const amount = balanceIn(cell, unit);
    return amount === "unreadable" ? null : amount;
  };
  return {
    opening: toldBalance(told, "opening", unit) ?? inRow("opening"),
    closing: toldBalance(told, "closing", unit) ?? inRow("closing"),
  };
}

/** Totals from the platform's own tail, from titles or notes, or from a total row. */
function totalsOf(
  { rules, told, body, columns }: SortedList,
  entries: Statement["entries"],
  unit: Currency,
): ToldTotals | null {
  if (rules.ignoresTotals === true) return null;
  const tail = rules.tail?.(body.notes, unit) ?? null;
  if (tail === null) return toldTotals(told, unit) ?? totalRow(body.totals, columns, unit);
  const read = total(
    entries.map(({ amount }) => amount),
    unit,
  );
  return tail.net === null ? tail.totals : { ...tail.totals, control: { told: tail.net, read } };
}

function totalRow(rows: readonly TableRow[], columns: Columns, unit: Currency): ToldTotals | null {
  const [row] = rows;
  if (row === undefined) return null;
  const sum = (field: string): Money | null => {
    const amount = amountIn(cellAt(row, columns.get(field)?.[0]), unit);
    return amount === "unreadable" || amount === null ? null : amount;
  };
  const [inSum, outSum] = [sum("in"), sum("out")];
  const nothing = [inSum, outSum].every((one) => one === null || isZero(one));
  return nothing ? null : { inCount: null, inSum, outCount: null, outSum };
}

function emptyStatement(whole: SortedList): Statement {
  const { told, unit } = whole;
  return { ...statementOf([], whole, true), account: toldAccount(told), currency: unit };
}
