/** How a payment comes to its amount: in full, short, in part, too much. */
import { counted } from "./counted.ts";
import type { ClaimSet } from "./explain-sets.ts";
import type { Explanation, Settling } from "./explanation.ts";
import {
  deductionLikely,
  discountLikely,
  feeLikely,
  overLikely,
  partLikely,
  roundingLikely,
  SHARE,
} from "./likelihood.ts";
import type { MatchReason } from "./match.ts";
import type { BookClaim, BookCredit } from "./match-book.ts";
import type { MatchCase } from "./match-case.ts";
import { type BecauseCode, waits } from "./match-reasons.ts";
import type { PaymentKind } from "./remark-fit.ts";

/** One way from the claims to the amount, with how often it is gone. */
export type Draft = {
  readonly share: number;
  readonly kind: PaymentKind;
  readonly amountLikely: number;
  readonly reason: BecauseCode;
  /** What the claims and the money differ by, in minor units. */
  readonly difference?: number;
  readonly picks?: readonly Settling[];
  readonly shortfall?: Explanation["shortfall"];
  readonly onAccount?: number;
  readonly credits?: readonly BookCredit[];
  readonly waits?: readonly MatchReason[];
};

const total = (claims: readonly BookClaim[]): number =>
  claims.reduce((sum, { open }) => sum + open, 0);

/** Each claim with all that is open of it. */
export const inFull = (claims: readonly BookClaim[]): readonly Settling[] =>
  claims.map((claim) => ({ claim, amount: claim.open }));

const shareOf = (set: ClaimSet): number => (set.claims.length === 1 ? SHARE.one : SHARE.several);

const exact = (set: ClaimSet): Draft => ({
  share: shareOf(set),
  kind: "plain",
  amountLikely: 1,
  reason: "amount_exact",
});

const limitOf = (limits: MatchCase["rules"]["bankFeeUpTo"], view: MatchCase): number => {
  const limit = limits.find(({ currency }) => currency === view.unit);
  return limit === undefined ? 0 : counted(limit);
};

function feeShort(view: MatchCase, missing: number): readonly Draft[] {
  if (missing > limitOf(view.rules.bankFeeUpTo, view)) return [];
  const shortfall = { kind: "bank_fee", amount: missing } as const;
  const amountLikely = feeLikely(missing, view.amount);
  const [reason, difference] = ["bank_fee", missing] as const;
  return [{ share: SHARE.fee, kind: "plain", amountLikely, reason, difference, shortfall }];
}

function roundedDown(view: MatchCase, missing: number): readonly Draft[] {
  if (missing > limitOf(view.rules.roundingUpTo, view)) return [];
  const shortfall = { kind: "rounding", amount: missing } as const;
  const amountLikely = roundingLikely(view.amount, missing);
  const [reason, difference] = ["rounding", missing] as const;
  return [{ share: SHARE.rounding, kind: "plain", amountLikely, reason, difference, shortfall }];
}

/** Whether the policy grants the discount: not more than its share, not later than its days. */
function isGranted(view: MatchCase, set: ClaimSet, missing: number): boolean {
  const { cashDiscount } = view.rules;
  if (cashDiscount === null) return false;
  const most = (total(set.claims) * Number(cashDiscount.partsPerBillion)) / 1_000_000_000;
  const { withinDays } = cashDiscount;
  const inTime = set.claims.every(
    ({ issued }) => withinDays === null || view.day - issued <= withinDays,
  );
  return missing <= most + 1 && inTime;
}

function discounted(view: MatchCase, set: ClaimSet, missing: number): readonly Draft[] {
  const whole = total(set.claims);
  if (missing > whole * 0.06) return [];
  const granted = isGranted(view, set, missing);
  const shortfall = { kind: granted ? "cash_discount" : "deduction", amount: missing } as const;
  const amountLikely = discountLikely(whole, missing);
  return [
    {
      share: SHARE.discount,
      kind: "discount",
      amountLikely,
      reason: "cash_discount",
      difference: missing,
      shortfall,
      waits: granted ? [] : [waits("discount_not_granted")],
    },
  ];
}

function deducted(view: MatchCase, set: ClaimSet, missing: number): readonly Draft[] {
  if (!view.words.deduction) return [];
  return [
    {
      share: SHARE.deduction,
      kind: "deduction",
      amountLikely: deductionLikely(total(set.claims), missing),
      reason: "deduction",
      difference: missing,
      shortfall: { kind: "deduction", amount: missing },
      waits: [waits("deduction_to_judge")],
    },
  ];
}

/** Credit memos that make up just what is missing: one, or two together. */
function netted(view: MatchCase, missing: number): readonly Draft[] {
  const { credits } = view;
  const one = credits.filter(({ open }) => open === missing).map((credit) => [credit]);
  const two = credits.flatMap((left, at) =>
    credits
      .slice(at + 1)
      .filter((right) => left.open + right.open === missing)
      .map((right) => [left, right]),
  );
  return [...one, ...two].map((used) => ({
    share: SHARE.credit,
    kind: "credit",
    amountLikely: used.length === 1 ? 0.7 : 0.05,
    reason: "credit_used",
    credits: used,
  }));
}

/** The last of the claims named is paid in part; a single one is a part payment. */
function partly(set: ClaimSet, missing: number): readonly Draft[] {
  const last = set.claims.at(-1);
  if (last === undefined || missing >= last.open) return [];
  if (set.claims.length > 1 && set.by !== "named") return [];
  const paid = last.open - missing;
  const picks = [...inFull(set.claims.slice(0, -1)), { claim: last, amount: paid }];
  const share = set.claims.length === 1 ? SHARE.part : SHARE.part * 0.05;
  const amountLikely = partLikely(last.amount, last.open, paid);
  const [reason, difference] = ["part_payment", paid] as const;
  const several = set.claims.length > 1 ? [waits("part_of_which")] : [];
  return [{ share, kind: "part", amountLikely, reason, difference, picks, waits: several }];
}

/** Who pays a tenth more than what was named has probably named not all of it. */
const MOST_OVER = 0.1;

function over(view: MatchCase, set: ClaimSet, more: number): readonly Draft[] {
  const owed = total(set.claims);
  const onAccount = more;
  if (more <= limitOf(view.rules.roundingUpTo, view)) {
    const amountLikely = roundingLikely(view.amount, more);
    const [reason, difference] = ["rounding", more] as const;
    return [{ share: SHARE.rounding, kind: "plain", amountLikely, reason, difference, onAccount }];
  }
  const hold = set.by !== "named" || more > owed * MOST_OVER;
  const amountLikely = overLikely(owed, view.amount);
  const [reason, difference] = ["more_than_owed", more] as const;
  const held = hold ? [waits("numbers_missing")] : [];
  return [
    { share: SHARE.over, kind: "plain", amountLikely, reason, difference, onAccount, waits: held },
  ];
}

/** All ways from the set of claims to the line's amount. */
export function draftsOf(view: MatchCase, set: ClaimSet): readonly Draft[] {
  const missing = total(set.claims) - view.amount;
  if (missing === 0) return [exact(set)];
  if (missing < 0) return over(view, set, -missing);
  return [
    ...roundedDown(view, missing),
    ...feeShort(view, missing),
    ...discounted(view, set, missing),
    ...netted(view, missing),
    ...deducted(view, set, missing),
    ...partly(set, missing),
  ];
}
