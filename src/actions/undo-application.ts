/** Takes an application back exactly; its line waits again, and is never booked by itself. */
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
  type LiveApplication,
  listLiveApplications,
  updateApplicationsEnded,
} from "../store/applications.ts";
import { updateLineDecisions } from "../store/bank-lines.ts";
import { listEntryLegs } from "../store/entry-legs.ts";
import { insertBooking } from "../store/items.ts";
import { unlearnAliases } from "../store/payer-aliases.ts";
import { type LockedReceipt, lockReceipt, updateReceiptState } from "../store/receipts.ts";
import { lockSettlementItems } from "../store/settlement-items.ts";
import { type Context, defineAction } from "./action.ts";
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
    if (unidentified) await updateReceiptState(tx, creditorId, receipt.id, "unidentified");
    const revoked = { on: today, by: actor.name };
    await unlearnAliases(tx, creditorId, customerId, own.learned, revoked);
    if (reopens && line !== null) await waitAgain(context, line, [customerId]);
    return ok({ receipt: receipt.id, line });
  },
});

/** Loads what the undoing is decided by, and locks the items that it touches. */
async function undoCase(
  { tx, creditorId }: Context,
  receipt: LockedReceipt,
  itemId: ItemId,
  { entryId, identified, id }: LiveApplication,
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
