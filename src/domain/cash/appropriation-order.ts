/** 民法典 560(2): the order among debts by due day, security, burden and age; ties pro rata. */
import { addDays, earlier, type PlainDate } from "../values/calendar.ts";
import type { ItemId } from "../values/ids.ts";
import { add, compare, isZero, type Money, money, type Rate, total } from "../values/money.ts";
import { ok, type Result, refuse } from "../values/result.ts";

/** What stands behind a debt besides the debtor; `unknown`: something, nobody knows how much. */
export type Security =
  | { readonly kind: "none" }
  | { readonly kind: "up_to"; readonly amount: Money }
  | { readonly kind: "unknown" };

export type Debt = {
  readonly id: ItemId;
  readonly dueOn: PlainDate;
  readonly security: Security;
  /** The agreed late rate; null: the law's. */
  readonly lateRate: Rate | null;
  /** What is posted and open, by component; never negative. */
  readonly posted: {
    readonly costs: Money;
    readonly interest: Money;
    readonly principal: Money;
  };
  /** The order within the debt: 561, or principal first where the contract says so. */
  readonly within: "statutory" | "principal_first";
};

/** The yearly or daily rate by law for a debt that was breached on a day; null: not known. */
export type LateRateOn = (breachOn: PlainDate) => Rate | null;

export type MissingFact =
  | { readonly code: "security_unknown"; readonly item: ItemId }
  | { readonly code: "late_rate_unknown"; readonly item: ItemId; readonly on: PlainDate }
  | { readonly code: "agreed_order_in_words"; readonly text: string };

export type Criterion = "due" | "unsecured" | "less_secured" | "heavier" | "earlier_due";
/** `list`: somebody named it; `covered`: there was enough for all of them; `pro_rata`: a tie. */
export type DecidedBy = Criterion | "list" | "covered" | "pro_rata";

/** In the order of the article. */
export const statutoryCriteria: readonly Criterion[] = [
  "due",
  "unsecured",
  "less_secured",
  "heavier",
  "earlier_due",
];

export type OrderFacts = { readonly on: PlainDate; readonly lateRateOn: LateRateOn };

export const balanceOf = ({ posted: { costs, interest, principal } }: Debt): Money =>
  add(add(costs, interest), principal);

type Share = { readonly debt: Debt; readonly amount: Money; readonly decidedBy: DecidedBy };
type Shares = Result<readonly Share[], readonly MissingFact[]>;

/**
 * Hands money to debts by criteria. A criterion is asked only where the money does not cover all
 * that are equal so far, so a missing fact matters only where it would decide.
 */
export function spread(
  amount: Money,
  debts: readonly Debt[],
  criteria: readonly Criterion[],
  facts: OrderFacts,
  decidedBy: DecidedBy = "covered",
): Shares {
  const whole = total(debts.map(balanceOf), amount.currency);
  if (isZero(amount)) return ok([]);
  if (compare(amount, whole) >= 0) {
    return ok(debts.map((debt) => ({ debt, amount: balanceOf(debt), decidedBy })));
  }
  const [debt] = debts;
  if (debt !== undefined && debts.length === 1) return ok([{ debt, amount, decidedBy }]);
  const [criterion, ...further] = criteria;
  if (criterion === undefined) return ok(proRata(amount, debts));
  const ranks = rankBy(criterion, debts, facts);
  if (!ranks.ok) return ranks;
  return inClasses(amount, ranks.value, (left, equal) => {
    const told = ranks.value.length > 1 ? criterion : decidedBy;
    return spread(left, equal, further, facts, told);
  });
}

function inClasses(
  amount: Money,
  classes: readonly (readonly Debt[])[],
  hand: (left: Money, debts: readonly Debt[]) => Shares,
): Shares {
  const shares: Share[] = [];
  let left = amount.minor as bigint;
  for (const debts of classes) {
    const handed = hand(money(left, amount.currency), debts);
    if (!handed.ok) return handed;
    for (const share of handed.value) left -= share.amount.minor;
    shares.push(...handed.value);
  }
  return ok(shares);
}

