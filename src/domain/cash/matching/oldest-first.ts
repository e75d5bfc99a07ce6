/** Money that nothing explains settles the oldest claims, where the policy says so. */
import { type Explanation, tells } from "./explanation.ts";
import type { MatchCase } from "./match-case.ts";
import { because } from "./match-reasons.ts";
import { paidBefore } from "./paid-before.ts";

/** The payer says nothing of what is paid, and nothing makes the line a special one. */
const isSilent = ({ remark, words }: MatchCase): boolean =>
  remark.whole.length === 0 &&
  remark.parts.length === 0 &&
  remark.count === null &&
  remark.months === null &&
  !words.advance &&
  !words.deduction &&
  !words.discount &&
  !words.credit &&
  !words.refund &&
  !words.returned;

/**
 * The claims oldest due first, until the money is spent; what is left is the customer's. Null where
 * the payer said what is paid, or may have paid before, or where a claim among them is disputed.
 */
export function explainOldestFirst(view: MatchCase): Explanation | null {
  if (!view.sign.own || !isSilent(view) || paidBefore(view).length > 0) return null;
  let left = view.amount;
  const picks = view.open.flatMap((claim) => {
    const amount = Math.min(left, claim.open);
    left -= amount;
    return amount > 0 ? [{ claim, amount }] : [];
  });
  if (picks.length === 0 || picks.some(({ claim }) => claim.disputed > 0)) return null;
  return {
    what: "receipt",
    sign: view.sign,
    picks,
    credits: [],
    shortfall: null,
    onAccount: left,
    weight: 0,
    told: tells([...view.sign.because, because("oldest_first")], [], false),
    duplicateOf: null,
    reverses: null,
  };
}
