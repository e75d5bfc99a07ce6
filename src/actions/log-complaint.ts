/** Logs what a debtor says about how it was treated; somebody else looks into it in five days. */
import {
  answerComplaintBy,
  type ComplaintOffer,
  type ComplaintRefusal,
  judgeComplaint,
} from "../domain/desk/complaint.ts";
import type { ComplaintId, CustomerId, UserId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { isAnswerer } from "../store/answerers.ts";
import { insertComplaint, isOfCustomer } from "../store/complaints.ts";
import { type Context, defineAction } from "./action.ts";
import { loadDisputeRules } from "./dispute-desk.ts";
import { openTask } from "./open-task.ts";

type Refusal =
  | ComplaintRefusal
  | { readonly code: "customer_not_found" }
  | { readonly code: "contact_not_found" }
  | { readonly code: "assignee_not_found" };

export const logComplaint = defineAction<
  ComplaintOffer & { readonly customer: CustomerId },
  { readonly id: ComplaintId },
  Refusal
>({
  name: "log_complaint",
  permission: "complaint:log",
  async run(context, { customer, ...offer }) {
    const { tx, creditorId, today, now, actor, newId } = context;
    if ((await lockCustomer(tx, creditorId, customer)) === null) {
      return refuse({ code: "customer_not_found" });
    }
    const judged = judgeComplaint(offer, today);
    if (!judged.ok) return judged;
    if (!(await isOfCustomer(tx, creditorId, customer, offer))) {
      return refuse({ code: "contact_not_found" });
    }
    if (!(await mayLookInto(context, offer.owner))) return refuse({ code: "assignee_not_found" });
    const { policy, calendar } = await loadDisputeRules(context);
    const answerBy = answerComplaintBy(offer.receivedOn, policy.complaintDays, calendar);
    const id = newId<ComplaintId>();
    const logged = { loggedOn: today, loggedAt: now, loggedBy: actor.name };
    const given = { ...judged.value, id, customer, answerBy, ...logged, loggedById: actor.user };
    await insertComplaint(tx, creditorId, given);
    await openComplaintTask(context, given);
    return ok({ id });
  },
});

/** Nobody named is fine: then whoever has the role does. */
export const mayLookInto = async (
  { tx, creditorId }: Context,
  owner: UserId | null,
): Promise<boolean> =>
  owner === null || (await isAnswerer(tx, creditorId, owner, "complaint:answer"));

/** The task of whoever looks into it; without a name the credit manager's. */
export async function openComplaintTask(
  context: Context,
  complaint: Pick<ComplaintOffer, "owner" | "kind"> & {
    readonly id: ComplaintId;
    readonly customer: CustomerId;
    readonly answerBy: ComplaintOffer["receivedOn"];
  },
): Promise<void> {
  await openTask(context, {
    kind: "complaint",
    customer: complaint.customer,
    subject: complaint.id,
    ...{ title: null, note: null, level: null, dueOn: complaint.answerBy },
    because: [{ code: "complaint_to_answer", kind: complaint.kind }],
    assignee: complaint.owner,
    role: "credit_manager",
  });
}
