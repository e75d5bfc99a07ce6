/** Settling a receipt: its customer is named if it had none, then claims are settled and booked. */
import { type Because, type Booking, inOne } from "../book/booking.ts";
import type { NewId } from "../book/import-booking.ts";
import type { PlainDate } from "../values/calendar.ts";
import type { CustomerId, EntryId, ItemId } from "../values/ids.ts";
import { isPositive, type Money, split, subtract } from "../values/money.ts";
import { assert, ok, type Result } from "../values/result.ts";
import type { MatchAllocation, Proposal } from "./matching/match.ts";
import { type BookedReceipt, bookIdentified, bookReceived } from "./receipt.ts";
import {
  judgeSettlement,
  type Settlement,
  type SettlementCase,
  type SettlementItem,
  type SettlementRefusal,
  type SettlementWish,
} from "./settlement.ts";
import { bookSettlement } from "./settlement-booking.ts";

/** `new`: not in the book yet. `rest` is what of it settles nothing. */
export type SettledReceipt = BookedReceipt & {
  readonly rest: Money;
  readonly standing: "new" | "unidentified" | "identified";
  /** Where it is identified already. */
  readonly itemId: ItemId | null;
};

/** Open claims and credits by id, as they stand after each settlement. */
export type OpenItems = Map<ItemId, SettlementItem>;

export type SettledBy = Pick<SettlementCase, "rules" | "by" | "reason" | "today"> & {
  readonly newId: NewId;
  readonly because: readonly Because[];
};

/** A booking to be stored, with the ids that others point at. */
export type SettledMoney = {
  readonly booking: Booking;
  readonly itemId: ItemId;
  /** Null: nothing was settled, all of it stays on account. */
  readonly entryId: EntryId | null;
  readonly settlement: Settlement;
  /** What the customer held back: the deduction, otherwise what the claims still have open. */
  readonly left: readonly MatchAllocation[];
};

type Identified = { readonly itemId: ItemId; readonly bookings: readonly Booking[] };

function identify(
  receipt: SettledReceipt,
  customerId: CustomerId,
  { newId, because }: SettledBy,
): Identified {
  const { itemId, standing } = receipt;
  if (itemId !== null) return { itemId, bookings: [] };
  const book = standing === "new" ? bookReceived : bookIdentified;
  const booking = book(receipt, customerId, newId, because);
  const [item] = booking.items;
  assert(item !== undefined, "an identified receipt has an item");
  return { itemId: item.id, bookings: [booking] };
}

/**
 * Names the customer where the receipt has none, checks the wish against what is open, and books
 * both. `open` moves with it, so that the next receipt is settled against what this one left.
 */
export function settleReceipt(
  receipt: SettledReceipt,
  customerId: CustomerId,
  wish: SettlementWish,
  open: OpenItems,
  by: SettledBy,
): Result<SettledMoney, SettlementRefusal> {
  const identified = identify(receipt, customerId, by);
  const { itemId } = identified;
  const { rest, receivedOn } = receipt;
  const named = (ids: readonly { readonly itemId: ItemId }[]) =>
    ids.flatMap((one) => open.get(one.itemId) ?? []);
  const { rules, reason, today } = by;
  const judged = judgeSettlement(wish, {
    ...{ receipt: { itemId, customerId, rest, receivedOn }, rules, by: by.by, reason, today },
    claims: named(wish.allocations),
    credits: named(wish.credits),
  });
  if (!judged.ok) return judged;
  const settlement = judged.value;
  const settled = bookSettlement(settlement, by.newId, by.because);
  moveOpen(open, settlement, itemId, receivedOn);
  return ok({
    booking: inOne([...identified.bookings, settled]),
    itemId,
    entryId: settled.entries[0]?.id ?? null,
    settlement,
    left: leftOf(settlement, open),
  });
}

function leftOf({ residual, claims }: Settlement, open: OpenItems): readonly MatchAllocation[] {
  if (residual.length > 0) return residual;
  return claims.flatMap(({ itemId }) => {
    const amount = open.get(itemId)?.open;
    return amount !== undefined && isPositive(amount) ? [{ itemId, amount }] : [];
  });
}

/** What the settlement leaves open; the receipt's own rest is a credit from now on. */
function moveOpen(
  open: OpenItems,
  { claims, credits, onAccount, customerId }: Settlement,
  receipt: ItemId,
  receivedOn: PlainDate,
): void {
  for (const { itemId, amount } of [...claims, ...credits]) {
    const item = open.get(itemId);
    if (item !== undefined) open.set(itemId, { ...item, open: subtract(item.open, amount) });
  }
  open.set(receipt, { id: receipt, customerId, open: onAccount, issuedOn: receivedOn });
}

function paidWith(
  money: Money,
  allocations: readonly MatchAllocation[],
): SettlementWish["allocations"] {
  const foreign = allocations.some(({ amount }) => amount.currency !== money.currency);
  if (!foreign) return allocations.map((allocation) => ({ ...allocation, paid: null }));
  const shares = split(
    money,
    allocations.map(({ amount }) => amount.minor),
  );
  return allocations.map((allocation, at) => ({ ...allocation, paid: shares[at] ?? null }));
}

/**
 * What matching proposes, as a wish: its money adds up already. Claims in another currency are
 * settled by the whole of `money`, shared by their amounts: the rate is what the bank made of it.
 */
export const wishOf = (proposal: Proposal, money: Money): SettlementWish => ({
  allocations: paidWith(money, proposal.allocations),
  credits: proposal.credits,
  shortfall: proposal.shortfall,
  deductedFrom: null,
  onAccount: proposal.onAccount,
});
