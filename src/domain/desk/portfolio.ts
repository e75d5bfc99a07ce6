/**
 * Whose customers are whose: who may be given them, what a hand-over moves, how they are shared.
 */
import type { CustomerId, UserId } from "../values/ids.ts";
import { ok, type Result, refuse } from "../values/result.ts";
import { NOBODY, type Reach } from "./scope.ts";

/** The collector who answers for a customer, or its salesperson. */
export type OwnerKind = "owner" | "sales";

export type Owned = { readonly id: CustomerId; readonly owner: UserId | null };

export type OwnerChange = {
  readonly customer: CustomerId;
  readonly from: UserId | null;
  readonly to: UserId | null;
};

export type ReceiverRefusal =
  | { readonly code: "colleague_not_found" }
  | { readonly code: "colleague_out_of_reach" };

/**
 * Whether customers may be given to somebody: who works here, and whose customers the giver sees;
 * or else they would send away what they can never look at again. `to` null: nobody.
 */
export function judgeReceiver(
  to: UserId | null,
  colleagues: ReadonlySet<UserId>,
  reach: Reach,
): Result<UserId | null, ReceiverRefusal> {
  if (to !== null && !colleagues.has(to)) return refuse({ code: "colleague_not_found" });
  if (reach === "all" || reach.includes(to ?? NOBODY)) return ok(to);
  return refuse({ code: "colleague_out_of_reach" });
}

export type HandOverRefusal =
  | { readonly code: "hand_over_to_oneself" }
  | { readonly code: "nothing_to_hand_over" }
  | { readonly code: "customer_of_other_owner"; readonly customers: number };

/** What a hand-over changes: all the customers of `from`, or those chosen, none of another's. */
export function judgeHandOver(
  { from, to }: { readonly from: UserId; readonly to: UserId },
  customers: readonly Owned[],
): Result<readonly OwnerChange[], HandOverRefusal> {
  if (from === to) return refuse({ code: "hand_over_to_oneself" });
  const others = customers.filter(({ owner }) => owner !== from);
  if (others.length > 0) {
    return refuse({ code: "customer_of_other_owner", customers: others.length });
  }
  if (customers.length === 0) return refuse({ code: "nothing_to_hand_over" });
  return ok(changesTo(to, customers));
}

/** What changes when these customers get this owner: those that have it already do not. */
export const changesTo = (to: UserId | null, customers: readonly Owned[]): readonly OwnerChange[] =>
  customers
    .filter(({ owner }) => owner !== to)
    .map(({ id, owner }) => ({ customer: id, from: owner, to }));

/**
 * Shares customers out in turn: the list goes round the members, and back again (1 2 3 3 2 1 …), so
 * that who comes first does not get the heaviest of every round. Heaviest first is the caller's.
 */
export function shareInTurn(
  customers: readonly CustomerId[],
  members: readonly UserId[],
): readonly OwnerChange[] {
  const round = [...members, ...members.toReversed()];
  return customers.flatMap((customer, at) => {
    const to = round[at % round.length];
    return to === undefined ? [] : [{ customer, from: null, to }];
  });
}
