/** The repayment plan: whether an offer keeps within the policy, and what it comes to. */
import type { AgreementPolicy } from "../strategy/policy-agreements.ts";
import { addDays, daysBetween, type PlainDate, type WorkCalendar } from "../values/calendar.ts";
import type { ItemId } from "../values/ids.ts";
import { compare, type Money, type Rate, scale, total } from "../values/money.ts";
import { ok, type Result, refuse } from "../values/result.ts";
import {
  type AgreeableItem,
  type AgreedPart,
  agreedParts,
  type PartsRefusal,
} from "./agreement.ts";
import {
  buildSchedule,
  type PlannedInstalment,
  type ScheduleOffer,
  type ScheduleRefusal,
} from "./repayment-plan-schedule.ts";

export type PlanOffer = {
  readonly items: readonly { readonly item: ItemId; readonly amount: Money }[];
  readonly schedule: ScheduleOffer;
  readonly rollToWorkingDay: boolean;
  readonly interest: Rate | null;
};

export type RepaymentPlan = {
  readonly parts: readonly AgreedPart[];
  readonly amount: Money;
  readonly interest: Money;
  readonly instalments: readonly PlannedInstalment[];
  readonly lastOn: PlainDate;
  /** From the proposal to the last day. */
  readonly days: number;
};

export type PlanRefusal =
  | PartsRefusal
  | ScheduleRefusal
  | { readonly code: "agreement_day_has_passed"; readonly today: PlainDate }
  | { readonly code: "plan_has_too_many_parts"; readonly most: number }
  | { readonly code: "plan_too_long"; readonly latest: PlainDate }
  | { readonly code: "plan_first_too_small"; readonly least: Money }
  | { readonly code: "plan_part_too_small"; readonly dueOn: PlainDate; readonly least: Money };

/** Parts per 10⁹ of an amount, half-up. */
export const shareOf = (amount: Money, ppb: bigint): Money =>
  scale(amount, ppb, 1_000_000_000n, "half-up");

/** The limits of the policy are the only thing that blocks a plan; risk is for who decides. */
function judgeLimits(
  instalments: readonly PlannedInstalment[],
  whole: Money,
  policy: AgreementPolicy,
  today: PlainDate,
): Result<null, PlanRefusal> {
  const [first] = instalments;
  const last = instalments.at(-1);
  if (first === undefined || last === undefined) return refuse({ code: "agreement_is_empty" });
  if (first.dueOn < today) return refuse({ code: "agreement_day_has_passed", today });
  const { mostParts: most, longestDays } = policy;
  if (instalments.length > most) return refuse({ code: "plan_has_too_many_parts", most });
  const latest = addDays(today, longestDays);
  if (last.dueOn > latest) return refuse({ code: "plan_too_long", latest });
  const least = shareOf(whole, policy.leastFirstPpb);
  if (instalments.length > 1 && compare(first.amount, least) < 0) {
    return refuse({ code: "plan_first_too_small", least });
  }
  const leastPart = policy.leastPart.find(({ currency }) => currency === whole.currency);
  const small = instalments.find(
    ({ amount }) => leastPart !== undefined && compare(amount, leastPart) < 0,
  );
  if (small !== undefined && leastPart !== undefined && instalments.length > 1) {
    return refuse({ code: "plan_part_too_small", dueOn: small.dueOn, least: leastPart });
  }
  return ok(null);
}

/**
 * What an offered plan comes to: its parts, its instalments with their interest (from today on,
 * on what is outstanding), its length. Refuses parts beyond what is free, a schedule that does not
 * add up, and what the policy does not grant.
 */
export function judgePlan(
  offer: PlanOffer,
  items: readonly AgreeableItem[],
  policy: AgreementPolicy,
  calendar: WorkCalendar,
  today: PlainDate,
): Result<RepaymentPlan, PlanRefusal> {
  const agreed = agreedParts(offer.items, items);
  if (!agreed.ok) return agreed;
  const parts = agreed.value;
  const { currency } = parts[0].amount;
  const amounts = parts.map((part) => part.amount);
  const amount = total(amounts, currency);
  const roll = offer.rollToWorkingDay ? calendar : null;
  const bears = offer.interest === null ? null : { rate: offer.interest, from: today };
  const built = buildSchedule(offer.schedule, amount, roll, bears);
  if (!built.ok) return built;
  const instalments = built.value;
  const judged = judgeLimits(instalments, amount, policy, today);
  if (!judged.ok) return judged;
  const lastOn = instalments.at(-1)?.dueOn ?? today;
  const interests = instalments.map(({ interest }) => interest);
  const days = daysBetween(today, lastOn);
  return ok({ parts, amount, interest: total(interests, currency), instalments, lastOn, days });
}
