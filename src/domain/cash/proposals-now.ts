/** Proposals that were stored, held against the book as it stands now. */
import type { CustomerId, ItemId } from "../values/ids.ts";
import { compare, type Money } from "../values/money.ts";
import type { MatchJudgement, Proposal } from "./matching/match.ts";

/** What is open of the items that proposals name; positive for credits too. */
export type OpenNow = ReadonlyMap<ItemId, { readonly open: Money }>;

/** The items that any of the proposals names. */
export const itemsNamed = (proposals: readonly Proposal[]): readonly ItemId[] => [
  ...new Set(
    proposals.flatMap(({ allocations, credits }) =>
      [...allocations, ...credits].map(({ itemId }) => itemId),
    ),
  ),
];

/** The customers with which a line is judged anew: those proposed before, or the one named. */
export const comingIntoQuestion = (
  stored: MatchJudgement | null,
  known: CustomerId | null,
): readonly CustomerId[] =>
  known === null
    ? [...new Set((stored?.proposals ?? []).flatMap(({ customerId }) => customerId ?? []))]
    : [known];

/** The items of a proposal of which less is open now than it would settle. */
export const outdatedItems = (
  { allocations, credits }: Proposal,
  open: OpenNow,
): readonly ItemId[] =>
  [...allocations, ...credits].flatMap(({ itemId, amount }) => {
    const now = open.get(itemId)?.open;
    return now === undefined || compare(now, amount) < 0 ? [itemId] : [];
  });

/**
 * Whether stored proposals may be shown as they are: everything they name is still open, and none
 * is for another customer than the one that a person has named meanwhile.
 */
export function stillHolds(
  stored: MatchJudgement | null,
  open: OpenNow,
  known: CustomerId | null,
): stored is MatchJudgement {
  if (stored === null) return false;
  return stored.proposals.every((proposal) => {
    const whose = known === null || proposal.customerId === known;
    return whose && outdatedItems(proposal, open).length === 0;
  });
}

/** What accepting a proposal of this kind asks for, beside applying cash. */
export const ACCEPTING = {
  receipt: "cash:apply",
  unidentified: "cash:apply",
  duplicate: "line:ignore",
  not_receivable: "line:ignore",
  return: "payment:return",
  refund: "refund:request",
} as const satisfies Readonly<Record<Proposal["what"], string>>;

/** What a person saw before accepting. */
export type SeenProposal = {
  readonly what: Proposal["what"];
  readonly customer: CustomerId | null;
  readonly items: readonly ItemId[];
};

/** Whether a proposal is the one that was seen. */
export function isAsSeen(proposal: Proposal, seen: SeenProposal): boolean {
  const items = new Set(proposal.allocations.map(({ itemId }) => itemId));
  return (
    proposal.what === seen.what &&
    proposal.customerId === seen.customer &&
    items.size === new Set(seen.items).size &&
    seen.items.every((item) => items.has(item))
  );
}
