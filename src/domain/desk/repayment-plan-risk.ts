/** The risk of a plan: facts for and against it, each with its weight; none blocks alone. */
import { addMonths, daysBetween, type PlainDate } from "../values/calendar.ts";
import type { Money } from "../values/money.ts";
import type { TaskReason } from "./task.ts";

/** 0: to be known only; 3: speaks strongly against it. */
export type RiskWeight = 0 | 1 | 2 | 3;
export type RiskFact = { readonly weight: RiskWeight; readonly fact: TaskReason };

export type RiskSource = {
  readonly brokenPromises: number;
  /** Earlier plans of the customer that went into default, and those that were fulfilled. */
  readonly defaultedPlans: number;
  readonly fulfilledPlans: number;
  /** Payments that came back in the last twelve months. */
  readonly returnedPayments: number;
  readonly days: number;
  readonly longestDays: number;
  readonly amount: Money;
  readonly firstPayment: Money;
  /** The oldest due day among the claims in it. */
  readonly oldestDueOn: PlainDate;
  readonly guaranteed: boolean;
  readonly today: PlainDate;
};

/** How many of the ascending bounds a figure passes: its weight. */
const passed = (figure: number, bounds: readonly number[]): RiskWeight =>
  bounds.filter((bound) => figure > bound).length as RiskWeight;

/** The first payment in whole per cent of the plan, rounded down. */
const percentOf = (part: Money, whole: Money): number => Number((part.minor * 100n) / whole.minor);

/** Three years from the due day where nothing interrupted (民法典 188). */
const limitationOf = (dueOn: PlainDate): PlainDate => addMonths(dueOn, 36);

function limitationFact({ oldestDueOn, today }: RiskSource): RiskFact {
  const expiresOn = limitationOf(oldestDueOn);
  const left = daysBetween(today, expiresOn);
  const code = left < 0 ? "risk_limitation_may_have_passed" : "risk_limitation";
  return { weight: left < 0 ? 2 : 0, fact: { code, oldestDueOn, expiresOn, days: left } };
}

/**
 * What the decider sees, heaviest first: how earlier words were kept, how long the plan runs, how
 * much comes at once, how old the debt is. A guarantee and plans that were kept speak for it.
 */
export function weighRisk(source: RiskSource): readonly RiskFact[] {
  const { brokenPromises, defaultedPlans, fulfilledPlans, returnedPayments } = source;
  const { days, longestDays, amount, firstPayment, oldestDueOn, today } = source;
  const percent = percentOf(firstPayment, amount);
  const age = Math.max(0, daysBetween(oldestDueOn, today));
  const facts: readonly RiskFact[] = [
    {
      weight: passed(brokenPromises, [0, 1, 2]),
      fact: { code: "risk_broken_promises", count: brokenPromises },
    },
    {
      weight: defaultedPlans === 0 ? 0 : defaultedPlans === 1 ? 2 : 3,
      fact: { code: "risk_plans_defaulted", count: defaultedPlans, fulfilled: fulfilledPlans },
    },
    {
      weight: passed(returnedPayments, [0, 1, 3]),
      fact: { code: "risk_returned_payments", count: returnedPayments },
    },
    {
      weight: passed(days, [90, 180, 366]),
      fact: { code: "risk_length", days, longestDays },
    },
    {
      weight: percent >= 30 ? 0 : percent >= 10 ? 1 : 2,
      fact: { code: "risk_first_payment", percent },
    },
    { weight: passed(age, [60, 180, 366]), fact: { code: "risk_age_of_debt", days: age } },
    limitationFact(source),
    ...(source.guaranteed
      ? [{ weight: 0, fact: { code: "risk_guaranteed" } } satisfies RiskFact]
      : []),
  ];
  return facts.toSorted((left, right) => right.weight - left.weight);
}
