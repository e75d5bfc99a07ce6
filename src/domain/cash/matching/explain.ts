/** All ways in which a line may be a payment of one customer, each with its weight. */
import { amountText } from "../../values/money.ts";
import { moneyOfCount } from "./counted.ts";
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

/** How the amount came about, with what it differs by in the currency's own decimals. */
function reasonOf(view: MatchCase, { reason, difference, credits }: Draft): MatchReason {
  if (credits !== undefined) {
    return because(reason, { numbers: credits.map(({ credit }) => credit.number) });
  }
  if (difference === undefined) return because(reason);
  return because(reason, { amount: amountText(moneyOfCount(difference, view.unit)) });
}

/** A payer to whom nothing of its own points is known by what is paid. */
const payerReasons = (view: MatchCase, set: ClaimSet): readonly MatchReason[] => {
  if (view.sign.because.length > 0) return view.sign.because;
  return [
    because(view.mentions.length > 0 && set.by !== "one" ? "payer_by_number" : "payer_by_amount"),
  ];
};

/** Of equal claims the earliest due is proposed. */
const equals = (view: MatchCase, set: ClaimSet): readonly MatchReason[] => {
  const [claim, another] = set.claims;
  if (set.by !== "one" || claim === undefined || another !== undefined) return [];
  const same = view.open.filter(({ open }) => open === claim.open).length;
  return same > 1 ? [because("oldest_of_equals", { count: same })] : [];
};

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
      because: [
        ...payerReasons(view, set),
        ...set.because,
        ...equals(view, set),
        reasonOf(view, draft),
      ],
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
