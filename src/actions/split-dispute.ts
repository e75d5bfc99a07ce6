/** Splits a part off a dispute, for another reason or another department. */
import type { Department, DisputeReason } from "../domain/book/dispute-reason.ts";
import { type DisputeRefusal, judgeSplit, type MoveRefusal } from "../domain/desk/dispute.ts";
import type { DisputeId, UserId } from "../domain/values/ids.ts";
import { type Money, zero } from "../domain/values/money.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { updateDisputeSplit } from "../store/disputes.ts";
import { defineAction } from "./action.ts";
import {
  type AssigneeRefusal,
  type DisputeNotFound,
  lockStandingDispute,
  mayBeNamed,
  tellDispute,
} from "./dispute-desk.ts";
import { storeDispute } from "./raise-dispute.ts";

export type SplitDispute = {
  readonly id: DisputeId;
  readonly amount: Money;
  readonly reason: DisputeReason;
  readonly department: Department | null;
  readonly assignee: UserId | null;
  readonly note: string | null;
};

type Refusal =
  | MoveRefusal
  | DisputeRefusal
  | DisputeNotFound
  | AssigneeRefusal
  | { readonly code: "dispute_split_takes_all"; readonly disputed: Money };

export const splitDispute = defineAction<SplitDispute, { readonly id: DisputeId }, Refusal>({
  name: "split_dispute",
  permission: "dispute:raise",
  async run(context, { id, amount, ...offer }) {
    const { tx, creditorId } = context;
    const standing = await lockStandingDispute(context, id);
    if (standing === null) return refuse({ code: "dispute_not_found" });
    const { dispute, parts } = standing;
    const disputed = parts?.disputed ?? zero(dispute.amount.currency);
    const part = judgeSplit(amount, dispute.state, disputed);
    if (!part.ok) return part;
    if (!(await mayBeNamed(context, offer.assignee))) return refuse({ code: "assignee_not_found" });
    await updateDisputeSplit(tx, creditorId, id, part.value);
    const split = { ...offer, note: offer.note?.trim() || null, amount: part.value };
    const { customer, item } = dispute;
    const other = await storeDispute(context, customer, item, split, { splitFrom: id });
    const facts = { amount: String(part.value.minor), other };
    await tellDispute(context, dispute, "split", split.note, facts);
    return ok({ id: other });
  },
});
