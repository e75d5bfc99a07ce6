/** Following agreements up: how each stands on a day, from what came in on its items. */
import { addDays, type PlainDate } from "../values/calendar.ts";
import type { ItemId } from "../values/ids.ts";
import { type AgreementKind, type AgreementState, settledOf } from "./agreement.ts";
import type { AgreementClauses } from "./agreement-clauses.ts";
import type { AgreementTerms } from "./agreement-terms.ts";
import { judgeEarned } from "./early-discount.ts";
import { type InstalmentRow, type JudgedPlan, judgeInstalments } from "./instalment.ts";

/** Amounts in minor units of the agreement's currency. */
export type FollowedPart = {
  readonly item: ItemId;
  readonly amount: bigint;
  readonly openWhenMade: bigint;
  readonly openNow: bigint;
};

/** What lowered an item on a day: `money` of receipts, `other` of credits and what was given up. */
export type Lowered = {
  readonly item: ItemId;
  readonly on: PlainDate;
  readonly amount: bigint;
  readonly money: bigint;
};

export type FollowSource = {
  readonly kind: AgreementKind;
  readonly state: AgreementState;
  readonly forgiven: bigint;
  readonly lastOn: PlainDate;
  readonly proposedOn: PlainDate;
  /** Of an approved one: the day on which it falls unsigned. */
  readonly judgeOn: PlainDate | null;
  readonly missed: number;
  readonly terms: Pick<AgreementTerms, "graceDays" | "remindDays" | "missedAllowed">;
  readonly clauses: Pick<AgreementClauses, "acceleration">;
  readonly parts: readonly FollowedPart[];
  readonly lowered: readonly Lowered[];
  readonly instalments: readonly InstalmentRow[];
};

export type Follow = {
  readonly state: AgreementState;
  readonly missed: number;
  readonly judgeOn: PlainDate | null;
  /** Settled of each part, in the order of the parts. */
  readonly settled: readonly bigint[];
  /** Of a plan: its instalments as judged, and what is new about them. */
  readonly plan: JudgedPlan | null;
  /** Of a discount that is earned today: what is open of each part is given up. */
  readonly earned: boolean;
  /** Default lets everything fall due at once, by the agreement's own words. */
  readonly accelerates: boolean;
};

const sum = (amounts: readonly bigint[]): bigint =>
  amounts.reduce((left, right) => left + right, 0n);
const least = (left: bigint, right: bigint): bigint => (left < right ? left : right);
const floor = (amount: bigint): bigint => (amount > 0n ? amount : 0n);

const settledParts = ({ parts }: FollowSource): readonly bigint[] =>
  parts.map(({ amount, openWhenMade, openNow }) => settledOf(amount, openWhenMade, openNow));

/** Of what settled a part, that which these lowerings did: at most what is settled of it. */
function partBy(
  { parts, lowered }: FollowSource,
  settled: readonly bigint[],
  counts: (one: Lowered) => boolean,
): bigint {
  const byItem = Map.groupBy(lowered.filter(counts), ({ item }) => item);
  const shares = parts.map(({ item }, at) => {
    const amounts = (byItem.get(item) ?? []).map(({ amount }) => amount);
    return least(settled[at] ?? 0n, sum(amounts));
  });
  return sum(shares);
}

const standing = (source: FollowSource, settled: readonly bigint[]): Follow => ({
  ...{ state: source.state, missed: source.missed, judgeOn: null, settled },
  ...{ plan: null, earned: false, accelerates: false },
});

function followPlan(source: FollowSource, today: PlainDate): Follow {
  const settled = settledParts(source);
  const reduced = partBy(
    source,
    settled,
    ({ money, on }) => money === 0n && on >= source.proposedOn,
  );
  const { terms, state, clauses } = source;
  const money = floor(sum(settled) - reduced);
  const plan = judgeInstalments(source.instalments, { money, reduced }, terms, today);
  const broken = plan.missedCount > terms.missedAllowed && plan.late > 0n;
  // money that paid it came back: it runs again, and is looked at anew the day after
  const reopens = state === "fulfilled" && !plan.fulfilled;
  const next = plan.fulfilled ? "fulfilled" : reopens ? "active" : state;
  const defaults = state === "active" && next === "active" && broken;
  return {
    ...standing(source, settled),
    state: defaults ? "in_default" : next,
    missed: plan.missedCount,
    judgeOn: reopens ? addDays(today, 1) : plan.fulfilled ? null : plan.judgeOn,
    plan,
    accelerates: defaults && clauses.acceleration === "by_itself",
  };
}

const isSettled = ({ parts }: FollowSource, settled: readonly bigint[]): boolean =>
  sum(settled) === sum(parts.map(({ amount }) => amount));

/**
 * An extension is kept when its items are paid by their new days; then it is only history. Paid
 * with money that came back it is looked at again the day after.
 */
function followExtension(source: FollowSource, today: PlainDate): Follow {
  const settled = settledParts(source);
  const stands = standing(source, settled);
  if (isSettled(source, settled)) return { ...stands, state: "fulfilled" };
  if (source.state === "in_default") return stands;
  const judgeOn = addDays(source.lastOn, source.terms.graceDays + 1);
  if (today < judgeOn) return { ...stands, state: "active", judgeOn };
  if (source.state === "active") return { ...stands, state: "in_default" };
  return { ...stands, state: "active", judgeOn: addDays(today, 1) };
}

/** Money with a value day after the day to pay by settles the items, but earns nothing. */
function followDiscount(source: FollowSource, today: PlainDate): Follow {
  const { forgiven, lastOn: payBy, terms, state, parts } = source;
  const settled = settledParts(source);
  const stands = standing(source, settled);
  const all = sum(settled);
  if (state === "fulfilled" && isSettled(source, settled)) return stands;
  const late = partBy(source, settled, ({ on }) => on > payBy);
  const judged = judgeEarned(
    {
      amount: sum(parts.map(({ amount }) => amount)),
      ...{ forgiven, payBy, graceDays: terms.graceDays },
      // what the discount itself gave up is no payment: it is taken back first
      settledInTime: state === "fulfilled" ? floor(all - late - forgiven) : all - late,
      settled: all,
    },
    today,
  );
  if (judged === "earned") return { ...stands, state: "fulfilled", earned: state === "active" };
  if (judged === "lapsed") return { ...stands, state: "lapsed" };
  return { ...stands, state: "active", judgeOn: addDays(payBy, terms.graceDays + 1) };
}

/**
 * How an agreement stands on a day. Approved and not signed in time: it lapses. A plan's default
 * needs more missed parts than it bears and something late now; a discount is earned by money that
 * came in time. A function of the facts alone, so that money which comes back undoes what it did.
 */
export function followUp(source: FollowSource, today: PlainDate): Follow {
  if (source.state === "approved") {
    const { judgeOn } = source;
    const over = judgeOn !== null && today >= judgeOn;
    const stands = {
      ...standing(
        source,
        source.parts.map(() => 0n),
      ),
      judgeOn,
    };
    return over ? { ...stands, state: "lapsed", judgeOn: null } : stands;
  }
  if (source.kind === "repayment_plan") return followPlan(source, today);
  return source.kind === "extension"
    ? followExtension(source, today)
    : followDiscount(source, today);
}
