/** How a customer's payment of a set of claims comes to the line's amount. */

import { counted } from "./counted.ts";
import { type ClaimSet, claimSets } from "./explain-sets.ts";
import type { Explanation, Settling } from "./explanation.ts";
import {
  chosen,
  deductionLikely,
  discountLikely,
  feeLikely,
  outOfTheBlue,
  overLikely,
  partLikely,
  roundingLikely,
  SHARE,
} from "./likelihood.ts";
import type { MatchReason } from "./match.ts";
import type { BookClaim, BookCredit } from "./match-book.ts";
import type { MatchCase } from "./match-case.ts";
import { because, waits } from "./match-reasons.ts";
import { kindFit, numbersFit, wordsFit } from "./remark-fit.ts";

const total = (claims: readonly BookClaim[]): number =>
  claims.reduce((sum, { open }) => sum + open, 0);

const inFull = (claims: readonly BookClaim[]): readonly Settling[] =>
  claims.map((claim) => ({ claim, amount: claim.open }));

/** Which claim a payment is for: those near their due day more often, old ones before young ones. */
function nearDue(view: MatchCase, claim: BookClaim): number {
  const late = view.day - claim.due;
  return late >= 0 ? 1 / (1 + late / 60) : 1 / (1 - late / 15);
}

function choice(view: MatchCase, set: ClaimSet): number {
  if (set.by === "range" || set.by === "month") return 0.5;
  const [only] = set.claims;
  if (set.claims.length !== 1 || only === undefined) {
    const usual = chosen(set.claims.length, view.open.length);
    if (set.by === "all") return Math.max(usual, 0.05);
    return usual;
  }
  const all = view.open.reduce((sum, claim) => sum + nearDue(view, claim), 0);
  return nearDue(view, only) / Math.max(all, 0.01);
}

type Draft = {
  readonly share: number;
  readonly kind: Parameters<typeof kindFit>[1];
  readonly amountLikely: number;
  readonly because: MatchReason;
  readonly picks?: readonly Settling[];
  readonly shortfall?: Explanation["shortfall"];
  readonly onAccount?: number;
  readonly credits?: readonly BookCredit[];
  readonly waits?: readonly MatchReason[];
};

const isNamed = (view: MatchCase, set: ClaimSet): boolean => {
  const whole = view.mentions.filter(({ how }) => how === "whole");
  const named = new Set(whole.flatMap(({ claims }) => claims));
  const meant = set.claims.every((claim) => named.has(claim));
  const sure = whole.every(
    ({ claims }) => claims.length <= 1 || set.claims.length === claims.length,
  );
  return (meant && (sure || whole.length > 0)) || (set.by === "range" && whole.length > 0);
};

/** Every mention means one claim of the set, if only by a part; or the set's month is named. */
const isHinted = (view: MatchCase, set: ClaimSet): boolean => {
  if (set.by === "month") return true;
  const meant = view.mentions.map(({ claims }) => claims.filter(({ open }) => open > 0));
  const claims = new Set(meant.flat());
  return (
    meant.length > 0 &&
    meant.every(({ length }) => length === 1) &&
    set.claims.every((one) => claims.has(one))
  );
};

const FITTING: Readonly<Record<string, readonly Draft["kind"][]>> = {
  deduction: ["deduction", "credit"],
  discount: ["discount"],
  advance: ["part", "advance"],
};

/** A word in the remark speaks of something else than the explanation. */
const isGainsaid = (view: MatchCase, kind: Draft["kind"]): boolean =>
  (view.words.deduction && FITTING["deduction"]?.includes(kind) !== true) ||
  (view.words.discount && FITTING["discount"]?.includes(kind) !== true) ||
  (view.words.advance && FITTING["advance"]?.includes(kind) !== true);

/** What fits to many amounts needs a number. */
const AMOUNT_UNSURE = new Set(["part_payment", "more_than_owed", "deduction"]);

/** What keeps an explanation from being booked by itself, however likely it is. */
function holdsOf(view: MatchCase, set: ClaimSet, draft: Draft): readonly MatchReason[] {
  const named = isNamed(view, set);
  const reasons: MatchReason[] = [];
  if (!named && set.claims.some(({ disputed }) => disputed > 0))
    reasons.push(waits("claim_disputed"));
  if (set.exchangeable === true) reasons.push(waits("equal_claims"));
  if (isGainsaid(view, draft.kind)) reasons.push(waits("words_differ"));
  if (!named && AMOUNT_UNSURE.has(draft.because.code)) reasons.push(waits("numbers_missing"));
  const unread = view.unread > 0 || view.strange > 0;
  if (unread && (!named || draft.because.code !== "amount_exact"))
    reasons.push(waits("numbers_unread"));
  const several = view.mentions.some(
    ({ claims }) => claims.filter(({ open }) => open > 0).length > 1,
  );
  if (several && draft.picks !== undefined) reasons.push(waits("equal_claims"));
  return reasons;
}

