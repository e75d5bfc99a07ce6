/** Settlement: whether what a person or matching wants to settle may be booked. */
import type { Account } from "../book/booking.ts";
import type { PlainDate } from "../values/calendar.ts";
import type { CustomerId, ItemId } from "../values/ids.ts";
import {
  add,
  type Currency,
  compare,
  isNegative,
  isPositive,
  isZero,
  type Money,
  subtract,
  total,
  zero,
} from "../values/money.ts";
import { ok, type Result, refuse } from "../values/result.ts";
import type { CashRules, MatchAllocation, Shortfall } from "./matching/match.ts";
import { type Deducted, leaveDeductionOpen } from "./settlement-deduction.ts";
import { judgeCredits, judgeWishedClaims, type WishedClaim } from "./settlement-items.ts";
import { judgeShortfall, shortfallAccount } from "./settlement-shortfall.ts";

/** An open claim or credit; `open` is positive for both, in the item's own currency. */
export type SettlementItem = {
  readonly id: ItemId;
  readonly customerId: CustomerId;
  readonly open: Money;
  readonly issuedOn: PlainDate;
};

/** An identified receipt and what of it is not used yet. */
export type SettlementReceipt = {
  readonly itemId: ItemId;
  readonly customerId: CustomerId;
  readonly rest: Money;
  readonly receivedOn: PlainDate;
};

/**
 * `amount` of a claim, in its currency; `paid` is what it took in the receipt's, if that differs.
 */
export type WishedAllocation = MatchAllocation & { readonly paid: Money | null };

export type SettlementWish = {
  readonly allocations: readonly WishedAllocation[];
  readonly credits: readonly MatchAllocation[];
  readonly shortfall: Shortfall | null;
  /** The claim from which the customer deducted; null: from the last ones of the list. */
  readonly deductedFrom: ItemId | null;
  /** What is thought to remain of the receipt; null: whatever does. */
  readonly onAccount: Money | null;
};

export type SettlementCase = {
  /** Null: credits alone settle claims, or a small difference is given up. */
  readonly receipt: SettlementReceipt | null;
  readonly claims: readonly SettlementItem[];
  readonly credits: readonly SettlementItem[];
  readonly rules: CashRules;
  /** Matching keeps to the policy; a person may go beyond it with a reason. */
  readonly by: "itself" | "person";
  readonly reason: string | null;
  readonly today: PlainDate;
};

export type SettlementRefusal =
  | { readonly code: "settlement_is_empty" }
  | { readonly code: "settlement_not_positive"; readonly item: ItemId }
  | { readonly code: "settlement_names_item_twice"; readonly item: ItemId }
  | { readonly code: "item_not_open"; readonly item: ItemId }
  | { readonly code: "item_of_other_customer"; readonly item: ItemId }
  | {
      readonly code: "settlement_in_other_currency";
      readonly item: ItemId;
      readonly currency: Currency;
    }
  | { readonly code: "settlement_exceeds_item"; readonly item: ItemId; readonly open: Money }
  | {
      readonly code: "settlement_exceeds_receipt";
      readonly rest: Money;
      readonly needed: Money;
    }
  | { readonly code: "credits_exceed_claims"; readonly by: Money }
  | { readonly code: "settlement_does_not_add_up"; readonly left: Money; readonly told: Money }
  | {
      readonly code: "shortfall_exceeds_policy";
      readonly kind: Shortfall["kind"];
      readonly allowed: Money;
    }
  | { readonly code: "shortfall_beside_rest"; readonly rest: Money }
  | { readonly code: "deduction_exceeds_claims"; readonly claims: Money }
  | { readonly code: "reason_missing" };

/** A claim as it is settled: `amount` in its own currency, `paid` in the receipt's. */
export type SettledClaim = {
  readonly itemId: ItemId;
  readonly issuedOn: PlainDate;
  readonly amount: Money;
  readonly paid: Money;
};

/** What will be booked: receipt + credits + given up = claims, in one currency. */
export type Settlement = {
  readonly customerId: CustomerId;
  readonly currency: Currency;
  readonly claims: readonly SettledClaim[];
  readonly credits: readonly (MatchAllocation & { readonly issuedOn: PlainDate })[];
  readonly receipt: (MatchAllocation & { readonly receivedOn: PlainDate }) | null;
  readonly givenUp: {
    readonly kind: Shortfall["kind"];
    readonly account: Account;
    readonly amount: Money;
    readonly on: PlainDate;
  } | null;
  /** What the customer deducted: it stays open on these claims, or becomes a dispute. */
  readonly residual: readonly MatchAllocation[];
  /** What stays of the receipt as the customer's unapplied cash. */
  readonly onAccount: Money;
};

