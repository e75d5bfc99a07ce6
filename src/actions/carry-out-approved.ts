/** What follows a decision, by kind: an agreement moves on, a permit is given, a task is opened. */
import type { Decided } from "../domain/desk/approval.ts";
import { CARRIES_OUT, windowOfFacts } from "../domain/desk/approval-request.ts";
import { addWorkingDays } from "../domain/values/calendar.ts";
import type { AgreementId } from "../domain/values/ids.ts";
import { amountText, money } from "../domain/values/money.ts";
import { assert, ok, type Result } from "../domain/values/result.ts";
import type { ApprovalLine } from "../store/approvals.ts";
import { insertPermit } from "../store/permits.ts";
import type { Context } from "./action.ts";
import { type AgreementRefusal, agreementDecided } from "./decide-agreement.ts";
import { loadWorkCalendar } from "./escalate-broken.ts";
import { loadLadders } from "./open-approval.ts";
import { openTask } from "./open-task.ts";

export type CarryOutRefusal = AgreementRefusal;

/** Inside the transaction of the decision, so that nothing is approved and then forgotten. */
export async function carryOutDecision(
  context: Context,
  approval: ApprovalLine,
  { state, reason }: Decided,
): Promise<Result<null, CarryOutRefusal>> {
  if (isOfAgreement(approval.kind)) {
    assert(approval.subject !== null, "an agreement's approval names it");
    const agreement = approval.subject as AgreementId;
    return await agreementDecided(context, { agreement, approve: state === "approved", reason });
  }
  if (state === "refused") return ok(null);
  if (approval.kind === "outside_hours") return await givePermit(context, approval);
  return await openCarryOut(context, approval);
}

/** Those that an agreement waits for: it moves on with the decision. */
export const isOfAgreement = (kind: ApprovalLine["kind"]): boolean =>
  kind === "repayment_plan" || kind === "extension" || kind === "discount";

async function givePermit(
  { tx, creditorId }: Context,
  { id, customer, facts }: ApprovalLine,
): Promise<Result<null, never>> {
  const window = windowOfFacts(facts);
  assert(customer !== null && window !== null, "a permit names a person and its hours");
  await insertPermit(tx, creditorId, { ...window, approval: id, customer });
  return ok(null);
}

/** The department that carries it out has it on its list, with a deadline. */
async function openCarryOut(
  context: Context,
  { id, kind, customer, amount, currency, reason }: ApprovalLine,
): Promise<Result<null, never>> {
  const role = CARRIES_OUT[kind];
  if (role === null) return ok(null);
  const { approvals } = await loadLadders(context.tx, context.creditorId);
  const calendar = await loadWorkCalendar(context);
  const sum =
    amount === null || currency === null
      ? null
      : { amount: amountText(money(amount, currency)), currency };
  await openTask(context, {
    kind: "carry_out",
    customer,
    subject: id,
    title: null,
    note: reason,
    because: [{ code: "approved", kind, sum, by: context.actor.name }],
    level: null,
    assignee: null,
    role,
    dueOn: addWorkingDays(calendar, context.today, approvals.carryOutWithin),
  });
  return ok(null);
}
