/** The lines of a bank's file that the book does not have yet, ready to be judged. */
import {
  type CountedEntry,
  countsOn,
  inJudgingOrder,
  matchLineOf,
} from "../domain/cash/bank-line.ts";
import type { SettledReceipt } from "../domain/cash/settle-receipt.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { BankLineId, BankStatementId } from "../domain/values/ids.ts";
import { isPositive } from "../domain/values/money.ts";
import { assert } from "../domain/values/result.ts";
import { listLastReceiptCounts, listReceiptNumbers } from "../store/receipts.ts";
import type { Context } from "./action.ts";
import type { NewLine } from "./store-lines.ts";

/** Numbers of receipts made of bank lines; those recorded by hand begin otherwise. */
const PREFIX = "BR-";

const numberOf = (day: PlainDate, count: number): string =>
  `${PREFIX}${day.replaceAll("-", "")}-${count}`;

/**
 * Hands out `BR-20260331-7`: the next count of its day, one for each of the days given. Numbers
 * that somebody has given another day's receipt are passed over.
 */
export async function receiptNumbers(
  { tx, creditorId }: Context,
  days: readonly PlainDate[],
): Promise<(day: PlainDate) => string> {
  const counts = await listLastReceiptCounts(tx, creditorId, PREFIX, [...new Set(days)]);
  const next = new Map(counts);
  const free = new Map(days.map((day): [PlainDate, string[]] => [day, []]));
  let missing = days;
  while (missing.length > 0) {
    const drawn = missing.map((day) => {
      const count = (next.get(day) ?? 0) + 1;
      next.set(day, count);
      return { day, number: numberOf(day, count) };
    });
    const numbers = drawn.map(({ number }) => number);
    const taken = await listReceiptNumbers(tx, creditorId, numbers);
    for (const { day, number } of drawn) {
      if (!taken.has(number)) free.get(day)?.push(number);
    }
    missing = drawn.filter(({ number }) => taken.has(number)).map(({ day }) => day);
  }
  return (day) => {
    const number = free.get(day)?.shift();
    assert(number !== undefined, "a number was drawn for each line");
    return number;
  };
}

/** Gives new lines their ids and receipts, in the order in which they are judged. */
export async function prepareLines(
  context: Context,
  fresh: readonly CountedEntry[],
  statements: readonly BankStatementId[],
): Promise<readonly NewLine[]> {
  const { today, newId } = context;
  const ordered = inJudgingOrder(fresh);
  const days = ordered.map(({ entry }) => countsOn(entry, today));
  const nextNumber = await receiptNumbers(context, days);
  return ordered.map((counted) => ({
    counted,
    statementId: statements[counted.statement] as BankStatementId,
    line: matchLineOf(newId<BankLineId>(), counted.entry),
    byHand: false,
    known: null,
    receipt: receiptOf(counted, today, nextNumber),
  }));
}

function receiptOf(
  { entry }: CountedEntry,
  today: PlainDate,
  nextNumber: (day: PlainDate) => string,
): SettledReceipt | null {
  const { amount, method, remark: reference } = entry;
  if (!isPositive(amount)) return null;
  const receivedOn = countsOn(entry, today);
  const number = nextNumber(receivedOn);
  const standing = { rest: amount, standing: "new" as const, itemId: null };
  return { number, amount, receivedOn, method, reference, ...standing };
}
