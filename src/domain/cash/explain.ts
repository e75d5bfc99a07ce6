/** All ways in which a line may be a payment of one customer, each with its weight. */
import { type ClaimSet, claimSets } from "./explain-sets.ts";
import { type Explanation, nobody, tells } from "./explanation.ts";
import { chosen, outOfTheBlue, SHARE } from "./likelihood.ts";
import type { MatchReason } from "./match.ts";
import { type MatchCase, nearDue } from "./match-case.ts";
import { because, waits } from "./match-reasons.ts";
import { type Draft, draftsOf, inFull } from "./payment-drafts.ts";
import { holdsOf, isHinted, isNamed } from "./payment-holds.ts";
import { kindFit, numbersFit, wordsFit } from "./remark-fit.ts";

function choice(view: MatchCase, set: ClaimSet): number {
  if (set.by === "range" || set.by === "month") return 0.5;
  const [only] = set.claims;
  if (set.claims.length !== 1 || only === undefined) {
    const usual = chosen(set.claims.length, view.open.length);
    if (set.by === "all") return Math.max(usual, 0.05);
    return usual;
  }
  return nearDue(view.day, only) / view.dueTotal;
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
    told: () => ({
      because: [...view.sign.because, ...set.because, draft.because],
      waits: [...(draft.waits ?? []), ...holdsOf(view, set, draft)],
      named: isNamed(view, set),
      hinted: isHinted(view, set),
    }),
    duplicateOf: null,
    reverses: null,
  };
}

const NOTHING: ClaimSet = { claims: [], by: "one", because: [] };

const kept = (view: MatchCase, weight: number, told: MatchReason, hold: MatchReason) => ({
  ...nobody("receipt", view.sign.weight * weight, []),
  sign: view.sign,
  onAccount: view.amount,
  told: tells([...view.sign.because, told], [hold]),
});

/** Money that settles nothing now: an advance, a second payment of the same, or unexplained. */
function onAccount(view: MatchCase): readonly Explanation[] {
  const numbers = numbersFit(view, NOTHING);
  const blue = outOfTheBlue(view.amount);
  const advance = SHARE.advance * blue * numbers * kindFit(view, "advance");
  const other = (SHARE.other * 0.3) / Math.max(view.amount, 1_000_000);
  return [
    kept(view, advance, because("advance_payment"), waits("numbers_missing")),
    kept(view, other, because("unexplained"), waits("other_explanation")),
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
