/** A payment in another currency than the claims it names: proposed, never booked by itself. */
import { type Explanation, tells } from "./explanation.ts";
import type { MatchCase } from "./match-case.ts";
import { because, waits } from "./match-reasons.ts";

/** How often a customer pays in a currency that is not the claim's. */
const SHARE_OTHER_CURRENCY = 0.003;

/** The named claims of another currency, each in full and in its own currency. */
export function explainOtherCurrency(view: MatchCase): readonly Explanation[] {
  const named = view.mentions
    .filter(({ how }) => how === "whole")
    .flatMap(({ claims }) => claims.filter((one) => one.open > 0 && one.unit !== view.unit));
  const claims = [...new Set(named)];
  const [first] = claims;
  if (first === undefined || claims.some(({ unit }) => unit !== first.unit)) return [];
  return [
    {
      what: "receipt",
      sign: view.sign,
      picks: claims.map((claim) => ({ claim, amount: claim.open })),
      credits: [],
      shortfall: null,
      onAccount: 0,
      weight: view.sign.weight * SHARE_OTHER_CURRENCY,
      told: tells(
        [...view.sign.because, because("other_currency", { currency: first.unit })],
        [waits("currency_differs")],
        true,
      ),
      duplicateOf: null,
      reverses: null,
    },
  ];
}
