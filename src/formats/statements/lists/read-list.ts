/** A list as statements: one for each account and currency that its rows name. */
import type { DateOrder } from "../../../domain/book/import-row.ts";
import type { PaymentMethod } from "../../../domain/book/payment-method.ts";
import type { Statement, StatementRefusal, ToldTotals } from "../../../domain/cash/statement.ts";
import { type Currency, isZero, type Money, negate, total } from "../../../domain/values/money.ts";
import { ok, type Result, refuse } from "../../../domain/values/result.ts";
import { orderShown } from "../../tables/day-column.ts";
import { cellAt, type TableRow } from "../../tables/table.ts";
import { broken, unreadable } from "../fields.ts";
import { type BalancedRow, chainOf } from "./list-balances.ts";
import { type ListBody, listBody } from "./list-body.ts";
import { amountIn, balanceIn } from "./list-cells.ts";
import { type ReadRow, type RowReading, readRow } from "./list-entries.ts";
import type { Headings } from "./list-fields.ts";
import { type Columns, columnsOf, headingCurrency, type ListHead } from "./list-header.ts";
import { amountHabit, bankMoney, type MoneyRule } from "./list-money.ts";
import { type ListRow, listRow } from "./list-row.ts";
import {
  type Told,
  toldAccount,
  toldBalance,
  toldCurrency,
  toldIn,
  toldPeriod,
  toldTotals,
} from "./list-titles.ts";

/** What is particular about a bank's or a platform's lists; everything else is the same for all. */
export type ListRules = {
  readonly name: string;
  readonly headings: Headings;
  readonly money?: MoneyRule;
  readonly method?: PaymentMethod;
  readonly dateOrder?: DateOrder;
  /** The file itself says that its totals are not the sums of its rows. */
  readonly ignoresTotals?: boolean;
  /** Totals under another header below the list: heading → what they total. */
  readonly tail?: (rows: readonly TableRow[], unit: Currency) => ListTail | null;
  /** Whether nothing but the columns tells whose list it is: then two readings are looked for. */
  readonly unknownBank?: boolean;
};

export type ListTail = {
  readonly totals: ToldTotals;
  /** What came less what went, where the list's two sums can't be told apart. */
  readonly net: Money | null;
};

export type ReadLists = Result<readonly Statement[], StatementRefusal>;

type Whole = {
  readonly rules: ListRules;
  readonly head: ListHead;
  readonly columns: Columns;
  readonly body: ListBody;
  readonly told: Told;
  readonly unit: Currency;
};

/** Reads a list; the first field that can't be read refuses all of it. */
export function readList(head: ListHead, rules: ListRules, home: Currency): ReadLists {
  const { name: format } = rules;
  const columns = columnsOf(head, rules.headings);
  const refusal = refusedAtOnce(head, columns, format);
  if (refusal !== null) return refuse(refusal);
  const body = listBody(head, columns);
  if (body.secondList !== null) return refuse(broken(format, body.secondList.line, "structure"));
  const told = toldIn([...head.list.rows.slice(0, head.row), ...body.notes]);
  const unit = toldCurrency(told) ?? currencyInHeader(head, columns) ?? home;
  const whole: Whole = { rules, head, columns, body, told, unit };
  const rows = body.rows.map((row) => listRow(row, columns));
  const read = readRows(rows, whole);
  if (!read.ok) return read;
  const wrongWay = provedWrong(read.value, rows, whole);
  return wrongWay === null ? ok(statementsOf(read.value, whole)) : refuse(wrongWay);
}

function refusedAtOnce(head: ListHead, columns: Columns, format: string): StatementRefusal | null {
  const [formula] = head.list.formulaLines;
  if (formula !== undefined) return broken(format, formula || null, "forbidden");
  const missing = ["day", "amount"].filter((field) => !hasColumn(columns, field));
  if (missing.length > 0) {
    const names = missing.map((field) => (field === "day" ? "交易日期" : "交易金额"));
    return { code: "statement_column_missing", format, line: head.line, columns: names };
  }
  return cutRow(head, columns, format);
}

