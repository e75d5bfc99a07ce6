/** What the verbs on a dispute share: locked with its parts, its thread, who has to answer. */
import type { DisputeState } from "../domain/desk/dispute.ts";
import { answererOf, deciderOf } from "../domain/desk/dispute.ts";
import { type DisputeParts, partsOfItem } from "../domain/desk/dispute-parts.ts";
import { parsePolicy } from "../domain/strategy/policy.ts";
import { type DisputePolicy, USUAL_DISPUTES } from "../domain/strategy/policy-disputes.ts";
import type { PlainDate, WorkCalendar } from "../domain/values/calendar.ts";
import type { DisputeId, UserId } from "../domain/values/ids.ts";
import { amountText, type Money } from "../domain/values/money.ts";
import { assert } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { isAnswerer } from "../store/answerers.ts";
import { loadCalendar } from "../store/calendars.ts";
import { findCreditor } from "../store/creditors.ts";
import {
  type DisputeEventKind,
  type DisputeFacts,
  insertDisputeEvent,
} from "../store/dispute-events.ts";
import { listOpenDisputesOf } from "../store/dispute-items.ts";
import { findDispute, type LockedDispute, lockDispute } from "../store/disputes.ts";
import { findPolicy } from "../store/policies.ts";
import type { Context } from "./action.ts";
import { openTask } from "./open-task.ts";

export type DisputeNotFound = { readonly code: "dispute_not_found" };
export type AssigneeRefusal = { readonly code: "assignee_not_found" };

/** The policy's days and departments, and the working days of the creditor's country. */
export async function loadDisputeRules({
  tx,
  creditorId,
}: Context): Promise<{ readonly policy: DisputePolicy; readonly calendar: WorkCalendar }> {
  const stored = await findPolicy(tx, creditorId);
  const parsed = stored === null ? null : parsePolicy(stored.body);
  const creditor = await findCreditor(tx, creditorId);
  assert(creditor !== null, "an action is on a creditor that exists");
  const calendar = await loadCalendar(tx, creditor.country);
  return { policy: parsed?.ok ? parsed.value.disputes : USUAL_DISPUTES, calendar };
}

export type StandingDispute = {
  readonly dispute: LockedDispute;
  /** Of an open dispute: what of it is still disputed and what became of the rest. */
  readonly parts: DisputeParts | null;
};

/** Locks a dispute's customer and then it; null when there is none in reach. */
export async function lockStandingDispute(
  { tx, creditorId }: Context,
  id: DisputeId,
): Promise<StandingDispute | null> {
  const found = await findDispute(tx, creditorId, id);
  if (found === null) return null;
  if ((await lockCustomer(tx, creditorId, found.customer)) === null) return null;
  const dispute = await lockDispute(tx, creditorId, id);
  if (dispute === null) return null;
  const open = await listOpenDisputesOf(tx, creditorId, [dispute.item]);
  return { dispute, parts: partsOfItem(open.get(dispute.item) ?? []).get(id) ?? null };
}

/** Whether somebody may be named to answer; nobody named is fine. */
export const mayBeNamed = async (
  { tx, creditorId }: Context,
  user: UserId | null | undefined,
): Promise<boolean> => user == null || (await isAnswerer(tx, creditorId, user));

/** Writes down in the thread what the actor did. */
export async function tellDispute(
  { tx, creditorId, today, now, actor, newId }: Context,
  { id, customer }: Pick<LockedDispute, "id" | "customer">,
  kind: DisputeEventKind,
  said: string | null,
  facts: DisputeFacts,
): Promise<void> {
  const by = { day: today, at: now, by: actor.name, byId: actor.user };
  const event = { id: newId<DisputeId>(), dispute: id, customer, kind, said, facts, ...by };
  await insertDisputeEvent(tx, creditorId, event);
}

type Asked = Pick<
  LockedDispute,
  "id" | "customer" | "itemNumber" | "reason" | "department" | "assignee" | "salesperson"
> & { readonly disputed: Money };

/** Opens the task of whoever answers (`open`) or of whoever decides on the answer (`answered`). */
export async function openDisputeTask(
  context: Context,
  asked: Asked,
  state: Exclude<DisputeState, "closed">,
  dueOn: PlainDate,
): Promise<void> {
  const { id, customer, itemNumber: item, reason, department, disputed } = asked;
  const amount = { amount: amountText(disputed), currency: disputed.currency };
  const waits = state === "open" ? "dispute_to_answer" : "dispute_to_decide";
  const { assignee, role } =
    state === "open"
      ? answererOf(department, asked.assignee, asked.salesperson)
      : { assignee: null, role: deciderOf(department) };
  await openTask(context, {
    kind: "dispute",
    customer,
    subject: id,
    ...{ title: null, note: null, level: null, dueOn },
    because: [{ code: waits, item, amount, reason, department }],
    ...{ assignee, role },
  });
}
