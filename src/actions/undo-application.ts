/** Takes an application back exactly; its line waits again, and is never booked by itself. */
import { inOne, type Leg } from "../domain/book/booking.ts";
import { bookUnidentifying } from "../domain/cash/receipt.ts";
import { bookUndo } from "../domain/cash/undo.ts";
import type {
  ApplicationId,
  BankLineId,
  CustomerId,
  ItemId,
  ReceiptId,
} from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import {
  findApplication,
  isNamedByApplication,
  type LiveApplication,
  listLiveApplications,
  updateApplicationsEnded,
} from "../store/applications.ts";
import { updateLineDecisions } from "../store/bank-lines.ts";
import { updateDisputesFallen } from "../store/dispute-events.ts";
import { listEntryLegs } from "../store/entry-legs.ts";
import { insertBooking } from "../store/items.ts";
import { unlearnAliases } from "../store/payer-aliases.ts";
import {
  type LockedReceipt,
  lockForsakenReceipts,
  lockReceipt,
  updateReceiptStates,
} from "../store/receipts.ts";
import { updateRefundsFallen } from "../store/refunds.ts";
import { lockSettlementItems } from "../store/settlement-items.ts";
import { type Context, defineAction } from "./action.ts";
import { endTasksOf } from "./end-tasks.ts";
import { rejudgePromises } from "./rejudge-promises.ts";
import { rematch } from "./rematch.ts";

export type UndoApplication = { readonly id: ApplicationId; readonly reason: string };
export type Undone = { readonly receipt: ReceiptId; readonly line: BankLineId | null };

type Refusal =
  | { readonly code: "application_not_found" }
  | { readonly code: "application_has_ended" }
  | { readonly code: "reason_missing" };

export const undoApplication = defineAction<UndoApplication, Undone, Refusal>({
  name: "undo_application",
  permission: "cash:undo",
  async run(context, { id, reason }) {
    const { tx, creditorId, today, actor, newId } = context;
    const found = await findApplication(tx, creditorId, id);
    if (found === null) return refuse({ code: "application_not_found" });
    const { customerId, lineId: line } = found;
    await lockCustomer(tx, creditorId, customerId);
    const receipt = await lockReceipt(tx, creditorId, found.receiptId);
    const live = await listLiveApplications(tx, creditorId, found.receiptId);
    const own = live.find((one) => one.id === id);
    const itemId = receipt?.itemId ?? null;
    if (own === undefined || receipt === null || itemId === null) {
      return refuse({ code: "application_has_ended" });
    }
    const asked = await undoCase(context, receipt, itemId, own, live);
    const undoing = bookUndo({ ...asked, reason }, { newId, today, by: actor.name });
    if (!undoing.ok) return undoing;
    const { booking, endEntryId, unidentified, reopens } = undoing.value;
    await insertBooking(tx, { creditorId, importId: null, bookedOn: today }, booking);
    const ended = { state: "undone", endedOn: today, endedBy: actor.name, reason } as const;
    await updateApplicationsEnded(tx, creditorId, [{ id, ...ended, endEntryId }]);
    const fallen = { on: today, at: context.now, by: actor.name, said: reason.trim() };
    for (const subject of await updateDisputesFallen(tx, creditorId, id, fallen)) {
      await endTasksOf(context, { subject, state: "cancelled", outcome: fallen.said });
    }
    if (unidentified) await setFree(context, receipt, reason);
    await freeForsaken(context, asked.legs, reason);
    const reopened = new Set(asked.legs.flatMap((leg) => leg.itemId ?? []));
    await rejudgePromises(context, customerId, reopened, receipt.receivedOn, "to_come");
    const revoked = { on: today, by: actor.name };
    await unlearnAliases(tx, creditorId, customerId, own.learned, revoked);
    if (reopens && line !== null) await waitAgain(context, line, [customerId]);
    return ok({ receipt: receipt.id, line });
  },
});

/** The money is nobody's again; what was to be paid back of it falls. */
async function setFree(
  { tx, creditorId, now }: Context,
  { id }: LockedReceipt,
  reason: string,
): Promise<void> {
  await updateReceiptStates(tx, creditorId, [id], "unidentified");
  await updateRefundsFallen(tx, creditorId, id, reason, now);
}

/** Receipts whose own applications were undone before, and whose rest had been used in this one. */
async function freeForsaken(context: Context, legs: readonly Leg[], reason: string): Promise<void> {
  const { tx, creditorId, today: bookedOn, actor, newId } = context;
  const touched = legs.flatMap(({ itemId }) => itemId ?? []);
  const because = [{ code: "application_undone", reason, by: actor.name }];
  for (const receipt of await lockForsakenReceipts(tx, creditorId, touched)) {
    if (receipt.itemId === null) continue;
    const booked = { ...receipt, reference: receipt.remark };
    const booking = bookUnidentifying(booked, receipt.itemId, newId, because);
    await insertBooking(tx, { creditorId, importId: null, bookedOn }, inOne([booking]));
    await setFree(context, receipt, reason);
  }
}

/** Loads what the undoing is decided by, and locks the items that it touches. */
async function undoCase(
  { tx, creditorId }: Context,
  receipt: LockedReceipt,
  itemId: ItemId,
  { entryId, id }: LiveApplication,
  live: readonly LiveApplication[],
) {
  const entries = entryId === null ? [] : [entryId];
  const legs = [...(await listEntryLegs(tx, creditorId, entries)).values()].flat();
  const touched = legs.flatMap((leg) => leg.itemId ?? []);
  const items = await lockSettlementItems(tx, creditorId, [...new Set([...touched, itemId])]);
  const rest = items.find((item) => item.id === itemId)?.open ?? receipt.amount;
  const others = live
    .filter((one) => one.id !== id)
    .map((one) => ({ settled: one.entryId !== null }));
  const identified = await isNamedByApplication(tx, creditorId, receipt.id);
  const booked = { ...receipt, reference: receipt.remark };
  return { receipt: booked, itemId, rest, legs, identified, others };
}

/**
 * Marks the line as a person's from now on, and keeps what matching says of it today: of these
 * customers, or of all (null), which reads the whole book.
 */
export async function waitAgain(
  context: Context,
  line: BankLineId,
  whose: readonly CustomerId[] | null,
): Promise<void> {
  const open = { id: line, state: "open", what: null, duplicateOf: null, judgement: null } as const;
  const undecided = { byHand: true, because: null, decidedBy: null, decidedAt: null };
  await updateLineDecisions(context.tx, context.creditorId, [{ ...open, ...undecided }]);
  await rematch(context, [line], whose);
}
