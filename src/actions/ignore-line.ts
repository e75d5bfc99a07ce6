/** Leaves a line of the bank out: no receivable, or a repetition; its money leaves the book. */
import { inOne } from "../domain/book/booking.ts";
import { bookIgnored } from "../domain/cash/ignored-line.ts";
import type { MatchReason } from "../domain/cash/matching/match.ts";
import type { BankLineId, CustomerId } from "../domain/values/ids.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { findBankLine, lockBankLine, updateLineDecisions } from "../store/bank-lines.ts";
import { insertBooking } from "../store/items.ts";
import { lockReceipt, updateReceiptStates } from "../store/receipts.ts";
import { isRepetitionOf } from "../store/single-lines.ts";
import { type Context, defineAction } from "./action.ts";

export type IgnoreLine = {
  readonly id: BankLineId;
  readonly reason: string;
  /** The line of which it is a repetition; null: it is no receivable. */
  readonly duplicateOf: BankLineId | null;
};

export type IgnoreRefusal =
  | { readonly code: "line_not_found" }
  | { readonly code: "line_not_open" }
  | { readonly code: "line_repeats_itself" }
  | { readonly code: "receipt_already_identified"; readonly customer: CustomerId }
  | { readonly code: "reason_missing" };

export const ignoreLine = defineAction<IgnoreLine, { readonly id: BankLineId }, IgnoreRefusal>({
  name: "ignore_line",
  permission: "line:ignore",
  async run(context, { id, reason, duplicateOf }) {
    const written = reason.trim();
    if (written === "") return refuse({ code: "reason_missing" });
    const because = [{ code: "ignored_by_person", reason: written }];
    return leaveOut(context, { id, duplicateOf, because });
  },
});

/** As `ignoreLine`, inside the transaction of a caller who says why as data. */
export async function leaveOut(
  context: Context,
  given: Omit<IgnoreLine, "reason"> & { readonly because: readonly MatchReason[] },
): Promise<Result<{ readonly id: BankLineId }, IgnoreRefusal>> {
  const { tx, creditorId, today, now, actor, newId } = context;
  const { id, duplicateOf, because } = given;
  const found = await findBankLine(tx, creditorId, id);
  if (found === null) return refuse({ code: "line_not_found" });
  const refusal = await refuseOriginal(context, given);
  if (refusal !== null) return refuse(refusal);
  const receipt = found.receipt === null ? null : await lockReceipt(tx, creditorId, found.receipt);
  const line = await lockBankLine(tx, creditorId, id);
  if (line?.state !== "open") return refuse({ code: "line_not_open" });
  if (receipt !== null) {
    const { customerId: customer } = receipt;
    if (customer !== null) return refuse({ code: "receipt_already_identified", customer });
    const booking = bookIgnored({ ...receipt, reference: receipt.remark }, newId, because);
    const booked = { creditorId, importId: null, bookedOn: today };
    await insertBooking(tx, booked, inOne([booking]));
    await updateReceiptStates(tx, creditorId, [receipt.id], "ignored");
  }
  const what = duplicateOf === null ? "not_receivable" : "duplicate";
  const ignored = { id, state: "ignored", what, duplicateOf, judgement: null } as const;
  const decided = { byHand: true, because, decidedBy: actor.name, decidedAt: now };
  await updateLineDecisions(tx, creditorId, [{ ...ignored, ...decided }]);
  return ok({ id });
}

async function refuseOriginal(
  { tx, creditorId }: Context,
  { id, duplicateOf }: Pick<IgnoreLine, "id" | "duplicateOf">,
): Promise<IgnoreRefusal | null> {
  if (duplicateOf === null) return null;
  if (duplicateOf === id) return { code: "line_repeats_itself" };
  const original = await findBankLine(tx, creditorId, duplicateOf);
  if (original === null) return { code: "line_not_found" };
  const circle = await isRepetitionOf(tx, creditorId, duplicateOf, id);
  return circle ? { code: "line_repeats_itself" } : null;
}
