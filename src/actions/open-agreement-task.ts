/** Opens a task about an agreement: for the customer's owner, or for whoever has the role. */
import type { Role } from "../domain/desk/permission.ts";
import type { TaskReason } from "../domain/desk/task.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { AgreementId, CustomerId } from "../domain/values/ids.ts";
import { findCustomerOwner } from "../store/agreements.ts";
import type { Context } from "./action.ts";
import { openTask } from "./open-task.ts";

type About = { readonly id: AgreementId; readonly customer: CustomerId };
type AgreementTask = {
  readonly because: readonly TaskReason[];
  readonly dueOn: PlainDate;
  readonly role: Role;
};

export async function openAgreementTask(
  context: Context,
  { id, customer }: About,
  { because, dueOn, role }: AgreementTask,
): Promise<void> {
  // a senior's task is not the owner's: the owner let it come so far
  const owner =
    role === "collector" ? await findCustomerOwner(context.tx, context.creditorId, customer) : null;
  await openTask(context, {
    ...{ kind: "agreement", customer, subject: id, title: null, note: null, because },
    ...{ level: null, assignee: owner, role: owner === null ? role : null, dueOn },
  });
}
