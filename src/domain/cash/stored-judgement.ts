/** A judgement as a waiting line keeps it: JSON, read back with its amounts. */
import { type Currency, type Money, money } from "../values/money.ts";
import type { MatchAllocation, MatchJudgement, Proposal, Shortfall } from "./matching/match.ts";

type PlainMoney = { readonly minor: string; readonly currency: string };
type Plain<Each extends { readonly amount: Money }> = Omit<Each, "amount"> & {
  readonly amount: PlainMoney;
};
type PlainProposal = Omit<Proposal, "allocations" | "credits" | "shortfall" | "onAccount"> & {
  readonly allocations: readonly Plain<MatchAllocation>[];
  readonly credits: readonly Plain<MatchAllocation>[];
  readonly shortfall: Plain<Shortfall> | null;
  readonly onAccount: PlainMoney;
};

/** What the store gives back: amounts as minor units in text. */
export type StoredJudgement = Omit<MatchJudgement, "proposals"> & {
  readonly proposals: readonly PlainProposal[];
};

const amountOf = ({ minor, currency }: PlainMoney): Money =>
  money(BigInt(minor), currency as Currency);

const allocated = (all: readonly Plain<MatchAllocation>[]): readonly MatchAllocation[] =>
  all.map(({ itemId, amount }) => ({ itemId, amount: amountOf(amount) }));

const readProposal = (plain: PlainProposal): Proposal => ({
  ...plain,
  allocations: allocated(plain.allocations),
  credits: allocated(plain.credits),
  shortfall: plain.shortfall && {
    kind: plain.shortfall.kind,
    amount: amountOf(plain.shortfall.amount),
  },
  onAccount: amountOf(plain.onAccount),
});

/** The judgement of a line that waits; null where none is kept. */
export const readJudgement = (stored: unknown): MatchJudgement | null => {
  if (stored === null || stored === undefined) return null;
  const plain = stored as StoredJudgement;
  return { ...plain, proposals: plain.proposals.map(readProposal) };
};
