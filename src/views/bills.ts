/** Bills of exchange with their deadlines, what may be done next, and what is not money yet. */
import { type BillDeadline, billDeadlines, nextDeadline } from "../domain/cash/bill-deadlines.ts";
import {
  BILL_STATES,
  type BillMove,
  type BillState,
  canMove,
  countsAsExposure,
} from "../domain/cash/bill-of-exchange.ts";
import type { BillId, CustomerId } from "../domain/values/ids.ts";
import { type Money, money, totalsByCurrency } from "../domain/values/money.ts";
import {
  type BillLine,
  findBill,
  listBillCounts,
  listBillLines,
  listBillSums,
  standingBill,
} from "../store/bills.ts";
import { readCursor } from "./cursor.ts";
import type { Sight } from "./look.ts";
import { both } from "./plan-line.ts";
import { loadReceipts, type ShownReceipt } from "./receipt-brief.ts";
import { DAY_KEY, verdict, windowOf } from "./windowed.ts";

/** Bills in these states still have something to be done with them. */
export const LIVE_STATES = ["held", "presented", "dishonoured", "recourse"] as const;
/** Bills in these states may still come back: they count as exposure. */
export const EXPOSED_STATES: readonly BillState[] = BILL_STATES.filter(countsAsExposure);

export function shownBill(sight: Sight, line: BillLine, receipt: ShownReceipt) {
  const { currency, amount, ...bill } = line;
  const deadlines: readonly BillDeadline[] = billDeadlines(standingBill(line), sight.today);
  const can = (to: BillMove) => both(sight.may("bill:keep"), verdict(canMove(line, to)));
  return {
    ...bill,
    receipt,
    amount: money(amount, currency),
    deadlines,
    next: nextDeadline(deadlines),
    can: {
      presented: can("presented"),
      cleared: can("cleared"),
      dishonoured: both(sight.may("payment:return"), can("dishonoured")),
      endorsed: can("endorsed"),
      discounted: can("discounted"),
      recourse: can("recourse"),
      notified: can("notified"),
    },
  };
}

export type BillsWanted = {
  readonly state: BillState | "live" | "all";
  readonly customer?: CustomerId | undefined;
  readonly after?: string | undefined;
  readonly size: number;
};

const statesOf = (state: BillsWanted["state"]): readonly BillState[] | null => {
  if (state === "all") return null;
  return state === "live" ? LIVE_STATES : [state];
};

/** What these customers' bills (null: all) may still come back, by currency. */
export async function viewUncleared(
  { tx, creditor }: Sight,
  customers: readonly CustomerId[] | null,
): Promise<readonly Money[]> {
  const sums = await listBillSums(tx, creditor.id, customers, EXPOSED_STATES);
  return totalsByCurrency(sums.map(({ amount, currency }) => money(amount, currency)));
}

/** A window, the next to mature first, counts by state, and the exposure of all. */
export async function viewBills(sight: Sight, wanted: BillsWanted) {
  const { tx, creditor } = sight;
  const { size } = wanted;
  const customer = wanted.customer ?? null;
  const found = await listBillLines(tx, creditor.id, {
    states: statesOf(wanted.state),
    customer,
    after: readCursor(wanted.after, DAY_KEY),
    size,
  });
  const { rows, next } = windowOf(found, size, ({ maturesOn }) => maturesOn);
  const receipts = await loadReceipts(
    sight,
    rows.map(({ receipt }) => receipt),
  );
  const counts = await listBillCounts(tx, creditor.id);
  const countOf = (state: BillState) => counts.find((one) => one.state === state)?.count ?? 0;
  return {
    rows: rows.map((line) => shownBill(sight, line, receipts(line.receipt))),
    next,
    counts: Object.fromEntries(BILL_STATES.map((state) => [state, countOf(state)])) as Readonly<
      Record<BillState, number>
    >,
    uncleared: await viewUncleared(sight, customer === null ? null : [customer]),
  };
}

/** Null when there is no such bill. */
export async function viewBill(sight: Sight, id: BillId) {
  const line = await findBill(sight.tx, sight.creditor.id, id);
  if (line === null) return null;
  const receipts = await loadReceipts(sight, [line.receipt]);
  return shownBill(sight, line, receipts(line.receipt));
}
