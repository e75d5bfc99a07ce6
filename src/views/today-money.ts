/** Money matters that wait on Today: payments that came back, bills whose deadline is near. */
import { type BillDeadline, billDeadlines } from "../domain/cash/bill-deadlines.ts";
import { type BillLine, listBillLines, standingBill } from "../store/bills.ts";
import { listReturnedLines } from "../store/returned-payments.ts";
import { LIVE_STATES, shownBill } from "./bills.ts";
import type { Sight } from "./look.ts";
import { loadReceipts } from "./receipt-brief.ts";
import { shownReturned } from "./returned-payments.ts";

/** More than anybody works through in a day. */
const MOST = 200;

/** From this many days before it a bill's deadline stands on Today: the term of presentment. */
const NEAR_DAYS = 10;

/** The earliest deadline that is near or was missed; null: nothing is to be done yet. */
const nearDeadline = (bill: BillLine, { today }: Sight): BillDeadline | null =>
  billDeadlines(standingBill(bill), today).find(({ days }) => days <= NEAR_DAYS) ?? null;

export async function viewTodayMoney(sight: Sight) {
  const { tx, creditor } = sight;
  const everybody = { customer: null, after: null, size: MOST };
  const unseen = await listReturnedLines(tx, creditor.id, { ...everybody, unseen: true });
  const live = await listBillLines(tx, creditor.id, { ...everybody, states: LIVE_STATES });
  const near = live.flatMap((line) => {
    const deadline = nearDeadline(line, sight);
    return deadline === null ? [] : [{ line, deadline }];
  });
  const about = [...unseen, ...near.map(({ line }) => line)].map(({ receipt }) => receipt);
  const receipts = await loadReceipts(sight, about);
  return {
    returned: unseen.map((line) => shownReturned(sight, line, receipts(line.receipt))),
    bills: near
      .toSorted((left, right) => left.deadline.days - right.deadline.days)
      .map(({ line, deadline }) => ({
        bill: shownBill(sight, line, receipts(line.receipt)),
        deadline,
      })),
  };
}
