/** The rows of a list that are payments, told apart from totals, notes and repeated headers. */
import { cellAt, type TableRow } from "../../tables/table.ts";
import { dayIn, plainText } from "./list-cells.ts";
import { type Columns, isHeading, type ListHead, rowsBelow } from "./list-header.ts";

export type ListBody = {
  readonly rows: readonly TableRow[];
  /** Rows with the list's totals under its columns. */
  readonly totals: readonly TableRow[];
  /** A row that gives the balance before or after the list. */
  readonly balances: readonly { readonly label: "opening" | "closing"; readonly row: TableRow }[];
  /** Whatever else is written below, from the first other header on with all that follows. */
  readonly notes: readonly TableRow[];
  /** A second list with other columns begins here: then the file is not understood. */
  readonly secondList: TableRow | null;
};

const TOTAL =
  /^[#*]*(?:人民币|美元|港币|本期|本账户|全部|借贷方?|收支)?(?:合计|总计|累计|共计|汇总)|^(?:grand)?totals?\b/i;
const SUBTOTAL =
  /^(?:本页|本日|当日|本月|当月|本年|分页|\d+月)?(?:小计|合计|累计|总计)|^sub-?total/i;
/** A sum among the rows, with its day: 2026-03-31, 本日合计. */
const DAILY_TOTAL = /^(?:本页|本日|当日|本月|当月|分页)(?:小计|合计|累计|总计)[:：]?$/;
const OPENING =
  /期初余额|上期余额|承前|上页余额|上年结转|上日余额|brought forward|opening balance/i;
const CLOSING = /期末余额|过次页|结转下页|carried forward|closing balance/i;
const MONEY = ["in", "out", "amount"];

type Collected = {
  rows: TableRow[];
  totals: TableRow[];
  balances: { label: "opening" | "closing"; row: TableRow }[];
  notes: TableRow[];
};

/** Sorts the rows under a header. */
export function listBody(head: ListHead, columns: Columns): ListBody {
  const found: Collected = { rows: [], totals: [], balances: [], notes: [] };
  const own = head.headings.join("\u0001");
  const below = rowsBelow(head);
  for (const [at, row] of below.entries()) {
    if (isHeading(row)) {
      if (row.cells.join("\u0001") === own || !isOtherTable(row)) continue;
      const notes = [...found.notes, ...below.slice(at)];
      return { ...found, notes, secondList: hasPayments(below.slice(at + 1)) ? row : null };
    }
    sortRow(row, columns, found);
  }
  return { ...found, secondList: null };
}

/** English names under Chinese ones are the same header again; totals have their own. */
const isOtherTable = ({ cells }: TableRow): boolean => cells.some((cell) => /总|total/i.test(cell));

const hasPayments = (rows: readonly TableRow[]): boolean =>
  rows.some(({ cells }) => cells.some((cell) => /\d/.test(cell) && dayIn(cell, "ymd") !== null));

function sortRow(row: TableRow, columns: Columns, found: Collected): void {
  const filled = row.cells.filter((cell) => cell !== "");
  const first = (filled[0] ?? "").replace(/\s/g, "");
  if (filled.some((cell) => DAILY_TOTAL.test(cell.replace(/\s/g, "")))) return;
  if (hasDay(row, columns) && !isBalanceRow(row, columns)) {
    found.rows.push(row);
  } else if (/^#|^[-=*]{4,}/.test(first)) {
    found.notes.push(row);
  } else if (TOTAL.test(first)) {
    found.totals.push(row);
  } else if (SUBTOTAL.test(first)) {
    return;
  } else if (isBalanceRow(row, columns)) {
    found.balances.push({ label: OPENING.test(filled.join(" ")) ? "opening" : "closing", row });
  } else if (isNote(row, columns, filled)) {
    found.notes.push(row);
  } else {
    found.rows.push(row);
  }
}

const hasDay = (row: TableRow, columns: Columns): boolean =>
  (columns.get("day") ?? []).some((index) => {
    const cell = cellAt(row, index);
    return /\d/.test(cell) && dayIn(cell, "dmy") !== null;
  });

const isFilled = (row: TableRow, columns: Columns, fields: readonly string[]): boolean =>
  fields.some((field) =>
    (columns.get(field) ?? []).some((at) => plainText(cellAt(row, at)) !== ""),
  );

function isBalanceRow(row: TableRow, columns: Columns): boolean {
  const text = row.cells.join(" ");
  if (!OPENING.test(text) && !CLOSING.test(text)) return false;
  return !isFilled(row, columns, MONEY) && isFilled(row, columns, ["balance"]);
}

/** Words without an amount; digits alone are what is left of a payment, and not overlooked. */
function isNote(row: TableRow, columns: Columns, filled: readonly string[]): boolean {
  if (filled.length === 1) return /[^\d\s.,:/+-]/.test(filled[0] ?? "");
  return !isFilled(row, columns, [...MONEY, "balance", "mark"]);
}
