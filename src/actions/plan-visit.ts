/** Plans a visit: two people at least, at the customer's premises, in working hours. */
import {
  judgeVisit,
  type VisitOffer,
  type Visitor,
  type VisitRefusal,
} from "../domain/desk/visit.ts";
import { mayContact, type PersonRefusal } from "../domain/strategy/conduct-person.ts";
import type { CustomerId, PlanStepId, UserId, VisitId } from "../domain/values/ids.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { findPermit } from "../store/contact-permits.ts";
import { listContactDetails } from "../store/customer-details.ts";
import { findStep } from "../store/plans.ts";
import { insertVisit, listKnownColleagues } from "../store/visits.ts";
import { type Context, defineAction } from "./action.ts";
import { type ConductDesk, loadConduct } from "./conduct-desk.ts";
import { openTask } from "./open-task.ts";
import { personOf } from "./write-contact.ts";

export type PlanVisit = VisitOffer & {
  readonly customer: CustomerId;
  /** The task of the plan that it carries out; it is done by the report. */
  readonly step: PlanStepId | null;
};

type Refusal =
  | VisitRefusal
  | PersonRefusal
  | { readonly code: "customer_not_found" }
  | { readonly code: "contact_not_found" }
  | { readonly code: "user_not_found" }
  | { readonly code: "task_not_waiting" };

/** Refused elsewhere and at other hours unless an approval covers it; each visitor gets a task. */
export const planVisit = defineAction<PlanVisit, { readonly id: VisitId }, Refusal>({
  name: "plan_visit",
  permission: "contact:log",
  async run(context, { customer, step, ...offer }) {
    const { tx, creditorId, now, actor, newId } = context;
    if ((await lockCustomer(tx, creditorId, customer)) === null) {
      return refuse({ code: "customer_not_found" });
    }
    const planned = step === null ? null : await findStep(tx, creditorId, step);
    if (step !== null && (planned?.customer !== customer || planned.channel !== "visit")) {
      return refuse({ code: "task_not_waiting" });
    }
    const whom = await judgeWhom(context, customer, offer);
    if (!whom.ok) return whom;
    const visitors = await nameVisitors(context, offer.visitors);
    if (!visitors.ok) return visitors;
    const desk = await loadConduct(context);
    const frame = await frameOf(context, desk, offer);
    const judged = judgeVisit({ ...offer, visitors: visitors.value }, frame);
    if (!judged.ok) return judged;
    const id = newId<VisitId>();
    const arranged = { arrangedAt: now, arrangedBy: actor.name, arrangedById: actor.user };
    const visit = { ...judged.value, id, customer, step, approval: frame.approval, ...arranged };
    await insertVisit(tx, creditorId, visit);
    await openTasks(context, customer, visit);
    return ok({ id });
  },
});

async function judgeWhom(
  { tx, creditorId }: Context,
  customer: CustomerId,
  { contact }: VisitOffer,
): Promise<Result<null, PersonRefusal | { readonly code: "contact_not_found" }>> {
  if (contact === null) return ok(null);
  const known = await listContactDetails(tx, creditorId, customer);
  const person = known.find(({ id }) => id === contact);
  return person === undefined
    ? refuse({ code: "contact_not_found" })
    : mayContact(personOf(person));
}

/**
 * People with an account are named as the account is; one that isn't this creditor's is refused.
 */
async function nameVisitors(
  { tx, creditorId }: Context,
  visitors: readonly Visitor[],
): Promise<Result<readonly Visitor[], { readonly code: "user_not_found" }>> {
  const users = visitors.flatMap(({ user }) => user ?? []);
  const found = await listKnownColleagues(tx, creditorId, users);
  const names = new Map<UserId, string>(found.map(({ user, name }) => [user, name]));
  if (users.some((user) => !names.has(user))) return refuse({ code: "user_not_found" });
  return ok(visitors.map(({ user, name }) => ({ user, name: (user && names.get(user)) ?? name })));
}

async function frameOf(
  { tx, creditorId, today }: Context,
  { calendar, rules }: ConductDesk,
  { contact, plannedOn: day, plannedAt: time }: VisitOffer,
) {
  const permit = contact && (await findPermit(tx, creditorId, { contact, day, time }));
  return {
    today,
    calendar,
    rules,
    permitted: permit !== null,
    atHome: permit?.atHome ?? false,
    approval: permit?.approval ?? null,
  };
}

async function openTasks(
  context: Context,
  customer: CustomerId,
  visit: VisitOffer & { readonly id: VisitId },
): Promise<void> {
  const { id: subject, plannedOn: dueOn, plannedAt: at, place, purpose: note } = visit;
  const because = [{ code: "visit_planned", day: dueOn, at, place }];
  for (const { user } of visit.visitors) {
    if (user === null) continue;
    const about = { kind: "visit" as const, customer, subject, title: null, note, because };
    await openTask(context, { ...about, level: null, assignee: user, role: null, dueOn });
  }
}