/** A list has its amounts in one column, or in one for each way. */
const hasColumn = (columns: Columns, field: string): boolean =>
  field === "amount" ? ["amount", "in", "out"].some((one) => columns.has(one)) : columns.has(field);

/** The last row of a text without a last line end: refused where it ends within an amount. */
function cutRow({ list, line, headings }: ListHead, columns: Columns, format: string) {
  const last = list.rows.at(-1);
  if (!list.endsOpen || last === undefined || last.line <= line) return null;
  const width = headings.findLastIndex((heading) => heading !== "") + 1;
  const end = last.cells.length - 1;
  const money = ["in", "out", "amount", "balance"].flatMap((field) => columns.get(field) ?? []);
  const within = money.some((index) => index >= end);
  const whole = last.cells.length >= width || last.cells.length === 1;
  return !whole && within ? broken(format, last.line, "cut_off") : null;
}

function currencyInHeader({ headings }: ListHead, columns: Columns): Currency | null {
  const money = ["in", "out", "amount"].flatMap((field) => columns.get(field) ?? []);
  for (const index of money) {
    const unit = headingCurrency(headings[index] ?? "");
    if (unit !== null) return unit;
  }
  return null;
}

function readRows(
  rows: readonly ListRow[],
  { rules, told, unit }: Whole,
): Result<readonly ReadRow[], StatementRefusal> {
  const reading: RowReading = {
    format: rules.name,
    money: rules.money ?? bankMoney,
    habit: amountHabit(rows),
    dateOrder: rules.dateOrder ?? orderShown(rows.flatMap((row) => row.texts("day"))),
    method: rules.method ?? null,
    currency: unit,
    account: toldAccount(told),
    hasBalances: rows.some((row) => isAmount(row.raw("balance"), unit)),
  };
  const read: ReadRow[] = [];
  for (const row of rows) {
    const one = readRow(row, reading);
    if (!one.ok) return one;
    read.push(one.value);
  }
  return ok(read);
}

const isAmount = (cell: string, unit: Currency): boolean => {
  const amount = balanceIn(cell, unit);
  return amount !== null && amount !== "unreadable";
};

const balanced = (rows: readonly ReadRow[]): readonly BalancedRow[] =>
  rows.flatMap(({ entries, balance }) =>
    balance === null ? [] : entries.map(({ bookedOn, amount }) => ({ bookedOn, amount, balance })),
  );

/**
 * Where columns alone don't tell which way the money goes, the balances must: an amount without any
 * sign may be a card's charge, and in a company's own ledger 借方 is money in.
 */
function provedWrong(
  read: readonly ReadRow[],
  rows: readonly ListRow[],
  { rules, unit, columns }: Whole,
): StatementRefusal | null {
  const [first] = rows;
  if (first === undefined) return null;
  const one = new Set(read.map(({ currency }) => currency)).size === 1;
  const steps = one ? balanced(read) : [];
  const chain = chainOf(steps, steps[0]?.amount.currency ?? unit);
  const proved = steps.length > 1 && chain?.unbroken === true;
  const no = (text: string) => unreadable(rules.name, first.line, "mark", text);
  const habit = amountHabit(rows);
  const byAmount = !columns.has("in") && !columns.has("out") && rules.money === undefined;
  if (byAmount && habit.marked === "unclear" && !proved) return no(first.text("mark"));
  if (rules.unknownBank !== true || proved) return null;
  const unsigned = byAmount && !columns.has("mark") && !habit.hasSigns;
  if (unsigned) return no(first.raw("amount"));
  const turned = steps.map((step) => ({ ...step, amount: negate(step.amount) }));
  const other = chainOf(turned, unit);
  return steps.length > 1 && other?.unbroken === true ? no(first.text("mark")) : null;
}

function statementsOf(read: readonly ReadRow[], whole: Whole): readonly Statement[] {
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

function statementOf(rows: readonly ReadRow[], whole: Whole, alone: boolean): Statement {
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
function writtenBalances({ told, body, columns }: Whole, unit: Currency) {
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
  { rules, told, body, columns }: Whole,
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

function emptyStatement(whole: Whole): Statement {
  const { told, unit } = whole;
  return { ...statementOf([], whole, true), account: toldAccount(told), currency: unit };
}