function explained(view: MatchCase, set: ClaimSet, draft: Draft): Explanation {
  const credits = draft.credits ?? [];
  const fit = numbersFit(view, set, credits) * wordsFit(view, set, draft.kind);
  const weight = view.sign.weight * draft.share * draft.amountLikely * choice(view, set) * fit;
  return {
    what: "receipt",
    sign: view.sign,
    picks: draft.picks ?? inFull(set.claims),
    credits: credits.map((credit) => ({ credit, amount: credit.open })),
    shortfall: draft.shortfall ?? null,
    onAccount: draft.onAccount ?? 0,
    weight,
    because: [...view.sign.because, ...set.because, draft.because],
    waits: [...(draft.waits ?? []), ...holdsOf(view, set, draft)],
    named: isNamed(view, set),
    hinted: isHinted(view, set),
    duplicateOf: null,
    reverses: null,
  };
}

const shareOf = (set: ClaimSet): number => (set.claims.length === 1 ? SHARE.one : SHARE.several);

const exact = (set: ClaimSet): Draft => ({
  share: shareOf(set),
  kind: "plain",
  amountLikely: 1,
  because: because("amount_exact"),
});

const limitOf = (limits: MatchCase["rules"]["bankFeeUpTo"], view: MatchCase): number => {
  const limit = limits.find(({ currency }) => currency === view.unit);
  return limit === undefined ? 0 : counted(limit);
};

function feeShort(view: MatchCase, missing: number): readonly Draft[] {
  if (missing > limitOf(view.rules.bankFeeUpTo, view)) return [];
  const shortfall = { kind: "bank_fee", amount: missing } as const;
  const amountLikely = feeLikely(missing, view.amount);
  const told = because("bank_fee", { amount: missing });
  return [{ share: SHARE.fee, kind: "plain", amountLikely, because: told, shortfall }];
}

function roundedDown(view: MatchCase, missing: number): readonly Draft[] {
  if (missing > limitOf(view.rules.roundingUpTo, view)) return [];
  const shortfall = { kind: "rounding", amount: missing } as const;
  const amountLikely = roundingLikely(view.amount, missing);
  const told = because("rounding", { amount: missing });
  return [{ share: SHARE.rounding, kind: "plain", amountLikely, because: told, shortfall }];
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
      because: because("cash_discount", { amount: missing }),
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
      because: because("deduction", { amount: missing }),
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
    because: because("credit_used", { numbers: used.map(({ credit }) => credit.number) }),
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
  const told = because("part_payment", { amount: paid });
  const several = set.claims.length > 1 ? [waits("part_of_which")] : [];
  return [{ share, kind: "part", amountLikely, because: told, picks, waits: several }];
}

/** Who pays a tenth more than what was named has probably named not all of it. */
const MOST_OVER = 0.1;

function over(view: MatchCase, set: ClaimSet, more: number): readonly Draft[] {
  const owed = total(set.claims);
  const onAccount = more;
  if (more <= limitOf(view.rules.roundingUpTo, view)) {
    const amountLikely = roundingLikely(view.amount, more);
    const told = because("rounding", { amount: more });
    return [{ share: SHARE.rounding, kind: "plain", amountLikely, because: told, onAccount }];
  }
  const hold = set.by !== "named" || more > owed * MOST_OVER;
  const amountLikely = overLikely(owed, view.amount);
  const told = because("more_than_owed", { amount: more });
  const held = hold ? [waits("numbers_missing")] : [];
  return [
    { share: SHARE.over, kind: "plain", amountLikely, because: told, onAccount, waits: held },
  ];
}

function draftsOf(view: MatchCase, set: ClaimSet): readonly Draft[] {
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

const NOTHING: ClaimSet = { claims: [], by: "one", because: [] };

function kept(view: MatchCase, weight: number, told: MatchReason, hold: readonly MatchReason[]) {
  return {
    what: "receipt",
    sign: view.sign,
    picks: [],
    credits: [],
    shortfall: null,
    onAccount: view.amount,
    weight: view.sign.weight * weight,
    because: [...view.sign.because, told],
    waits: hold,
    named: false,
    hinted: false,
    duplicateOf: null,
    reverses: null,
  } satisfies Explanation;
}

/** Money that settles nothing now: an advance, a second payment of the same, or unexplained. */
function onAccount(view: MatchCase): readonly Explanation[] {
  const numbers = numbersFit(view, NOTHING);
  const blue = outOfTheBlue(view.amount);
  const advance = SHARE.advance * blue * numbers * kindFit(view, "advance");
  const other = (SHARE.other * 0.3) / Math.max(view.amount, 1_000_000);
  return [
    kept(view, advance, because("advance_payment"), [waits("numbers_missing")]),
    kept(view, other, because("unexplained"), [waits("other_explanation")]),
  ];
}

export type Explained = {
  readonly explanations: readonly Explanation[];
  readonly gaveUp: boolean;
};

/** All ways in which the line may be a payment of this customer, with their weights. */
export function explainPayer(view: MatchCase): Explained {
  const { sets, gaveUp } = claimSets(view);
  const explanations = sets.flatMap((set) =>
    draftsOf(view, set).map((draft) => explained(view, set, draft)),
  );
  return { explanations: [...explanations, ...onAccount(view)], gaveUp };
}
