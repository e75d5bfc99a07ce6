/** Stores judged lines of a bank's file: lines, bookings, receipts and applications, in chunks. */
import { type Booking, inOne } from "../domain/book/booking.ts";
import { type CountedEntry, countsOn } from "../domain/cash/bank-line.ts";
import type { Proposal } from "../domain/cash/matching/match.ts";
import { bookUnidentified } from "../domain/cash/receipt.ts";
import type { SettledMoney } from "../domain/cash/settle-receipt.ts";
import { storedSettlement } from "../domain/cash/stored-settlement.ts";
import type { Instant } from "../domain/values/calendar.ts";
import type { ApplicationId, BankStatementId, ImportId, ReceiptId } from "../domain/values/ids.ts";
import { insertApplications, type NewApplication } from "../store/applications.ts";
import { insertBankLines, type LineDecision, type NewBankLine } from "../store/bank-lines.ts";
import { insertBooking } from "../store/items.ts";
import { insertReceipts, type NewReceiptRow } from "../store/receipts.ts";
import type { Context } from "./action.ts";
import type { SettledLine, WaitingLine } from "./match-lines.ts";

/** A new line of a file on its way through matching. */
export type NewLine = WaitingLine & {
  readonly counted: CountedEntry;
  readonly statementId: BankStatementId;
};

export type SettledNewLine = SettledLine<NewLine>;

/** Who decided by itself: matching has no name of its own in the desk's people. */
export const ITSELF = "itself";

/** What is stored of a decision that nobody had to make, or that waits for somebody. */
export function decisionOf(
  { waiting, judgement, choice }: SettledLine<WaitingLine>,
  now: Instant,
): LineDecision {
  const { id } = waiting.line;
  const open = { id, duplicateOf: null, byHand: false, judgement: null };
  if (choice.kind === "wait") {
    const kept = { state: "open", what: null, because: null, decidedBy: null, decidedAt: null };
    return { ...open, ...kept, judgement } as LineDecision;
  }
  const decided = { ...open, decidedBy: ITSELF, decidedAt: now };
  if (choice.kind === "ignore") {
    const { what, duplicateOf, because } = choice;
    return { ...decided, state: "ignored", what, duplicateOf, because };
  }
  return { ...decided, state: "booked", what: "receipt", because: choice.proposal.because };
}

function lineOf(settled: SettledNewLine, now: Instant): NewBankLine {
  const { counted, statementId } = settled.waiting;
  const { entry, account, text, ordinal } = counted;
  return {
    ...decisionOf(settled, now),
    ...{ statementId, place: entry.line, account, text, ordinal },
    bookedOn: entry.bookedOn,
    valueOn: entry.valueOn,
    amount: entry.amount,
    payerName: entry.counterName,
    payerAccount: entry.counterAccount,
    payerBank: entry.counterBank,
    bankReference: entry.bankReference,
    payerReference: entry.payerReference,
    remark: entry.remark,
    method: entry.method,
    returned: entry.returned,
  };
}

type Stored = {
  readonly bookings: Booking[];
  readonly receipts: NewReceiptRow[];
  readonly applications: NewApplication[];
};

/** Money in makes a receipt, unless its line is left out; money out makes none. */
function receive(stored: Stored, settled: SettledNewLine, context: Context): void {
  const { waiting, choice, money } = settled;
  const { receipt, line, counted } = waiting;
  if (receipt === null || choice.kind === "ignore") return;
  const id = context.newId<ReceiptId>();
  const because = [{ code: "bank_line", account: counted.account, line: line.id }];
  const booking = money?.booking ?? bookUnidentified(receipt, context.newId, because);
  stored.bookings.push(booking);
  stored.receipts.push({
    ...{ id, number: receipt.number, amount: receipt.amount, method: receipt.method },
    receivedOn: countsOn(counted.entry, context.today),
    customerId: choice.kind === "book" ? choice.customerId : null,
    itemId: money?.itemId ?? null,
    bankLineId: line.id,
    payerName: line.payerName,
    payerAccount: line.payerAccount,
    remark: line.remark,
    recordedBy: context.actor.name,
  });
  if (choice.kind !== "book" || money === null) return;
  stored.applications.push(applicationOf(id, choice.proposal, money, true, context));
}

/** The application that matching made by itself. */
export const applicationOf = (
  receiptId: ReceiptId,
  { confidence, because }: Proposal,
  { entryId, settlement }: SettledMoney,
  identified: boolean,
  { newId, today, now }: Context,
): NewApplication => ({
  ...{ id: newId<ApplicationId>(), receiptId, customerId: settlement.customerId, entryId },
  ...{ identified, madeBy: "itself", actor: ITSELF, confidence, because },
  settlement: storedSettlement(settlement),
  learned: [],
  appliedOn: today,
  appliedAt: now,
});

/** Lines first, since receipts point at them; then money; then what points at both. */
export async function storeLines(
  context: Context,
  importId: ImportId,
  settled: readonly SettledNewLine[],
): Promise<void> {
  const { tx, creditorId, today: bookedOn, now } = context;
  const stored: Stored = { bookings: [], receipts: [], applications: [] };
  for (const one of settled) receive(stored, one, context);
  await insertBankLines(
    tx,
    creditorId,
    settled.map((one) => lineOf(one, now)),
  );
  await insertBooking(tx, { creditorId, importId, bookedOn }, inOne(stored.bookings));
  await insertReceipts(tx, creditorId, stored.receipts);
  await insertApplications(tx, creditorId, stored.applications);
}
