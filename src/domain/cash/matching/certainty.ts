/** Whether the likeliest explanation is certain enough to be booked without a person. */
import type { Explanation, Told } from "./explanation.ts";
import type { CashRules, MatchReason } from "./match.ts";
import { waits } from "./match-reasons.ts";
import type { Weighed } from "./propose.ts";

/** Where the payer told no number, the rest of all explanations may weigh no more than this. */
const LEAST_UNNAMED = 0.9995;

/** Whether it settles open claims in full and nothing else. */
const isExact = (one: Explanation): boolean =>
  one.what === "receipt" &&
  one.shortfall === null &&
  one.onAccount === 0 &&
  one.picks.length > 0 &&
  one.picks.every(({ claim, amount }) => claim.open === amount);

const NUMBERS = new Set(["number_range", "number_count"]);

/** Whether the payer told by numbers which claims are paid. */
const isNumbered = ({ named, because }: Told): boolean =>
  named || because.some(({ code }) => NUMBERS.has(code));

const isTold = (told: Told): boolean => isNumbered(told) || told.hinted;

/** Another claim of the same customer makes just the amount: the number may be a wrong one. */
function hasExactRival(top: Explanation, explanations: readonly Explanation[]): boolean {
  if (isExact(top)) return false;
  const payer = top.sign?.payer;
  return explanations.some(
    (one) => one.sign?.payer === payer && one !== top && isExact(one) && one.picks.length === 1,
  );
}

const LIKE = "name_like";

/** A name with one wrong letter is a stranger's as easily as a slip. */
const isLike = (one: Explanation): boolean =>
  one.sign?.because.some(({ code, likeness }) => code === LIKE && likeness !== "typo") === true;

/**
 * Its own account or name; or a claim's number together with its amount or with any sign of the
 * customer; or a name much like its own with just the amount of an open claim.
 */
function payerWaits(top: Explanation, chance: number): readonly MatchReason[] {
  const { sign } = top;
  if (sign === null) return [waits("payer_uncertain")];
  const signs = sign.because.length > 0;
  if (sign.own || (isNumbered(top.told()) && (isExact(top) || signs))) return [];
  if (isLike(top) && isExact(top) && chance >= LEAST_UNNAMED) return [];
  return [waits("payer_uncertain")];
}

function ambiguityWaits(
  top: Explanation,
  explanations: readonly Explanation[],
  gaveUp: boolean,
): readonly MatchReason[] {
  if (isTold(top.told()) || top.picks.length === 0) return [];
  const ways = explanations.filter((one) => one.sign === top.sign && isExact(one)).length;
  const reasons: MatchReason[] = [];
  if (ways > 1) reasons.push(waits("equal_claims", { ways }));
  if (gaveUp && top.picks.length > 1) reasons.push(waits("search_gave_up"));
  return reasons;
}

/** Why the likeliest explanation still waits for a person; nothing if it is certain. */
export function waitsOf(
  weighed: readonly Weighed[],
  explanations: readonly Explanation[],
  gaveUp: boolean,
  rules: CashRules,
): readonly MatchReason[] {
  const [best] = weighed;
  if (best === undefined) return [waits("payer_uncertain")];
  const { explanation: top, chance } = best;
  const reasons = [
    ...top.told().waits,
    ...payerWaits(top, chance),
    ...ambiguityWaits(top, explanations, gaveUp),
  ];
  if (hasExactRival(top, explanations)) reasons.push(waits("other_explanation"));
  const least = isTold(top.told()) ? 0 : LEAST_UNNAMED;
  if (Math.floor(chance * 1000) < rules.autoFrom || chance < least) {
    reasons.push(waits("confidence_below", { least: rules.autoFrom }));
  }
  return reasons;
}
