/** Refunds: what was asked for, how it was decided, whether it was paid. */

import type { RefundState } from "../domain/cash/refund.ts";
import { judgeRefundDecision, judgeRefundPayment } from "../domain/cash/refund.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { money } from "../domain/values/money.ts";
import {
  listRefundCounts,
  listRefundLines,
  type RefundLine,
  standingRefund,
} from "../store/refunds.ts";
import { readCursor } from "./cursor.ts";
import type { Sight } from "./look.ts";
import { both } from "./plan-line.ts";
import { customerOf, loadReceipts, type ShownReceipt } from "./receipt-brief.ts";
import { MOMENT_KEY, SOME_REASON, verdict, windowOf } from "./windowed.ts";

export function shownRefund(sight: Sight, refund: RefundLine, receipt: ShownReceipt) {
  const { id, reason, requestedBy, requestedAt, state, decidedBy, decidedAt } = refund;
  const amount = money(refund.amount, refund.currency);
  const standing = standingRefund(refund);
  const decide = (approve: boolean) => {
    const decision = { approve, reason: SOME_REASON, by: sight.viewer };
    const judged = verdict(judgeRefundDecision(standing, decision));
    return both(sight.may("refund:decide"), judged);
  };
  const payment = judgeRefundPayment(
    standing,
    { on: sight.today, line: null },
    amount,
    sight.today,
  );
  return {
    ...{ id, receipt, customer: customerOf(refund), amount, reason, requestedBy, requestedAt },
    ...{ state, decidedBy, decidedAt, decisionReason: refund.decisionReason },
    ...{ paidOn: refund.paidOn, bankLine: refund.bankLine },
    can: {
      approve: decide(true),
      refuse: decide(false),
      pay: both(sight.may("refund:request"), verdict(payment)),
    },
  };
}

export type RefundsWanted = {
  readonly state?: RefundState | undefined;
  readonly customer?: CustomerId | undefined;
  readonly after?: string | undefined;
  readonly size: number;
};

/** A window, the latest first, and how many there are in each state. */
export async function viewRefunds(sight: Sight, wanted: RefundsWanted) {
  const { tx, creditor } = sight;
  const { size } = wanted;
  const found = await listRefundLines(tx, creditor.id, {
    state: wanted.state ?? null,
    customer: wanted.customer ?? null,
    after: readCursor(wanted.after, MOMENT_KEY),
    size,
  });
  const { rows, next } = windowOf(found, size, ({ requestedAt }) => requestedAt);
  const receipts = await loadReceipts(
    sight,
    rows.map(({ receipt }) => receipt),
  );
  const counts = await listRefundCounts(tx, creditor.id);
  const countOf = (state: RefundState) => counts.find((one) => one.state === state)?.count ?? 0;
  return {
    rows: rows.map((refund) => shownRefund(sight, refund, receipts(refund.receipt))),
    next,
    counts: {
      requested: countOf("requested"),
      approved: countOf("approved"),
      refused: countOf("refused"),
      paid: countOf("paid"),
    },
  };
}
