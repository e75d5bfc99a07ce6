/** Judges waiting lines anew against the book as it stands; books by itself what is certain now. */
import { type Booking, inOne } from "../domain/book/booking.ts";
import { bookIgnored } from "../domain/cash/ignored-line.ts";
import { openMatchBook } from "../domain/cash/matching/match-book.ts";
import { itemNumberOf } from "../domain/cash/receipt.ts";
import type { SettledReceipt } from "../domain/cash/settle-receipt.ts";
import type { BankLineId, CustomerId, ReceiptId } from "../domain/values/ids.ts";
import { insertApplications, type NewApplication } from "../store/applications.ts";
import { updateJudgements, updateLineDecisions } from "../store/bank-lines.ts";
import { insertBooking } from "../store/items.ts";
import { listWaitingLines, type OpenLine } from "../store/match-rows.ts";
import { loadMatchValues } from "../store/match-values.ts";
import {
  type LockedReceipt,
  listTakenItemNumbers,
  lockReceiptsOfLines,
  updateReceiptStates,
  updateReceiptsIdentified,
} from "../store/receipts.ts";
import { lockOpenLines } from "../store/single-lines.ts";
import type { Context } from "./action.ts";
import { loadCashRules } from "./load-cash-rules.ts";
import {
  lockTouched,
  type MatchedLine,
  matchLines,
  type SettledLine,
  settleLine,
  type WaitingLine,
} from "./match-lines.ts";
import { applicationOf, decisionOf } from "./store-lines.ts";

type OpenReceipt = NonNullable<OpenLine["receipt"]>;
type Waiting = WaitingLine & { readonly open: OpenReceipt | null };

const standingOf = (open: OpenReceipt, taken: ReadonlySet<string>): SettledReceipt => {
  const { amount, number, receivedOn, method, remark: reference, itemId, rest } = open;
  const known = itemId !== null;
  return {
    ...{ amount, receivedOn, method, reference, itemId, rest },
    number: known ? number : itemNumberOf(number, taken),
    standing: known ? "identified" : "unidentified",
  };
};

/**
 * `only`: these lines; null: every line that waits. `whose`: the customers in question, where the
 * whole book need not be read. The lines themselves and what their receipts have on account are no
 * evidence for themselves.
 */
export async function rematch(
  context: Context,
  only: readonly BankLineId[] | null,
  whose: readonly CustomerId[] | null,
): Promise<readonly SettledLine<WaitingLine>[]> {
  const { tx, creditorId } = context;
  const found = await listWaitingLines(tx, creditorId, only);
  const [first] = found;
  if (first === undefined) return [];
  const lines = found.map(({ line }) => line.id);
  const items = found.flatMap(({ receipt }) => receipt?.itemId ?? []);
  const asked = { from: first.line.bookedOn, whose, without: { lines, items } };
  const book = openMatchBook(await loadMatchValues(tx, creditorId, asked));
  const rules = await loadCashRules(tx, creditorId);
  const numbers = found.flatMap(({ receipt }) => receipt?.number ?? []);
  const taken = await listTakenItemNumbers(tx, creditorId, numbers);
  const waiting = found.map(
    ({ line, byHand, receipt }): Waiting => ({
      ...{ line, byHand, open: receipt },
      known: receipt?.customerId ?? null,
      receipt: receipt === null ? null : standingOf(receipt, taken),
    }),
  );
  const matched = await matchLines(book, rules, waiting, () => {});
  const [open, made] = [await lockTouched(context, matched), new Map()];
  const unchanged = await lockUnchanged(context, matched);
  const settled = unchanged.map((one) => settleLine(one, rules, open, made, context));
  await storeRematched(context, settled);
  return settled;
}

/** Locks what is about to be booked; drops what somebody has changed meanwhile. */
async function lockUnchanged(
  { tx, creditorId }: Context,
  matched: readonly MatchedLine<Waiting>[],
): Promise<readonly MatchedLine<Waiting>[]> {
  const acting = matched.filter(({ choice }) => choice.kind !== "wait");
  const ids = acting.map(({ waiting }) => waiting.line.id);
  const receipts = await lockReceiptsOfLines(tx, creditorId, ids);
  const byId = new Map<string, LockedReceipt>(receipts.map((receipt) => [receipt.id, receipt]));
  const waits = await lockOpenLines(tx, creditorId, ids);
  return matched.filter(({ choice, waiting: { open, line } }) => {
    if (choice.kind === "wait") return true;
    if (!waits.has(line.id as BankLineId)) return false;
    return open === null || byId.get(open.id)?.version === open.version;
  });
}

async function storeRematched(
  context: Context,
  settled: readonly SettledLine<Waiting>[],
): Promise<void> {
  const { tx, creditorId, today: bookedOn, now } = context;
  const bookings: Booking[] = [];
  const applications: NewApplication[] = [];
  const leftOut: ReceiptId[] = [];
  const identified: Parameters<typeof updateReceiptsIdentified>[2][number][] = [];
  for (const { waiting, choice, money: made } of settled) {
    const { open } = waiting;
    if (open === null || choice.kind === "wait") continue;
    if (choice.kind === "ignore") {
      if (waiting.receipt === null) continue;
      bookings.push(bookIgnored(waiting.receipt, context.newId, choice.because));
      leftOut.push(open.id);
    } else if (made !== null) {
      const { customerId, proposal } = choice;
      const names = open.itemId === null;
      bookings.push(made.booking);
      applications.push(applicationOf(open.id, proposal, made, names, context));
      if (names) identified.push({ id: open.id, customerId, itemId: made.itemId });
    }
  }
  await updateReceiptStates(tx, creditorId, leftOut, "ignored");
  await insertBooking(tx, { creditorId, importId: null, bookedOn }, inOne(bookings));
  await updateReceiptsIdentified(tx, creditorId, identified);
  await insertApplications(tx, creditorId, applications);
  const decided = settled.filter(({ choice }) => choice.kind !== "wait");
  const decisions = decided.map((one) => decisionOf(one, now));
  await updateLineDecisions(tx, creditorId, decisions);
  const waits = settled.filter(({ choice }) => choice.kind === "wait");
  const judged = waits.map(({ waiting, judgement }) => ({ id: waiting.line.id, judgement }));
  await updateJudgements(tx, creditorId, judged);
}
