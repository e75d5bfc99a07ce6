/** Explanations weighed against each other: the likeliest become proposals. */

import type { Currency } from "../../values/money.ts";
import { moneyOfCount } from "./counted.ts";
import type { Explanation } from "./explanation.ts";
import type { MatchAllocation, Proposal } from "./match.ts";

/** An explanation with its part of all weights, 0 to 1. */
export type Weighed = { readonly explanation: Explanation; readonly chance: number };

const signature = (one: Explanation): string =>
  [
    one.what,
    one.sign?.payer.customer.id ?? "",
    one.picks.map(({ claim, amount }) => `${claim.claim.id}:${amount}`).sort(),
    one.credits.map(({ credit }) => credit.credit.id).sort(),
    one.shortfall?.kind ?? "",
    one.onAccount,
    one.duplicateOf ?? "",
    one.reverses ?? "",
  ].join("|");

type Merged = { readonly key: string; best: Explanation; weight: number };

const firstDue = (one: Explanation): number =>
  one.picks.reduce((least, { claim }) => Math.min(least, claim.due), Number.MAX_SAFE_INTEGER);

/** The likelier first; of equals the older claim; then by what it books, so that order is given. */
const before = (left: Merged, right: Merged): number =>
  right.weight - left.weight ||
  firstDue(left.best) - firstDue(right.best) ||
  (left.key < right.key ? -1 : 1);

/** What is less likely than the likeliest by this factor is left out. */
const NEGLIGIBLE = 1e-7;

/** Equal outcomes are one, with their weights together; the likeliest first. */
export function weigh(explanations: readonly Explanation[]): readonly Weighed[] {
  const most = explanations.reduce((best, { weight }) => Math.max(best, weight), 0);
  const merged = new Map<string, Merged>();
  for (const explanation of explanations) {
    if (explanation.weight <= most * NEGLIGIBLE) continue;
    const key = signature(explanation);
    const known = merged.get(key);
    if (known === undefined)
      merged.set(key, { key, best: explanation, weight: explanation.weight });
    else {
      known.weight += explanation.weight;
      if (explanation.weight > known.best.weight) known.best = explanation;
    }
  }
  const ordered = [...merged.values()].sort(before);
  const total = ordered.reduce((sum, { weight }) => sum + weight, 0);
  return ordered.map(({ best, weight }) => ({ explanation: best, chance: weight / total }));
}

/** Never a certainty: at most 999 of 1000. */
const partsPerThousand = (chance: number): number => Math.min(999, Math.floor(chance * 1000));

const allocations = (explanation: Explanation): readonly MatchAllocation[] =>
  explanation.picks.map(({ claim, amount }) => ({
    itemId: claim.claim.id,
    amount: moneyOfCount(amount, claim.unit),
  }));

/** The proposal that books an explanation. */
export function proposalOf({ explanation, chance }: Weighed, unit: Currency): Proposal {
  const { shortfall } = explanation;
  return {
    what: explanation.what,
    customerId: explanation.sign?.payer.customer.id ?? null,
    allocations: allocations(explanation),
    credits: explanation.credits.map(({ credit, amount }) => ({
      itemId: credit.credit.id,
      amount: moneyOfCount(amount, credit.unit),
    })),
    shortfall:
      shortfall === null
        ? null
        : { kind: shortfall.kind, amount: moneyOfCount(shortfall.amount, unit) },
    onAccount: moneyOfCount(explanation.onAccount, unit),
    duplicateOf: explanation.duplicateOf,
    reverses: explanation.reverses,
    confidence: partsPerThousand(chance),
    because: explanation.told().because,
  };
}
