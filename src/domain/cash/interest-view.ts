/** The interest view: principal and late interest under 561 and principal-first, as a memo. */
import { addDays, daysBetween, later, type PlainDate } from "../values/calendar.ts";
import {
  add,
  compare,
  isPositive,
  lesser,
  type Money,
  type Rate,
  scale,
  subtract,
  zero,
} from "../values/money.ts";
import { assert, ok, type Result, refuse } from "../values/result.ts";
import type { LateRateOn } from "./appropriation-order.ts";

/**
 * What lowered the item: money of the debtor, or a `reduction` (a credit memo, a discount, a fee
 * given up), which is no payment and so never pays interest.
 */
export type Paid = {
  readonly on: PlainDate;
  readonly amount: Money;
  readonly kind: "payment" | "reduction";
};

export type InterestCase = {
  readonly principal: Money;
  readonly dueOn: PlainDate;
  /** Positive amounts that stand: what was undone or came back never paid anything. */
  readonly paid: readonly Paid[];
  /** The contract's late rate and the words that grant it; null: the law's rate. */
  readonly agreed: { readonly rate: Rate; readonly clause: string | null } | null;
  /** The order within the debt, and who set it. */
  readonly order: ViewOrder;
  /** The last day that bears interest. */
  readonly until: PlainDate;
};

/** Why this order: by law, by the contract's words, or because the creditor's policy waives. */
export type ViewOrder =
  | { readonly code: "order_by_law"; readonly article: string }
  | { readonly code: "order_by_contract"; readonly text: string }
  | { readonly code: "order_waived_by_policy" };

export const BY_LAW: ViewOrder = { code: "order_by_law", article: "《民法典》第五百六十一条" };

/** Interest on one balance from a day (not counted) through another (counted). */
export type InterestSegment = {
  readonly after: PlainDate;
  readonly through: PlainDate;
  readonly days: number;
  readonly balance: Money;
  readonly interest: Money;
};

export type InterestSide = {
  readonly segments: readonly InterestSegment[];
  readonly accrued: Money;
  readonly interestPaid: Money;
  readonly principalPaid: Money;
  /** What remains: the two sides differ in these, and never in what was paid together. */
  readonly interest: Money;
  readonly principal: Money;
};

export type InterestView = {
  readonly rate: Rate;
  /** Where the rate comes from: the contract's words, or the law on the day of the breach. */
  readonly rateFrom:
    | { readonly code: "rate_by_contract"; readonly clause: string | null }
    | { readonly code: "rate_by_law"; readonly breachOn: PlainDate };
  readonly order: ViewOrder;
  readonly byLaw: InterestSide;
  readonly principalFirst: InterestSide;
};

export type InterestRefusal = {
  readonly code: "late_rate_unknown";
  readonly breachOn: PlainDate;
};

const BILLION = 1_000_000_000n;
const DAYS_OF_YEAR = 365n;

/**
 * Simple interest, never on interest; a yearly rate by 365 days; through the day of a payment on
 * the old balance; half-up to the cent at the end of each segment. It is a memo: until it is billed
 * or claimed it takes no cent in the ledger. Refuses where neither contract nor law tells a rate.
 */
export function viewInterest(
  given: InterestCase,
  lateRateOn: LateRateOn,
): Result<InterestView, InterestRefusal> {
  const breachOn = addDays(given.dueOn, 1);
  const rate = given.agreed?.rate ?? lateRateOn(breachOn);
  if (rate === null) return refuse({ code: "late_rate_unknown", breachOn });
  const rateFrom =
    given.agreed === null
      ? ({ code: "rate_by_law", breachOn } as const)
      : ({ code: "rate_by_contract", clause: given.agreed.clause } as const);
  return ok({
    rate,
    rateFrom,
    order: given.order,
    byLaw: sideOf(given, rate, "interest_first"),
    principalFirst: sideOf(given, rate, "principal_first"),
  });
}

/** The order's own side: what a claim or a suit asks for. */
export const chosenSide = ({ order, byLaw, principalFirst }: InterestView): InterestSide =>
  order.code === "order_by_law" ? byLaw : principalFirst;

type Running = {
  readonly segments: InterestSegment[];
  reached: PlainDate;
  principal: Money;
  accrued: Money;
  interestPaid: Money;
};

/** Interest from the day reached through `through`; none before the due day has passed. */
function accrue(running: Running, through: PlainDate, rate: Rate): void {
  const { reached: after, principal: balance } = running;
  const days = daysBetween(after, through);
  if (days <= 0) return;
  running.reached = through;
  if (!isPositive(balance)) return;
  const span = rate.per === "day" ? BILLION : BILLION * DAYS_OF_YEAR;
  const interest = scale(balance, rate.partsPerBillion * BigInt(days), span, "half-up");
  running.segments.push({ after, through, days, balance, interest });
  running.accrued = add(running.accrued, interest);
}

function pay(running: Running, { amount, kind }: Paid, order: SideOrder): void {
  const owed = subtract(running.accrued, running.interestPaid);
  const most =
    order === "interest_first" ? amount : subtract(amount, lesser(amount, running.principal));
  const interest = kind === "reduction" ? zero(amount.currency) : lesser(owed, most);
  const principal = subtract(amount, interest);
  assert(compare(principal, running.principal) <= 0, "no more is paid than is owed");
  running.interestPaid = add(running.interestPaid, interest);
  running.principal = subtract(running.principal, principal);
}

type SideOrder = "interest_first" | "principal_first";

const byDay = (one: Paid, other: Paid): number => daysBetween(other.on, one.on);

function sideOf(given: InterestCase, rate: Rate, order: SideOrder): InterestSide {
  const { principal, dueOn, until } = given;
  const nothing = zero(principal.currency);
  const start = { segments: [], reached: dueOn, principal };
  const running: Running = { ...start, accrued: nothing, interestPaid: nothing };
  const known = given.paid.filter(({ on }) => on <= until);
  for (const paid of known.toSorted(byDay)) {
    accrue(running, later(paid.on, dueOn), rate);
    pay(running, paid, order);
  }
  accrue(running, later(until, dueOn), rate);
  return {
    segments: running.segments,
    accrued: running.accrued,
    interestPaid: running.interestPaid,
    principalPaid: subtract(principal, running.principal),
    interest: subtract(running.accrued, running.interestPaid),
    principal: running.principal,
  };
}
