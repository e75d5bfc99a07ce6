/** All ways in which a line may be a payment of one customer, each with its weight. */
import { type ClaimSet, claimSets } from "./explain-sets.ts";
import type { Explanation } from "./explanation.ts";
import { chosen, outOfTheBlue, SHARE } from "./likelihood.ts";
import type { MatchReason } from "./match.ts";
import type { BookClaim } from "./match-book.ts";
import type { MatchCase } from "./match-case.ts";
import { because, waits } from "./match-reasons.ts";
import { type Draft, draftsOf, inFull } from "./payment-drafts.ts";
import { holdsOf, isHinted, isNamed } from "./payment-holds.ts";
import { kindFit, numbersFit, wordsFit } from "./remark-fit.ts";

/** Which claim a payment is for: those near their due day more often, old ones before young. */
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
