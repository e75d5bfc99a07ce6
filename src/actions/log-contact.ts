/** Writes down a call, a visit or a review; a task of the plan is done by it. */
import {
  type ContactChannel,
  type ContactOffer,
  type ContactRefusal,
  judgeContact,
} from "../domain/desk/contact-log.ts";
import type { ContactId, CustomerId, ItemId, PlanStepId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { insertContactLog } from "../store/contact-logs.ts";
import { findStep, lockSteps, type PlanStep, updateSteps } from "../store/plans.ts";
import { type Context, defineAction } from "./action.ts";
import { queueInvoiceCopy } from "./queue-invoice-copy.ts";
import { type DisputeOfItem, openDispute, type RaiseDisputeRefusal } from "./raise-dispute.ts";

export type LogContact = ContactOffer & {
  readonly customer: CustomerId;
  /** The task that is done by this; null: nobody planned it. */
  readonly step: PlanStepId | null;
  readonly contact: ContactId | null;
  readonly channel: ContactChannel;
  /** The customer says no: the invoice is disputed. */
  readonly dispute?: DisputeOfItem | null;
  /** The customer does not have these invoices: copies are sent. */
  readonly invoiceCopies?: readonly ItemId[];
};

type Refusal =
  | ContactRefusal
  | RaiseDisputeRefusal
  | { readonly code: "customer_not_found" }
  | { readonly code: "task_not_waiting" };

/** Refuses a task that is done already; what follows from the answer is done in the same breath. */
export const logContact = defineAction<LogContact, { readonly id: string }, Refusal>({
  name: "log_contact",
  permission: "contact:log",
  async run(context, input) {
    const { tx, creditorId, today, now, actor, newId } = context;
    const judged = judgeContact(input, today);
    if (!judged.ok) return judged;
    if ((await lockCustomer(tx, creditorId, input.customer)) === null) {
      return refuse({ code: "customer_not_found" });
    }
    const step = await takeTask(context, input);
    if (input.step !== null && step === null) return refuse({ code: "task_not_waiting" });
    if (input.dispute) {
      const disputed = await openDispute(context, input.customer, input.dispute);
      if (!disputed.ok) return disputed;
    }
    if (input.invoiceCopies?.length) {
      await queueInvoiceCopy(context, input.customer, input.invoiceCopies);
    }
    const id = newId<ContactId>();
    const { outcome, said, overdueReason, followUpOn } = judged.value;
    await insertContactLog(tx, creditorId, {
      id,
      customer: input.customer,
      planStep: input.step,
      contact: input.contact,
      day: today,
      at: now,
      channel: input.channel,
      outcome,
      said,
      overdueReason,
      followUpOn,
      writtenBy: actor.name,
    });
    return ok({ id });
  },
});

/** The waiting task, now done; null when it is not this customer's or not waiting. */
async function takeTask(
  { tx, creditorId, now, actor }: Context,
  { customer, step: id }: LogContact,
): Promise<PlanStep | null> {
  const step = id === null ? null : await findStep(tx, creditorId, id);
  if (step === null || step.customer !== customer || step.track !== "task") return null;
  const [waiting] = await lockSteps(tx, creditorId, [step.id], ["released"]);
  if (waiting === undefined) return null;
  await updateSteps(tx, creditorId, [step.id], { state: "done", at: now, actor: actor.name });
  return waiting;
}
