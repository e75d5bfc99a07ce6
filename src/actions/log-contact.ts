/** Writes down a call, a visit or a review; a task of the plan is done by it. */
import type { ItemId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { findStep, lockSteps, type PlanStep, updateSteps } from "../store/plans.ts";
import { type Context, defineAction } from "./action.ts";
import { queueInvoiceCopy } from "./queue-invoice-copy.ts";
import { type DisputeOfItem, openDispute, type RaiseDisputeRefusal } from "./raise-dispute.ts";
import {
  type WriteRefusal,
  type Written,
  type WrittenContact,
  writeContact,
} from "./write-contact.ts";

export type LogContact = WrittenContact & {
  /** The customer says no: the invoice is disputed. */
  readonly dispute?: DisputeOfItem | null;
  /** The customer does not have these invoices: copies are sent. */
  readonly invoiceCopies?: readonly ItemId[];
};

type Refusal =
  | WriteRefusal
  | RaiseDisputeRefusal
  | { readonly code: "customer_not_found" }
  | { readonly code: "task_not_waiting" };

/** Refuses a task that is done already; what follows from the answer is done in the same breath. */
export const logContact = defineAction<LogContact, Written, Refusal>({
  name: "log_contact",
  permission: "contact:log",
  async run(context, input) {
    const { tx, creditorId } = context;
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
    const written = await writeContact(context, input);
    return written.ok ? ok(written.value) : written;
  },
});

/** The waiting task, now done; null when it is not this customer's or not waiting. */
export async function takeTask(
  { tx, creditorId, now, actor }: Context,
  { customer, step: id }: Pick<WrittenContact, "customer" | "step">,
): Promise<PlanStep | null> {
  const step = id === null ? null : await findStep(tx, creditorId, id);
  if (step === null || step.customer !== customer || step.track !== "task") return null;
  const [waiting] = await lockSteps(tx, creditorId, [step.id], ["released"]);
  if (waiting === undefined) return null;
  await updateSteps(tx, creditorId, [step.id], { state: "done", at: now, actor: actor.name });
  return waiting;
}