/** Equal in everything: by balance, and the cents left over to the largest balances. */
function proRata(amount: Money, debts: readonly Debt[]): readonly Share[] {
  const largestFirst = debts.toSorted((one, other) => {
    const sizes = compare(balanceOf(other), balanceOf(one));
    return sizes === 0 ? (one.id < other.id ? -1 : 1) : sizes;
  });
  const whole = total(debts.map(balanceOf), amount.currency).minor;
  const floors = largestFirst.map((debt) => (amount.minor * balanceOf(debt).minor) / whole);
  let left = floors.reduce((rest, floor) => rest - floor, amount.minor as bigint);
  return largestFirst.map((debt, at) => {
    const cent = left > 0n ? 1n : 0n;
    left -= cent;
    const share = money((floors[at] ?? 0n) + cent, amount.currency);
    return { debt, amount: share, decidedBy: "pro_rata" };
  });
}

/** Classes of debts that a criterion finds equal, the first to be settled first. */
function rankBy(
  criterion: Criterion,
  debts: readonly Debt[],
  facts: OrderFacts,
): Result<readonly (readonly Debt[])[], readonly MissingFact[]> {
  switch (criterion) {
    case "due":
      return ok(classesBy(debts, ({ dueOn }) => (dueOn <= facts.on ? 0n : 1n)));
    case "unsecured":
      return ok(classesBy(debts, ({ security }) => (security.kind === "none" ? 0n : 1n)));
    case "less_secured":
      return bySecurity(debts);
    case "heavier":
      return byBurden(debts, facts);
    case "earlier_due":
      return ok(classesBy(debts, ({ dueOn }) => BigInt(dueOn.replaceAll("-", ""))));
  }
}

function classesBy(
  debts: readonly Debt[],
  rank: (debt: Debt) => bigint,
): readonly (readonly Debt[])[] {
  const classes = Map.groupBy(debts, rank);
  return [...classes].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, all]) => all);
}

/** Only debts that are all secured, or all not, meet here. */
function bySecurity(
  debts: readonly Debt[],
): Result<readonly (readonly Debt[])[], readonly MissingFact[]> {
  const missing = debts.flatMap(({ id: item, security }) =>
    security.kind === "unknown" ? [{ code: "security_unknown" as const, item }] : [],
  );
  if (missing.length > 0) return refuse(missing);
  const worth = ({ security }: Debt): bigint =>
    security.kind === "up_to" ? security.amount.minor : 0n;
  return ok(classesBy(debts, worth));
}

const DAYS_OF_YEAR = 365n;

const yearly = ({ partsPerBillion, per }: Rate): bigint =>
  per === "day" ? partsPerBillion * DAYS_OF_YEAR : partsPerBillion;

/** The first day past due; of a debt not due yet, the payment's day stands for it. */
const breachOf = ({ dueOn }: Debt, { on }: OrderFacts): PlainDate => earlier(addDays(dueOn, 1), on);

/** The higher the yearly late rate, the heavier the debt weighs on the debtor. */
function byBurden(
  debts: readonly Debt[],
  facts: OrderFacts,
): Result<readonly (readonly Debt[])[], readonly MissingFact[]> {
  const breaches = new Set(debts.map((debt) => breachOf(debt, facts)));
  if (breaches.size === 1 && debts.every(({ lateRate }) => lateRate === null)) return ok([debts]);
  const rates = new Map<ItemId, bigint>();
  const missing: MissingFact[] = [];
  for (const debt of debts) {
    const on = breachOf(debt, facts);
    const rate = debt.lateRate ?? facts.lateRateOn(on);
    if (rate === null) missing.push({ code: "late_rate_unknown", item: debt.id, on });
    else rates.set(debt.id, yearly(rate));
  }
  if (missing.length > 0) return refuse(missing);
  return ok(classesBy(debts, ({ id }) => -(rates.get(id) ?? 0n)));
}