/**
 * Checks a wish against what is open: one customer, one currency (or `paid` in the receipt's),
 * nothing exceeds the receipt's rest, a claim or a credit, and the money adds up to the cent:
 * rest + credits + shortfall = claims + on account. Refuses with the first fact that is wrong.
 */
export function judgeSettlement(
  wish: SettlementWish,
  given: SettlementCase,
): Result<Settlement, SettlementRefusal> {
  const whose = customerOf(wish, given);
  if (!whose.ok) return whose;
  const { customerId, unit } = whose.value;
  const claims = judgeWishedClaims(wish.allocations, given.claims, customerId, unit);
  if (!claims.ok) return claims;
  const own = given.receipt?.itemId ?? null;
  const credits = judgeCredits(wish.credits, given.credits, customerId, unit, own);
  if (!credits.ok) return credits;
  const left = onAccountOf(wish, given, claims.value, unit);
  if (!left.ok) return left;
  const shortfall = judgeShortfall(wish.shortfall, claims.value, given, left.value);
  if (!shortfall.ok) return shortfall;
  const deducted = leaveDeductionOpen(claims.value, wish.shortfall, wish.deductedFrom);
  if (!deducted.ok) return deducted;
  const settled = { customerId, currency: unit, credits: credits.value, onAccount: left.value };
  return ok({ ...settled, ...usedMoney(wish, given, left.value), ...settledParts(deducted.value) });
}

/** Whose money in which currency: the receipt's, or without one that of the first claim. */
function customerOf(
  { allocations }: SettlementWish,
  { receipt, claims }: SettlementCase,
): Result<{ readonly customerId: CustomerId; readonly unit: Currency }, SettlementRefusal> {
  if (receipt !== null) return ok({ customerId: receipt.customerId, unit: receipt.rest.currency });
  const [first] = allocations;
  if (first === undefined) return refuse({ code: "settlement_is_empty" });
  const { itemId: item, amount } = first;
  const claim = claims.find(({ id }) => id === item);
  if (claim === undefined) return refuse({ code: "item_not_open", item });
  return ok({ customerId: claim.customerId, unit: amount.currency });
}

/** What remains of the receipt: never negative, and never more than was there before. */
function onAccountOf(
  { credits, shortfall, onAccount: told }: SettlementWish,
  { receipt }: SettlementCase,
  claims: readonly WishedClaim[],
  unit: Currency,
): Result<Money, SettlementRefusal> {
  const rest = receipt?.rest ?? zero(unit);
  const used = credits.map(({ amount }) => amount);
  if (shortfall !== null && shortfall.amount.currency !== unit) {
    return refuse({ code: "shortfall_exceeds_policy", kind: shortfall.kind, allowed: zero(unit) });
  }
  const beside = total(shortfall === null ? used : [...used, shortfall.amount], unit);
  const paid = total(
    claims.map((claim) => claim.paid),
    unit,
  );
  const left = subtract(add(rest, beside), paid);
  if (isNegative(left)) {
    return refuse({ code: "settlement_exceeds_receipt", rest, needed: subtract(paid, beside) });
  }
  if (compare(left, rest) > 0) {
    return refuse({ code: "credits_exceed_claims", by: subtract(left, rest) });
  }
  if (told !== null && (told.currency !== unit || !isZero(subtract(told, left)))) {
    return refuse({ code: "settlement_does_not_add_up", left, told });
  }
  return ok(left);
}

function usedMoney(
  { shortfall }: SettlementWish,
  { receipt, today }: SettlementCase,
  left: Money,
): Pick<Settlement, "receipt" | "givenUp"> {
  const on = receipt?.receivedOn ?? today;
  const account = shortfall === null ? null : shortfallAccount(shortfall.kind);
  const used = receipt === null ? zero(left.currency) : subtract(receipt.rest, left);
  return {
    receipt:
      receipt === null || !isPositive(used)
        ? null
        : { itemId: receipt.itemId, amount: used, receivedOn: receipt.receivedOn },
    givenUp: shortfall === null || account === null ? null : { ...shortfall, account, on },
  };
}

const settledParts = ({ claims, residual }: Deducted): Pick<Settlement, "claims" | "residual"> => ({
  claims: claims.map(({ item, amount, paid }) => ({
    itemId: item.id,
    issuedOn: item.issuedOn,
    amount,
    paid,
  })),
  residual,
});
