/** 清偿抵充: which debts a payment that does not cover all of them settles, and which part of each. */
import type { PlainDate } from "../values/calendar.ts";
import type { ItemId } from "../values/ids.ts";
import {
  add,
  compare,
  isPositive,
  isZero,
  lesser,
  type Money,
  subtract,
  total,
  zero,
} from "../values/money.ts";
import { assert } from "../values/result.ts";
import {
  balanceOf,
  type Debt,
  type DecidedBy,
  type LateRateOn,
  type MissingFact,
  spread,
  statutoryCriteria,
} from "./appropriation-order.ts";

export type Component = "costs" | "interest" | "principal";

/** What contract and debtor say about the order across debts. */
export type Orders = {
  /** Debts that the debtor named when paying, in order (民法典 560(1)); empty: none. */
  readonly designated: readonly ItemId[];
  /** An agreed order: a list, the oldest due first, or words that nobody put in order yet. */
  readonly agreed:
    | { readonly kind: "list"; readonly items: readonly ItemId[] }
    | { readonly kind: "oldest_due_first" }
    | { readonly kind: "in_words"; readonly text: string }
    | null;
  /** The payment's day: what is due on it is due. */
  readonly on: PlainDate;
  /** The rate by law from a day of breach, where none was agreed; null: not known. */
  readonly lateRateOn: LateRateOn;
};

export type Appropriated = {
  readonly itemId: ItemId;
  readonly amount: Money;
  readonly parts: Readonly<Record<Component, Money>>;
  readonly reason: "designated" | "agreed" | "statutory";
  /** What put it in its place among the debts of that reason. */
  readonly decidedBy: DecidedBy;
};

export type Appropriation =
  | {
      readonly kind: "decided";
      readonly allocations: readonly Appropriated[];
      /** More than all debts: it stays the customer's. */
      readonly left: Money;
    }
  | { readonly kind: "undecidable"; readonly missing: readonly MissingFact[] };

type Share = { readonly debt: Debt; readonly amount: Money; readonly decidedBy: DecidedBy };

/**
 * The order of law: the debtor's designation, then what was agreed, then 民法典 560(2). Only posted
 * components take money: late interest that was not billed is no debt in the ledger. Where a fact
 * that would decide is missing, nothing is decided: a person looks.
 */
export function appropriate(money: Money, debts: readonly Debt[], orders: Orders): Appropriation {
  const open = debts.filter((debt) => isPositive(balanceOf(debt))).toSorted(byId);
  const all = total(open.map(balanceOf), money.currency);
  const allocations: Appropriated[] = [];
  const taken = new Set<ItemId>();
  let left = money;
  const settle = (shares: readonly Share[], reason: Appropriated["reason"]): void => {
    for (const { debt, amount, decidedBy } of shares.filter((share) => isPositive(share.amount))) {
      const { id: itemId } = debt;
      taken.add(itemId);
      left = subtract(left, amount);
      allocations.push({ itemId, amount, parts: partsOf(debt, amount), reason, decidedBy });
    }
  };
  const rest = () => open.filter(({ id }) => !taken.has(id));

  settle(inTurn(left, listed(open, orders.designated)), "designated");
  const { agreed } = orders;
  if (agreed?.kind === "in_words" && isShort(left, rest())) {
    return { kind: "undecidable", missing: [{ code: "agreed_order_in_words", text: agreed.text }] };
  }
  if (agreed?.kind === "list") settle(inTurn(left, listed(rest(), agreed.items)), "agreed");
  const byAgreement = agreed?.kind === "oldest_due_first";
  const criteria = byAgreement ? (["earlier_due"] as const) : statutoryCriteria;
  const spreading = spread(left, rest(), criteria, orders);
  if (!spreading.ok) return { kind: "undecidable", missing: spreading.refusal };
  settle(spreading.value, byAgreement ? "agreed" : "statutory");
  assert(compare(add(left, sumOf(allocations, money)), money) === 0, "parts make the payment");
  assert(isZero(left) || compare(sumOf(allocations, money), all) === 0, "a rest means no debt");
  return { kind: "decided", allocations, left };
}

const byId = (one: Debt, other: Debt): number => (one.id < other.id ? -1 : 1);

const sumOf = (allocations: readonly Appropriated[], { currency }: Money): Money =>
  total(
    allocations.map(({ amount }) => amount),
    currency,
  );

const isShort = (money: Money, debts: readonly Debt[]): boolean =>
  isPositive(money) && compare(money, total(debts.map(balanceOf), money.currency)) < 0;

/** The debts that a list names, once each, in its order. */
const listed = (debts: readonly Debt[], items: readonly ItemId[]): readonly Debt[] =>
  [...new Set(items)].flatMap((item) => debts.find(({ id }) => id === item) ?? []);

/** One debt after the other, as far as the money reaches. */
function inTurn(money: Money, debts: readonly Debt[]): readonly Share[] {
  let left = money;
  return debts.map((debt) => {
    const amount = lesser(balanceOf(debt), left);
    left = subtract(left, amount);
    return { debt, amount, decidedBy: "list" };
  });
}

const LAW: readonly Component[] = ["costs", "interest", "principal"];
const PRINCIPAL_FIRST: readonly Component[] = ["principal", "costs", "interest"];

/** Within a debt: costs, interest, principal (民法典 561), or principal first where agreed. */
function partsOf({ posted, within }: Debt, amount: Money): Appropriated["parts"] {
  const nothing = zero(amount.currency);
  const parts = { costs: nothing, interest: nothing, principal: nothing };
  let left = amount;
  for (const component of within === "principal_first" ? PRINCIPAL_FIRST : LAW) {
    parts[component] = lesser(posted[component], left);
    left = subtract(left, parts[component]);
  }
  assert(isZero(left), "no debt takes more than is posted of it");
  return parts;
}
