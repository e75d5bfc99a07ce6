/** English sentences for what is refused about repayment plans, extensions and discounts. */
import { amount, type Facts, fact, type Sentences } from "../facts.ts";
import { named } from "../named.ts";

const STATES: Readonly<Record<string, string>> = {
  draft: "a draft",
  proposed: "waiting for approval",
  approved: "approved and waiting to be signed",
  active: "active",
  fulfilled: "fulfilled",
  in_default: "in default",
  accelerated: "accelerated",
  renegotiated: "replaced by another",
  lapsed: "lapsed",
  withdrawn: "withdrawn",
  refused: "refused",
};

const state = (facts: Facts): string => named(STATES, fact(facts, "state"));

export const agreementRefusals = {
  agreement_not_found: () => "There is no such agreement",
  agreement_not_in_state: (facts) => `This agreement is ${state(facts)}, so this can't be done`,
  agreement_is_empty: () => "Choose at least one item, each with an amount above zero",
  agreement_names_item_twice: () => "An item is listed twice",
  agreement_in_several_currencies: () => "An agreement has one currency; make one for each",
  agreement_in_other_currency: (facts) => `These items are in ${fact(facts, "currency")}`,
  agreement_exceeds_free: (facts) =>
    `Only ${amount(facts, "free")} of this item is free: the rest is disputed, promised or agreed`,
  agreement_day_has_passed: (facts) => `Choose today (${fact(facts, "today")}) or a later day`,
  agreement_not_replaceable: (facts) =>
    `The old agreement is ${state(facts)}; it can't be replaced`,
  agreement_replaced_already: () => "Another plan is to replace it; withdraw that one first",
  agreement_not_issued: () => "Issue the document first, then record the signature",
  agreement_is_issued: () =>
    "The document has been issued and no longer changes; withdraw it and propose anew",
  agreement_concedes: () =>
    "The document would give up rights; reserve the penalty, or say expressly that you concede",
  agreement_has_no_scan: () => "No scan of the signed document was kept",
  plan_days_not_ascending: (facts) =>
    `Each day must be after the one before; see ${fact(facts, "dueOn")}`,
  plan_part_not_positive: (facts) => `Instalment ${fact(facts, "place")} must be above zero`,
  plan_parts_do_not_add_up: (facts) =>
    `The instalments come to ${amount(facts, "parts")} instead of ${amount(facts, "amount")}`,
  plan_has_too_many_parts: (facts) =>
    `The policy allows ${fact(facts, "most")} instalments at most`,
  plan_too_long: (facts) => `The policy wants the last instalment by ${fact(facts, "latest")}`,
  plan_first_too_small: (facts) => `The policy wants ${amount(facts, "least")} first, at least`,
  plan_part_too_small: (facts) =>
    `The instalment of ${fact(facts, "dueOn")} is below the policy's ${amount(facts, "least")}`,
  extension_not_later: (facts) => `The new due day must be after ${fact(facts, "dueOn")}`,
  extension_too_long: (facts) => `The policy extends to ${fact(facts, "latest")} at most`,
  discount_not_positive: () => "The discount must be above zero",
  discount_too_high: (facts) => `The policy grants ${amount(facts, "most")} at most`,
  signed_in_future: (facts) => `It can't be signed after today (${fact(facts, "today")})`,
  signed_before_approval: (facts) => `It was approved on ${fact(facts, "decidedOn")}, not before`,
} satisfies Partial<Sentences>;
