/** The list of receipts: a window of rows, how many there are of each kind, and their sums. */
import type { ReceiptState } from "../domain/cash/receipt.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { type Money, money } from "../domain/values/money.ts";
import {
  listReceiptSums,
  listReceiptWindow,
  type ReceiptLine,
  type ReceiptMethod,
  type ReceiptSum,
} from "../store/receipt-rows.ts";
import { readCursor } from "./cursor.ts";
import type { Sight } from "./look.ts";
import { shownReceipt } from "./receipt-brief.ts";
import { DAY_KEY, windowOf } from "./windowed.ts";

export type ReceiptsWanted = {
  readonly state?: ReceiptState | undefined;
  readonly method?: ReceiptMethod | undefined;
  readonly customer?: CustomerId | undefined;
  readonly unapplied: boolean;
  readonly from?: PlainDate | undefined;
  readonly to?: PlainDate | undefined;
  readonly text?: string | undefined;
  readonly after?: string | undefined;
  readonly size: number;
};

export const receiptRow = (line: ReceiptLine) => ({
  ...shownReceipt(line),
  rest: money(line.rest, line.currency),
  line: line.line,
});

/** The amounts of one kind, those that are nothing left out. */
const sumsOf = (sums: readonly ReceiptSum[], pick: (sum: ReceiptSum) => bigint): readonly Money[] =>
  sums.filter((sum) => pick(sum) !== 0n).map((sum) => money(pick(sum), sum.currency));

function totalsOf(sums: readonly ReceiptSum[]) {
  const of = (state: ReceiptState) => sums.filter((sum) => sum.state === state);
  const count = (some: readonly ReceiptSum[]) => some.reduce((all, sum) => all + sum.count, 0);
  const amounts = (state: ReceiptState) => sumsOf(of(state), ({ amount }) => amount);
  return {
    counts: {
      unidentified: count(of("unidentified")),
      identified: count(of("identified")),
      returned: count(of("returned")),
      unapplied: sums.reduce((all, { unappliedCount }) => all + unappliedCount, 0),
    },
    sums: {
      unidentified: amounts("unidentified"),
      identified: amounts("identified"),
      returned: amounts("returned"),
      unapplied: sumsOf(of("identified"), ({ unapplied }) => unapplied),
    },
  };
}

/** A window, the latest first; counts and sums are of everything asked for but the state. */
export async function viewReceipts(sight: Sight, wanted: ReceiptsWanted) {
  const { tx, creditor } = sight;
  const { unapplied, size } = wanted;
  const asked = {
    state: wanted.state ?? null,
    method: wanted.method ?? null,
    customer: wanted.customer ?? null,
    unapplied,
    from: wanted.from ?? null,
    to: wanted.to ?? null,
    text: wanted.text || null,
  };
  const after = readCursor(wanted.after, DAY_KEY);
  const found = await listReceiptWindow(tx, creditor.id, asked, after, size);
  const { rows, next } = windowOf(found, size, ({ receivedOn }) => receivedOn);
  const sums = await listReceiptSums(tx, creditor.id, asked);
  return { rows: rows.map(receiptRow), next, ...totalsOf(sums) };
}
