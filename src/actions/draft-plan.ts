/** Drafts a repayment plan: judged against what is free now, with its risk and cost. */
import type { AgreementClauses } from "../domain/desk/agreement-clauses.ts";
import { planCost } from "../domain/desk/agreement-cost.ts";
import { frozenTerms, wireCost } from "../domain/desk/agreement-terms.ts";
import {
  judgePlan,
  type PlanOffer,
  type PlanRefusal,
  type RepaymentPlan,
} from "../domain/desk/repayment-plan.ts";
import { type RiskFact, weighRisk } from "../domain/desk/repayment-plan-risk.ts";
import { addMonths } from "../domain/values/calendar.ts";
import type { AgreementId, CustomerId } from "../domain/values/ids.ts";
import { zero } from "../domain/values/money.ts";
import { assert, ok, type Result } from "../domain/values/result.ts";
import { findRiskFacts } from "../store/agreeable-items.ts";
import {
  type AgreementDesk,
  type AgreementDraft,
  type Asked,
  concessionsOf,
  type DeskRefusal,
  loadAgreementDesk,
} from "./agreement-desk.ts";

export type PlanInput = PlanOffer & {
  readonly reason: string;
  readonly clauses: AgreementClauses;
  /** The agreement that this one would replace. */
  readonly replaces: AgreementId | null;
};

async function riskOf(
  { tx, creditorId, today }: Asked,
  customer: CustomerId,
  { policy }: AgreementDesk,
  plan: RepaymentPlan,
  guaranteed: boolean,
): Promise<readonly RiskFact[]> {
  const found = await findRiskFacts(tx, creditorId, customer, addMonths(today, -12));
  const [first] = plan.instalments;
  const oldest = plan.parts.map(({ dueOn }) => dueOn).toSorted()[0];
  assert(first !== undefined && oldest !== undefined, "a plan has instalments and items");
  return weighRisk({
    ...found,
    days: plan.days,
    longestDays: policy.longestDays,
    amount: plan.amount,
    firstPayment: first.amount,
    oldestDueOn: oldest,
    guaranteed,
    today,
  });
}

/** What the plan would come to now; nothing is written. */
export async function draftPlan(
  asked: Asked,
  customer: CustomerId,
  input: PlanInput,
): Promise<Result<AgreementDraft, PlanRefusal | DeskRefusal>> {
  const loaded = await loadAgreementDesk(asked, customer, input.replaces);
  if (!loaded.ok) return loaded;
  const desk = loaded.value;
  const { policy, calendar, costRate } = desk;
  const judged = judgePlan(input, desk.items, policy, calendar, asked.today);
  if (!judged.ok) return judged;
  const plan = judged.value;
  const { clauses, reason, replaces } = input;
  const cost = costRate === null ? null : planCost(plan.instalments, costRate, asked.today);
  const risk = await riskOf(asked, customer, desk, plan, clauses.guarantor !== null);
  const draft = {
    kind: "repayment_plan",
    ...{ amount: plan.amount, interest: plan.interest, forgiven: zero(plan.amount.currency) },
    ...{ lastOn: plan.lastOn, days: plan.days, instalments: plan.instalments },
    items: plan.parts.map((part) => ({ ...part, newDueOn: null, forgiven: null })),
    terms: frozenTerms(policy, input.interest, asked.today),
    facts: { risk, cost: wireCost(cost) },
    ...{ clauses, reason, replaces },
  } as const;
  return ok({ ...draft, concessions: concessionsOf(desk, draft) });
}
