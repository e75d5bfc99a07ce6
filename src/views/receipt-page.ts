/** One receipt: its bank line, what it settled, claims on it, its return, refunds, its bill. */
import { canMove } from "../domain/cash/bill-of-exchange.ts";
import { judgeRefundRequest, refundedSum } from "../domain/cash/refund.ts";
import { judgeReturn, returnKindOf } from "../domain/cash/returned-payment.ts";
import { moneyOfStored, type StoredAllocation } from "../domain/cash/stored-settlement.ts";
import type { ItemId, ReceiptId } from "../domain/values/ids.ts";
import { isPositive, money } from "../domain/values/money.ts";
import { type ApplicationLine, listApplicationLines } from "../store/application-rows.ts";
import { type BillLine, findBillOf } from "../store/bills.ts";
import { type ClaimLine, listReceiptClaims } from "../store/receipt-claims.ts";
import { findReceiptLine, type ReceiptLine, standingReceipt } from "../store/receipt-rows.ts";
import { listRefundsOf, type RefundLine, standingRefund } from "../store/refunds.ts";
import { findReturnedOf } from "../store/returned-payments.ts";
import { findLineFacts } from "../store/single-lines.ts";
import { listTouchedItems, type TouchedItem } from "../store/standing-applications.ts";
import { shownBill } from "./bills.ts";
import type { Sight } from "./look.ts";
import { both } from "./plan-line.ts";
import { customerOf, shownReceipt } from "./receipt-brief.ts";
import { canClaim, shownClaim } from "./receipt-claims.ts";
import { receiptRow } from "./receipts.ts";
import { shownRefund } from "./refunds.ts";
import { shownReturned } from "./returned-payments.ts";
import { SOME_REASON, verdict } from "./windowed.ts";

/** Null when there is no such receipt. */
export async function viewReceipt(sight: Sight, id: ReceiptId) {
  const { tx, creditor } = sight;
  const line = await findReceiptLine(tx, creditor.id, id);
  if (line === null) return null;
  const claims = await listReceiptClaims(tx, creditor.id, [id]);
  const refunds = await listRefundsOf(tx, creditor.id, [id]);
  const bill = await findBillOf(tx, creditor.id, id);
  const returned = await findReturnedOf(tx, creditor.id, id);
  const [standing, brief] = [standingReceipt(line), shownReceipt(line)];
  return {
    ...receiptRow(line),
    recordedBy: line.recordedBy,
    version: line.version,
    bankLine: await viewLine(sight, line),
    applications: await viewApplications(sight, id),
    claims: claims.map((claim) => shownClaim(sight, claim, standing, claims)),
    returned: returned === null ? null : shownReturned(sight, returned, brief),
    refunds: refunds.map((refund) => shownRefund(sight, refund, brief)),
    bill: bill === null ? null : shownBill(sight, bill, brief),
    can: verbs(sight, line, { claims, refunds, bill }),
  };
}

/** A receipt and whether it may be booked as returned; null when there is none. */
export async function viewReturnable(sight: Sight, id: ReceiptId) {
  const { tx, creditor } = sight;
  const line = await findReceiptLine(tx, creditor.id, id);
  if (line === null) return null;
  const refunds = await listRefundsOf(tx, creditor.id, [id]);
  const bill = await findBillOf(tx, creditor.id, id);
  const judged = canReturn(sight, line, refunds, bill);
  return { receipt: shownReceipt(line), can: both(sight.may("payment:return"), judged) };
}

async function viewLine({ tx, creditor }: Sight, { line }: ReceiptLine) {
  const found = line === null ? null : await findLineFacts(tx, creditor.id, line);
  if (found === null) return null;
  const { minor, currency, ...facts } = found;
  return { ...facts, amount: money(minor, currency) };
}

async function viewApplications(sight: Sight, receipt: ReceiptId) {
  const { tx, creditor } = sight;
  const applications = await listApplicationLines(tx, creditor.id, receipt);
  const named = applications.flatMap(({ settlement: { allocations, credits } }) =>
    [...allocations, ...credits].map(({ itemId }) => itemId as ItemId),
  );
  const items = await listTouchedItems(tx, creditor.id, [...new Set(named)]);
  const byId = new Map<string, TouchedItem>(items.map((item) => [item.id, item]));
  return applications.map((application) => shownApplication(sight, application, byId));
}

const ENDED = { code: "application_has_ended" } as const;

function shownApplication(
  sight: Sight,
  { settlement, ...application }: ApplicationLine,
  items: ReadonlyMap<string, TouchedItem>,
) {
  const { id, madeBy, actor, confidence, because, appliedOn, appliedAt, state } = application;
  const { endedOn, endedBy, endReason } = application;
  const { shortfall, onAccount } = settlement;
  const settled = ({ itemId: id, ...stored }: StoredAllocation) => {
    const { kind = "", number = "" } = items.get(id) ?? {};
    return { item: { id, kind, number }, amount: moneyOfStored(stored) };
  };
  return {
    ...{ id, customer: customerOf(application), madeBy, actor, confidence },
    allocations: settlement.allocations.map(settled),
    credits: settlement.credits.map(settled),
    shortfall: shortfall && { kind: shortfall.kind, amount: moneyOfStored(shortfall) },
    onAccount: onAccount && moneyOfStored(onAccount),
    ...{ because: [...because], appliedOn, appliedAt, state, endedOn, endedBy, endReason },
    can: { undo: both(sight.may("cash:undo"), state === "live" ? true : ENDED) },
  };
}

const USED_UP = { code: "receipt_is_used_up" } as const;
const RETURNED = { code: "receipt_is_returned" } as const;

type Beside = {
  readonly claims: readonly ClaimLine[];
  readonly refunds: readonly RefundLine[];
  readonly bill: BillLine | null;
};

function verbs(sight: Sight, line: ReceiptLine, { claims, refunds, bill }: Beside) {
  const standing = standingReceipt(line);
  const left = isPositive(standing.rest) ? true : USED_UP;
  const open = standing.state === "returned" ? RETURNED : left;
  return {
    apply: both(sight.may("cash:apply"), open),
    claim: canClaim(sight, standing, claims),
    return: both(sight.may("payment:return"), canReturn(sight, line, refunds, bill)),
    refund: both(sight.may("refund:request"), open === true ? canRefund(line, refunds) : open),
  };
}

function canRefund(line: ReceiptLine, refunds: readonly RefundLine[]) {
  const least = money(1n, line.currency);
  const offer = { amount: least, reason: SOME_REASON };
  return verdict(judgeRefundRequest(offer, standingReceipt(line), refunds.map(standingRefund)));
}

function canReturn(
  { today }: Sight,
  { state, method, receivedOn, currency, ...line }: ReceiptLine,
  refunds: readonly RefundLine[],
  bill: BillLine | null,
) {
  const offer = { kind: returnKindOf(method), returnedOn: today, amount: null, charge: null };
  const amount = money(line.amount, currency);
  const refunded = refundedSum(refunds.map(standingRefund), amount.currency);
  const receipt = { state, method, amount, receivedOn, refunded, clause: null };
  const judged = verdict(judgeReturn({ ...offer, claimCharge: false }, receipt, today));
  if (judged !== true || bill === null) return judged;
  return verdict(canMove(bill, "dishonoured"));
}
