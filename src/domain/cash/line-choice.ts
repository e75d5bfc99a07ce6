/** What is done with a bank's line without asking anybody, by what matching says of it. */
import type { BankLineId, CustomerId } from "../values/ids.ts";
import type { MatchJudgement, MatchReason, Proposal } from "./matching/match.ts";

export type LineChoice =
  | { readonly kind: "book"; readonly customerId: CustomerId; readonly proposal: Proposal }
  | {
      readonly kind: "ignore";
      readonly what: "duplicate" | "not_receivable";
      readonly duplicateOf: BankLineId | null;
      readonly because: readonly MatchReason[];
    }
  | { readonly kind: "wait" };

const WAIT: LineChoice = { kind: "wait" };

/**
 * Only a certain receipt of a known customer is booked, and only what is certainly no receivable
 * is left out. Whatever a person undid or opened again waits for people: it is never redone.
 * `known` is the customer that a person has named for its money already.
 */
export function chooseByItself(
  { action, proposals }: MatchJudgement,
  given: { readonly byHand: boolean; readonly known: CustomerId | null },
): LineChoice {
  const [first] = proposals;
  if (first === undefined || given.byHand) return WAIT;
  if (action === "ignore") return given.known === null ? leftOut(first) : WAIT;
  const { what, customerId } = first;
  if (action !== "auto" || what !== "receipt" || customerId === null) return WAIT;
  const other = given.known !== null && given.known !== customerId;
  return other ? WAIT : { kind: "book", customerId, proposal: first };
}

function leftOut({ what, duplicateOf, because }: Proposal): LineChoice {
  if (what === "duplicate") return { kind: "ignore", what, duplicateOf, because };
  if (what === "not_receivable") return { kind: "ignore", what, duplicateOf: null, because };
  return WAIT;
}

/** How a waiting line counts: with a proposal to look at, or without any. */
export const isProposed = ({ proposals }: MatchJudgement): boolean =>
  proposals.some(({ what }) => what !== "unidentified");
