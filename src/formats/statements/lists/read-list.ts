/** Reads one list: what it is refused for at once, and which way its money goes. */
import type { Statement, StatementRefusal } from "../../../domain/cash/statement.ts";
import { type Currency, negate } from "../../../domain/values/money.ts";
import { ok, type Result, refuse } from "../../../domain/values/result.ts";
import { orderShown } from "../../tables/day-column.ts";
import { cellAt } from "../../tables/table.ts";
import { broken, unreadable } from "../fields.ts";
import { chainOf } from "./list-balances.ts";
import { listBody } from "./list-body.ts";
import { balanceIn, plainText } from "./list-cells.ts";
import { type ReadRow, type RowReading, readRow } from "./list-entries.ts";
import { type Columns, columnsOf, headingCurrency, type ListHead } from "./list-header.ts";
import { type AmountHabit, amountHabits, bankMoney, hasSigns, sideOf } from "./list-money.ts";
import { type ListRow, listRow } from "./list-row.ts";
import type { ListRules, SortedList } from "./list-rules.ts";
import { balanced, statementsOf } from "./list-statements.ts";
import { toldAccount, toldCurrency, toldIn } from "./list-titles.ts";

export type ReadLists = Result<readonly Statement[], StatementRefusal>;

/** Reads a list; the first field that can't be read refuses all of it. */
export function readList(head: ListHead, rules: ListRules, home: Currency): ReadLists {
  const { name: format } = rules;
  const columns = withMark(columnsOf(head, rules.headings), head);
  const refusal = refusedAtOnce(head, columns, format);
  if (refusal !== null) return refuse(refusal);
  const body = listBody(head, columns);
  if (body.secondList !== null) return refuse(broken(format, body.secondList.line, "structure"));
  const told = toldIn([...head.list.rows.slice(0, head.row), ...body.notes]);
  const unit = toldCurrency(told) ?? currencyInHeader(head, columns) ?? home;
  const whole: SortedList = { rules, head, columns, body, told, unit };
  const rows = body.rows.map((row) => listRow(row, columns, rules.constants));
  const read = readInTheRightWay(rows, whole);
  return read.ok ? ok(statementsOf(read.value, whole)) : read;
}

/** Where no column is called a mark, one in which every row says 收入 or 支出 is one. */
function withMark(columns: Columns, head: ListHead): Columns {
  if (["in", "out", "mark"].some((field) => columns.has(field))) return columns;
  const rows = listBody(head, columns).rows;
  const mark = (columns.get("kind") ?? []).filter((index) =>
    rows.every((row) => sideOf(plainText(cellAt(row, index))) !== null),
  );
  return mark.length === 0 || rows.length === 0 ? columns : new Map([...columns, ["mark", mark]]);
}

function refusedAtOnce(head: ListHead, columns: Columns, format: string): StatementRefusal | null {
  const [formula] = head.list.formulaLines;
  if (formula !== undefined) return broken(format, formula || null, "forbidden");
  const missing = ["day", "amount"].filter((field) => !hasColumn(columns, field));
  if (missing.length > 0) {
    const names = missing.map((field) =>
      field === "day" ? "交易日期 (day)" : "交易金额 (amount)",
    );
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

type ReadRows = Result<readonly ReadRow[], StatementRefusal>;

/**
 * Where columns alone don't tell which way the money goes, the balances must prove one reading; a
 * list that can be read in two ways is refused. An amount without any sign may be a card's charge,
 * and in a company's own ledger 借方 is money in.
 */
function readInTheRightWay(rows: readonly ListRow[], whole: SortedList): ReadRows {
  const { rules, head, columns } = whole;
  const habits = amountHabits(rows, head.headings[columns.get("out")?.[0] ?? -1] ?? "");
  const [first] = rows;
  for (const habit of habits) {
    const read = readRows(rows, whole, habit);
    if (!read.ok || first === undefined) return read;
    const proof = proofOf(read.value);
    if (proof === "proved") return read;
    if (habits.length > 1) continue;
    const doubtful = isUnsigned(rows, whole) || (rules.unknownBank === true && proof === "turned");
    return doubtful ? refuse(wayUnknown(first, rules.name)) : read;
  }
  return first === undefined ? ok([]) : refuse(wayUnknown(first, rules.name));
}

const wayUnknown = (row: ListRow, format: string): StatementRefusal =>
  unreadable(format, row.line, "mark", row.text("mark") || row.raw("amount") || row.raw("out"));

/** One amount column, without a sign anywhere and without a mark. */
const isUnsigned = (rows: readonly ListRow[], { rules, columns }: SortedList): boolean =>
  rules.signed !== true &&
  rules.money === undefined &&
  !["in", "out", "mark"].some((field) => columns.has(field)) &&
  rules.constants?.["mark"] === undefined &&
  !hasSigns(rows);

/** `turned`: the balances follow one another only if each amount goes the other way. */
function proofOf(read: readonly ReadRow[]): "proved" | "turned" | "none" {
  const [{ currency } = { currency: null }] = read;
  const steps = balanced(read);
  const alone = read.every((row) => row.currency === currency);
  if (currency === null || !alone || steps.length < 2) return "none";
  if (chainOf(steps, currency)?.unbroken === true) return "proved";
  const turned = steps.map((step) => ({ ...step, amount: negate(step.amount) }));
  return chainOf(turned, currency)?.unbroken === true ? "turned" : "none";
}

function readRows(
  rows: readonly ListRow[],
  { rules, head, told, unit }: SortedList,
  habit: AmountHabit,
): ReadRows {
  const reading: RowReading = {
    format: rules.name,
    money: rules.money ?? bankMoney,
    habit,
    dateOrder: rules.dateOrder ?? orderShown(rows.flatMap((row) => row.texts("day"))),
    method: rules.method ?? null,
    currency: unit,
    account: toldAccount(told),
    width: head.headings.length,
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
