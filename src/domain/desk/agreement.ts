/**
 * The agreement: something granted to a customer in writing, and how it moves from state to state.
 */
import type { PlainDate } from "../values/calendar.ts";
import type { ItemId } from "../values/ids.ts";
import { type Currency, compare, isPositive, type Money } from "../values/money.ts";
import { ok, type Result, refuse } from "../values/result.ts";

export type AgreementKind = "repayment_plan" | "extension" | "discount";

/**
 * What may follow what. `in_default` rests nothing any more but may still be paid off, accelerated
 * or replaced; `fulfilled` comes back when the money that fulfilled it does not stand.
 */
export const AGREEMENT_MOVES = {
  proposed: ["approved", "refused", "withdrawn"],
  approved: ["active", "withdrawn", "lapsed"],
  active: ["fulfilled", "in_default", "renegotiated", "lapsed"],
  in_default: ["fulfilled", "accelerated", "renegotiated"],
  accelerated: ["renegotiated"],
  fulfilled: ["active", "lapsed"],
  renegotiated: [],
  lapsed: [],
  withdrawn: [],
  refused: [],
} as const;

export type AgreementState = keyof typeof AGREEMENT_MOVES;
export const AGREEMENT_STATES = Object.keys(AGREEMENT_MOVES) as readonly AgreementState[];

/** States in which something is still expected of somebody. */
export const LIVE_STATES: readonly AgreementState[] = [
  "proposed",
  "approved",
  "active",
  "in_default",
];

export type MoveRefusal = { readonly code: "agreement_not_in_state"; readonly state: string };

export const mayMove = (from: AgreementState, to: AgreementState): boolean =>
  (AGREEMENT_MOVES[from] as readonly AgreementState[]).includes(to);

/** The new state, or a refusal with the state that forbids it. */
export const moved = (
  from: AgreementState,
  to: AgreementState,
): Result<AgreementState, MoveRefusal> =>
  mayMove(from, to) ? ok(to) : refuse({ code: "agreement_not_in_state", state: from });

/** A moved agreement that has ended carries the day of its end. */
export const hasEnded = (state: AgreementState): boolean => !LIVE_STATES.includes(state);

/** An item as an agreement sees it; `free`: open and not disputed, promised or agreed already. */
export type AgreeableItem = {
  readonly id: ItemId;
  readonly open: Money;
  readonly free: Money;
  readonly dueOn: PlainDate;
};

export type AgreedPart = {
  readonly item: ItemId;
  readonly amount: Money;
  readonly open: Money;
  readonly dueOn: PlainDate;
};

export type PartsRefusal =
  | { readonly code: "agreement_is_empty" }
  | { readonly code: "agreement_names_item_twice"; readonly item: ItemId }
  | { readonly code: "agreement_in_several_currencies"; readonly currencies: readonly Currency[] }
  | { readonly code: "item_not_open"; readonly item: ItemId }
  | { readonly code: "agreement_in_other_currency"; readonly currency: Currency }
  | { readonly code: "agreement_exceeds_free"; readonly item: ItemId; readonly free: Money };

/**
 * The parts of items that an agreement is about: each positive and at most what is free, all in one
 * currency, so that nothing is granted twice and no disputed cent is agreed away.
 */
export function agreedParts(
  offered: readonly { readonly item: ItemId; readonly amount: Money }[],
  items: readonly AgreeableItem[],
): Result<readonly [AgreedPart, ...AgreedPart[]], PartsRefusal> {
  const known = new Map(items.map((item) => [item.id, item]));
  const currencies = [...new Set(offered.map(({ amount }) => amount.currency))];
  if (currencies.length > 1) return refuse({ code: "agreement_in_several_currencies", currencies });
  const parts = new Map<ItemId, AgreedPart>();
  for (const { item, amount } of offered) {
    const found = known.get(item);
    if (found === undefined) return refuse({ code: "item_not_open", item });
    if (parts.has(item)) return refuse({ code: "agreement_names_item_twice", item });
    if (!isPositive(amount)) return refuse({ code: "agreement_is_empty" });
    const { open, free, dueOn } = found;
    if (amount.currency !== open.currency) {
      return refuse({ code: "agreement_in_other_currency", currency: open.currency });
    }
    if (compare(amount, free) > 0) return refuse({ code: "agreement_exceeds_free", item, free });
    parts.set(item, { item, amount, open, dueOn });
  }
  const [first, ...rest] = parts.values();
  return first === undefined ? refuse({ code: "agreement_is_empty" }) : ok([first, ...rest]);
}

/** What of an item's part has been settled since it was agreed: money, credits, whatever else. */
export function settledOf(part: bigint, openWhenMade: bigint, openNow: bigint): bigint {
  const lowered = openWhenMade - openNow;
  if (lowered <= 0n) return 0n;
  return lowered < part ? lowered : part;
}
