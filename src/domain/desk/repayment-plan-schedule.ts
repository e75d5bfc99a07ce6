/** The schedule of a repayment plan: which part is due when, and the interest agreed on it. */
import {
  addDays,
  addMonths,
  addWorkingDays,
  daysBetween,
  type PlainDate,
  type WorkCalendar,
  workingDayFrom,
} from "../values/calendar.ts";
import {
  compare,
  isPositive,
  type Money,
  money,
  type Rate,
  scale,
  subtract,
  total,
} from "../values/money.ts";
import { ok, type Result, refuse } from "../values/result.ts";

export type Rhythm = "week" | "two_weeks" | "month" | "quarter";

/** `custom`: only the last amount may be left open; it takes what the others leave. */
export type ScheduleOffer =
  | {
      readonly kind: "equal";
      readonly count: number;
      readonly firstOn: PlainDate;
      readonly every: Rhythm;
      readonly firstPayment: Money | null;
    }
  | { readonly kind: "dates"; readonly days: readonly PlainDate[] }
  | {
      readonly kind: "custom";
      readonly parts: readonly { readonly dueOn: PlainDate; readonly amount: Money | null }[];
    };

export type PlannedInstalment = {
  readonly place: number;
  readonly dueOn: PlainDate;
  /** The day as asked for, where that is not worked. */
  readonly rolledFrom: PlainDate | null;
  readonly amount: Money;
  readonly interest: Money;
};

export type ScheduleRefusal =
  | { readonly code: "agreement_is_empty" }
  | { readonly code: "plan_days_not_ascending"; readonly dueOn: PlainDate }
  | { readonly code: "plan_part_not_positive"; readonly place: number }
  | { readonly code: "plan_parts_do_not_add_up"; readonly amount: Money; readonly parts: Money };

const MONTHS: Readonly<Record<Rhythm, number | null>> = {
  week: null,
  two_weeks: null,
  month: 1,
  quarter: 3,
};

/** The day `places` beats after the first; of months the corresponding day or the last (202). */
function beat(first: PlainDate, every: Rhythm, places: number): PlainDate {
  const months = MONTHS[every];
  if (months !== null) return addMonths(first, months * places);
  return addDays(first, (every === "week" ? 7 : 14) * places);
}

/** Equal parts rounded down; the last one takes the rest, so that they make the whole. */
function equalParts(amount: Money, count: number): readonly Money[] {
  const each = amount.minor / BigInt(count);
  const last = amount.minor - each * BigInt(count - 1);
  return Array.from({ length: count }, (_, at) =>
    money(at === count - 1 ? last : each, amount.currency),
  );
}

type Wanted = { readonly dueOn: PlainDate; readonly amount: Money };

function wantedEqual(
  offer: Extract<ScheduleOffer, { readonly kind: "equal" }>,
  whole: Money,
): readonly Wanted[] {
  const { count, firstOn, every, firstPayment } = offer;
  const days = Array.from({ length: count }, (_, place) => beat(firstOn, every, place));
  const split = firstPayment !== null && count > 1;
  const amounts = split
    ? [firstPayment, ...equalParts(subtract(whole, firstPayment), count - 1)]
    : equalParts(firstPayment ?? whole, count);
  return days.flatMap((dueOn, at) => {
    const amount = amounts[at];
    return amount === undefined ? [] : [{ dueOn, amount }];
  });
}

function wantedCustom(
  { parts }: Extract<ScheduleOffer, { readonly kind: "custom" }>,
  whole: Money,
): readonly Wanted[] {
  const named = parts.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  const rest = subtract(whole, total(named, whole.currency));
  return parts.map(({ dueOn, amount }, at) => ({
    dueOn,
    amount: amount ?? (at === parts.length - 1 ? rest : money(0n, whole.currency)),
  }));
}

