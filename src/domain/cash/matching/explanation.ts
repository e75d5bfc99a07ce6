/** One way in which a line may have come about, with how likely it is beside others. */
import type { BankLineId } from "../../values/ids.ts";
import type { MatchReason, Proposal, Shortfall } from "./match.ts";
import type { BookClaim, BookCredit } from "./match-book.ts";
import type { PayerSign } from "./payer.ts";

/** A claim settled by so many minor units. */
export type Settling = { readonly claim: BookClaim; readonly amount: number };

/** What speaks for an explanation, and what keeps it from being booked by itself. */
export type Told = {
  readonly because: readonly MatchReason[];
  /** Whatever its weight, a person decides. */
  readonly waits: readonly MatchReason[];
  /** Every claim was named by its whole number. */
  readonly named: boolean;
  /** The remark tells by a part of a number or a month what is paid. */
  readonly hinted: boolean;
};

/** Reasons that are known at once. */
export const tells =
  (
    because: readonly MatchReason[],
    waits: readonly MatchReason[] = [],
    named = false,
  ): (() => Told) =>
  () => ({ because, waits, named, hinted: false });

export type Explanation = {
  readonly what: Proposal["what"];
  readonly sign: PayerSign | null;
  readonly picks: readonly Settling[];
  readonly credits: readonly { readonly credit: BookCredit; readonly amount: number }[];
  readonly shortfall: { readonly kind: Shortfall["kind"]; readonly amount: number } | null;
  readonly onAccount: number;
  /** Beside the other explanations of the same line: not a probability by itself. */
  readonly weight: number;
  /** Asked only of the few that become proposals. */
  readonly told: () => Told;
  readonly duplicateOf: BankLineId | null;
  readonly reverses: BankLineId | null;
};

/** An explanation without a customer, or one to be filled in. */
export const nobody = (
  what: Explanation["what"],
  weight: number,
  told: readonly MatchReason[],
): Explanation => ({
  what,
  sign: null,
  picks: [],
  credits: [],
  shortfall: null,
  onAccount: 0,
  weight,
  told: tells(told),
  duplicateOf: null,
  reverses: null,
});
