/** The claims and credits that a settlement names, each checked against what is open of it. */
import type { ItemKind } from "../book/booking.ts";
import type { CustomerId, ItemId } from "../values/ids.ts";
import { type Currency, compare, isPositive, type Money } from "../values/money.ts";
import { ok, type Result, refuse } from "../values/result.ts";
import type { MatchAllocation } from "./matching/match.ts";
import type {
  Settlement,
  SettlementItem,
  SettlementRefusal,
  SettlementWish,
  WishedAllocation,
} from "./settlement.ts";

/** A claim as it is wished: `paid` is in the receipt's currency. */
export type WishedClaim = {
  readonly item: SettlementItem;
  readonly amount: Money;
  readonly paid: Money;
};

/** Finds an item that is open, of this customer, and not named before. */
function findOpen(
  { itemId: item, amount }: MatchAllocation,
  open: ReadonlyMap<ItemId, SettlementItem>,
  customerId: CustomerId,
  named: Set<ItemId>,
): Result<SettlementItem, SettlementRefusal> {
  if (!isPositive(amount)) return refuse({ code: "settlement_not_positive", item });
  if (named.has(item)) return refuse({ code: "settlement_names_item_twice", item });
  named.add(item);
  const found = open.get(item);
  if (found === undefined || !isPositive(found.open))
    return refuse({ code: "item_not_open", item });
  if (found.customerId !== customerId) return refuse({ code: "item_of_other_customer", item });
  const { currency } = found.open;
  if (amount.currency !== currency) {
    return refuse({ code: "settlement_in_other_currency", item, currency });
  }
  if (compare(amount, found.open) > 0) {
    return refuse({ code: "settlement_exceeds_item", item, open: found.open });
  }
  return ok(found);
}

/** What the claim took in the receipt's currency; the same amount where both are the same. */
function paidOf(
  { itemId: item, amount, paid }: WishedAllocation,
  unit: Currency,
): Result<Money, SettlementRefusal> {
  const told = paid ?? amount;
  if (told.currency !== unit) {
    return refuse({ code: "settlement_in_other_currency", item, currency: unit });
  }
  if (!isPositive(told) || (amount.currency === unit && compare(told, amount) !== 0)) {
    return refuse({ code: "settlement_not_positive", item });
  }
  return ok(told);
}

const byId = (items: readonly SettlementItem[]): ReadonlyMap<ItemId, SettlementItem> =>
  new Map(items.map((item) => [item.id, item]));

/** The claims in the order of the wish, or the first that can't be settled so. */
export function judgeWishedClaims(
  wished: readonly WishedAllocation[],
  claims: readonly SettlementItem[],
  customerId: CustomerId,
  unit: Currency,
): Result<readonly WishedClaim[], SettlementRefusal> {
  const [open, named] = [byId(claims), new Set<ItemId>()];
  const judged: WishedClaim[] = [];
  for (const allocation of wished) {
    const item = findOpen(allocation, open, customerId, named);
    if (!item.ok) return item;
    const paid = paidOf(allocation, unit);
    if (!paid.ok) return paid;
    judged.push({ item: item.value, amount: allocation.amount, paid: paid.value });
  }
  return ok(judged);
}

/** The credits in the order of the wish, in the receipt's currency; never the receipt itself. */
export function judgeCredits(
  wished: readonly MatchAllocation[],
  credits: readonly SettlementItem[],
  customerId: CustomerId,
  currency: Currency,
  receipt: ItemId | null,
): Result<Settlement["credits"], SettlementRefusal> {
  const [open, named] = [byId(credits), new Set<ItemId>(receipt === null ? [] : [receipt])];
  const judged: Settlement["credits"][number][] = [];
  for (const { itemId, amount } of wished) {
    const item = findOpen({ itemId, amount }, open, customerId, named);
    if (!item.ok) return item;
    if (amount.currency !== currency) {
      return refuse({ code: "settlement_in_other_currency", item: itemId, currency });
    }
    judged.push({ itemId, amount, issuedOn: item.value.issuedOn });
  }
  return ok(judged);
}

const CREDITS: readonly ItemKind[] = ["credit_memo", "receipt"];

/**
 * What is open is told without its sign, so the sides are held apart here: a credit memo or a
 * receipt can't be paid, and an invoice pays nothing. Refuses the first item on the wrong side.
 */
export function judgeSides<Wish extends Pick<SettlementWish, "allocations" | "credits">>(
  wish: Wish,
  items: readonly { readonly id: ItemId; readonly kind: ItemKind }[],
): Result<Wish, SettlementRefusal> {
  const credits = new Set(items.filter(({ kind }) => CREDITS.includes(kind)).map(({ id }) => id));
  const wrong = [
    ...wish.allocations.filter(({ itemId }) => credits.has(itemId)),
    ...wish.credits.filter(({ itemId }) => !credits.has(itemId)),
  ];
  const [first] = wrong;
  return first === undefined ? ok(wish) : refuse({ code: "item_not_open", item: first.itemId });
}