function wantedOf(offer: ScheduleOffer, whole: Money): readonly Wanted[] {
  if (offer.kind === "equal") return wantedEqual(offer, whole);
  if (offer.kind === "custom") return wantedCustom(offer, whole);
  const { days } = offer;
  if (days.length === 0) return [];
  const amounts = equalParts(whole, days.length);
  return days.map((dueOn, at) => ({ dueOn, amount: amounts[at] ?? whole }));
}

/** A day that is not worked moves on; two that would meet keep a working day between their rows. */
function rolled(
  wanted: readonly Wanted[],
  calendar: WorkCalendar | null,
): readonly (Wanted & { readonly rolledFrom: PlainDate | null })[] {
  let before: PlainDate | null = null;
  return wanted.map(({ dueOn: asked, amount }) => {
    let dueOn = calendar === null ? asked : workingDayFrom(calendar, asked);
    if (calendar !== null && before !== null && dueOn <= before) {
      dueOn = addWorkingDays(calendar, before, 1);
    }
    before = dueOn;
    return { dueOn, amount, rolledFrom: dueOn === asked ? null : asked };
  });
}

const YEAR = 365n;
const BILLION = 1_000_000_000n;

/**
 * Simple interest on a balance for some days, a yearly rate by 365 days, half-up to the minor unit
 * (never on interest: law.md's rule for every reckoning of the house).
 */
export const simpleInterest = (balance: Money, rate: Rate, days: number): Money =>
  scale(
    balance,
    rate.partsPerBillion * BigInt(days),
    rate.per === "day" ? BILLION : BILLION * YEAR,
    "half-up",
  );

/** Each instalment bears the interest of what was outstanding since the day before it. */
function withInterest(
  parts: ReturnType<typeof rolled>,
  whole: Money,
  interest: { readonly rate: Rate; readonly from: PlainDate } | null,
): readonly PlannedInstalment[] {
  let outstanding = whole;
  let since = interest?.from ?? null;
  return parts.map(({ amount, dueOn, rolledFrom }, at) => {
    const days = since === null ? 0 : Math.max(0, daysBetween(since, dueOn));
    const bears = interest !== null && days > 0;
    const own = bears ? simpleInterest(outstanding, interest.rate, days) : zeroOf(whole);
    outstanding = subtract(outstanding, amount);
    since = since === null ? null : dueOn;
    return { place: at + 1, dueOn, rolledFrom, amount, interest: own };
  });
}

const zeroOf = ({ currency }: Money): Money => money(0n, currency);

/**
 * Builds a schedule over `whole`: parts that sum to it exactly, on days that strictly increase.
 * `calendar`: days that are not worked move to the next that is; null keeps them as asked.
 * Refuses an empty schedule, days that do not ascend, a part of nothing, parts that miss the whole.
 */
export function buildSchedule(
  offer: ScheduleOffer,
  whole: Money,
  calendar: WorkCalendar | null,
  interest: { readonly rate: Rate; readonly from: PlainDate } | null,
): Result<readonly PlannedInstalment[], ScheduleRefusal> {
  const wanted = wantedOf(offer, whole);
  if (wanted.length === 0) return refuse({ code: "agreement_is_empty" });
  const backwards = wanted.find(
    ({ dueOn }, at) => at > 0 && dueOn <= (wanted[at - 1]?.dueOn ?? ""),
  );
  if (backwards !== undefined) {
    return refuse({ code: "plan_days_not_ascending", dueOn: backwards.dueOn });
  }
  const amounts = wanted.map(({ amount }) => amount);
  const empty = amounts.findIndex((amount) => !isPositive(amount));
  const parts = total(amounts, whole.currency);
  if (compare(parts, whole) !== 0 && empty === -1) {
    return refuse({ code: "plan_parts_do_not_add_up", amount: whole, parts });
  }
  if (empty !== -1) return refuse({ code: "plan_part_not_positive", place: empty + 1 });
  return ok(withInterest(rolled(wanted, calendar), whole, interest));
}
