/** What a contract says about an open item as a debt: its rate, its security, its order. */
import type { PlainDate } from "../values/calendar.ts";
import type { ItemId } from "../values/ids.ts";
import { type Money, type Rate, zero } from "../values/money.ts";
import type { Orders } from "./appropriation.ts";
import type { Debt } from "./appropriation-order.ts";
import { BY_LAW, type InterestCase, type ViewOrder } from "./interest-view.ts";

/** A contract's words on late payment and appropriation; an item without contract has none. */
export type DebtTerms = {
  readonly lateRate: Rate | null;
  readonly lateClause: string | null;
  /** `agreed`: an order in words of its own, in `appropriationText`. */
  readonly appropriation: "statutory" | "principal_first" | "agreed";
  readonly appropriationText: string | null;
  /** Who or what stands behind the debt, in words. */
  readonly guarantee: string | null;
};

export const NO_TERMS: DebtTerms = {
  lateRate: null,
  lateClause: null,
  appropriation: "statutory",
  appropriationText: null,
  guarantee: null,
};

/** The policy's order within a debt where the contract is silent. */
export type DefaultOrder = "statutory" | "principal_first";

export type OwedItem = {
  readonly id: ItemId;
  readonly dueOn: PlainDate;
  readonly open: Money;
};

/**
 * The item as a debt: all that is open is principal, since neither interest nor costs are posted
 * apart. A guarantee in words is a security of unknown extent: it ranks behind none, and between
 * two of them a person decides.
 */
export function debtOf(item: OwedItem, terms: DebtTerms, byDefault: DefaultOrder): Debt {
  const nothing = zero(item.open.currency);
  const guaranteed = (terms.guarantee ?? "").trim() !== "";
  const { code } = orderWithin(terms, byDefault);
  return {
    id: item.id,
    dueOn: item.dueOn,
    security: { kind: guaranteed ? "unknown" : "none" },
    lateRate: terms.lateRate,
    posted: { costs: nothing, interest: nothing, principal: item.open },
    within: code === "order_by_law" ? "statutory" : "principal_first",
  };
}

/** The order within a debt and who set it: the contract, else the policy's waiver, else the law. */
export function orderWithin(terms: DebtTerms, byDefault: DefaultOrder): ViewOrder {
  const { appropriation, appropriationText } = terms;
  if (appropriation === "principal_first") {
    return { code: "order_by_contract", text: appropriationText ?? "" };
  }
  const waived = appropriation === "statutory" && byDefault === "principal_first";
  return waived ? { code: "order_waived_by_policy" } : BY_LAW;
}

/** The order across debts that contracts agree on: words, which a person has to read. */
export function agreedOrderOf(terms: readonly DebtTerms[]): Orders["agreed"] {
  const agreed = terms.filter(({ appropriation }) => appropriation === "agreed");
  const texts = agreed.map(({ appropriationText }) => appropriationText ?? "");
  const text = [...new Set(texts)].join("\n");
  return agreed.length === 0 ? null : { kind: "in_words", text };
}

/** The agreed late rate with the words that grant it, for the interest view; null: the law's. */
export const agreedRateOf = ({ lateRate, lateClause }: DebtTerms): InterestCase["agreed"] =>
  lateRate === null ? null : { rate: lateRate, clause: lateClause };
