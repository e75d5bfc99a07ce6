/** Closes a dispute with its outcome: what is still open of the item is chased again. */
import {
  type ClosingOutcome,
  type ClosingRefusal,
  judgeClosing,
  judgeLink,
  type LinkRefusal,
} from "../domain/desk/dispute-closing.ts";
import { bookLinkedCredit } from "../domain/desk/dispute-credit.ts";
import type { DisputeParts } from "../domain/desk/dispute-parts.ts";
import type { DisputeId, ItemId } from "../domain/values/ids.ts";
import { isPositive, lesser, money, zero } from "../domain/values/money.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { listOpenDisputesOf, lockCreditMemo } from "../store/dispute-items.ts";
import type { LockedDispute } from "../store/disputes.ts";
import { insertBooking } from "../store/items.ts";
import { lockSettlementItems } from "../store/settlement-items.ts";
import { type Context, defineAction } from "./action.ts";
import { type DisputeNotFound, lockStandingDispute } from "./dispute-desk.ts";
import { type Ending, endDispute } from "./end-dispute.ts";

export type CloseDispute = {
  readonly id: DisputeId;
  readonly outcome: ClosingOutcome;
  readonly said?: string | null;
  /** A credit memo that is in the book; without one, `credited` waits for what the ERP sends. */
  readonly creditMemo?: ItemId | null;
};

type MemoRefusal = LinkRefusal | { readonly code: "credit_memo_not_found" };
type Refusal = ClosingRefusal | DisputeNotFound | MemoRefusal;

export const closeDispute = defineAction<CloseDispute, { readonly id: DisputeId }, Refusal>({
  name: "close_dispute",
  permission: "dispute:close",
  async run(context, { id, outcome, said = null, creditMemo = null }) {
    const standing = await lockStandingDispute(context, id);
    if (standing === null) return refuse({ code: "dispute_not_found" });
    const { dispute, parts } = standing;
    const judged = judgeClosing(dispute.state, outcome, said);
    if (!judged.ok) return judged;
    if (parts === null) return refuse({ code: "dispute_is_closed" });
    const none = { credit: zero(dispute.amount.currency), creditItem: null };
    const linked =
      outcome === "credited" && creditMemo !== null
        ? await linkCredit(context, dispute, parts, creditMemo)
        : ok(none);
    if (!linked.ok) return linked;
    await endDispute(context, dispute, parts, { outcome, said: judged.value, ...linked.value });
    return ok({ id });
  },
});

/** Takes a known credit memo for the dispute; what of it is free is applied to the item. */
async function linkCredit(
  { tx, creditorId, today, actor, newId }: Context,
  { id, customer, item, itemIssuedOn }: LockedDispute,
  { disputed }: DisputeParts,
  memoId: ItemId,
): Promise<Result<Pick<Ending, "credit" | "creditItem">, MemoRefusal>> {
  await lockSettlementItems(tx, creditorId, [item, memoId]);
  const memo = await lockCreditMemo(tx, creditorId, customer, { memo: memoId, claim: item });
  if (memo === null) return refuse({ code: "credit_memo_not_found" });
  const { currency, number, issuedOn } = memo;
  const open = (await listOpenDisputesOf(tx, creditorId, [item])).get(item) ?? [];
  const own = open.find((one) => one.id === id);
  const since = own?.since.credited ?? zero(disputed.currency);
  const applied = lesser(money(memo.applied, disputed.currency), since);
  const judged = judgeLink({ open: money(memo.open, currency), applied }, disputed);
  if (!judged.ok) return judged;
  const { credit, apply } = judged.value;
  if (isPositive(apply)) {
    const because = [{ code: "dispute_credited", dispute: id, by: actor.name }];
    const claim = { id: item, issuedOn: itemIssuedOn };
    const booking = bookLinkedCredit(claim, { id: memoId, issuedOn }, apply, newId, because);
    await insertBooking(tx, { creditorId, importId: null, bookedOn: today }, booking);
  }
  return ok({ credit, creditItem: { id: memoId, number } });
}
