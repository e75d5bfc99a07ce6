/** Amounts of personal platform bills: 收/支, or neither, and what became of the order. */
import { isZero, negate } from "../../../domain/values/money.ts";
import { amountIn } from "./list-cells.ts";
import { type MoneyRule, moved, type Side, sideOf, still, unreadableMoney } from "./list-money.ts";
import type { ListRow } from "./list-row.ts";

export type PlatformWords = {
  /** States of orders that were never paid. */
  readonly closed: RegExp;
  /** What is money in among rows that are neither 收 nor 支: refunds, money taken from savings. */
  readonly coming: RegExp;
  readonly going: RegExp;
};

/** `235.61(已退款235.50)`: the refund is a row of its own. */
const REFUNDED = /\s*[(（]已(?:全额)?退款[^)）]*[)）]\s*$/;
/** Rows that are neither money in nor money out have one of these. */
const NEITHER = /^(?:不计收支|中性交易|其他|其它|\/)?$/;

/**
 * Platforms count what moves between a person's own pockets as neither in nor out; the words of
 * the row tell the way. Rows whose words don't tell are left out, and counted as such. An order
 * that was paid and then closed has its refund in a row of its own, so the payment counts.
 */
export function platformMoney(words: PlatformWords): MoneyRule {
  return (row, unit) => {
    const text = row.raw("amount").replace(REFUNDED, "");
    const amount = amountIn(text, unit);
    if (amount === null || amount === "unreadable") {
      return unreadableMoney("amount", row.raw("amount"));
    }
    if (isZero(amount)) return still("zero_amount");
    const way = wayOf(row, words);
    if (way === "in") return moved([{ amount }]);
    if (way === "out") return moved([{ amount: negate(amount) }]);
    return way === "unknown" ? unreadableMoney("mark", row.raw("mark")) : still(way);
  };
}

type Way = Side | "order_closed" | "neither_in_nor_out" | "unknown";

function wayOf(row: ListRow, words: PlatformWords): Way {
  const mark = row.raw("mark").trim();
  const known = sideOf(mark);
  if (known === null && !NEITHER.test(mark)) return "unknown";
  if (words.closed.test(row.text("status"))) return sideOfClosed(row, known);
  return known ?? sideByWords(row, words) ?? "neither_in_nor_out";
}

/** A closed order that names what it was paid with was paid, and given back in another row. */
const sideOfClosed = (row: ListRow, known: Side | null): Side | "order_closed" =>
  known !== "in" && row.text("paid_by") !== "" ? "out" : "order_closed";

/** The state and the kind of a row come before its free text. */
function sideByWords(row: ListRow, { coming, going }: PlatformWords): Side | null {
  if (/全额退款/.test(row.raw("amount"))) return "out";
  for (const text of [row.text("status"), ...row.texts("kind"), ...row.texts("remark")]) {
    if (coming.test(text)) return "in";
    if (going.test(text)) return "out";
  }
  return null;
}
