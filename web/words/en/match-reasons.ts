/** English sentences for the reasons of matching. */
import { type Facts, fact } from "../facts.ts";
import type * as zh from "../zh/match-reasons.ts";
import { lineReasons } from "./line-reasons.ts";

const times = (facts: Facts): string =>
  Number(facts["confirmed"] ?? 0) > 1 ? `, confirmed ${fact(facts, "confirmed")} times` : "";

const quoted = (facts: Facts, key: string): string =>
  facts[key] == null ? "" : ` “${fact(facts, key)}”`;

export const matchReasons: typeof zh.matchReasons = {
  ...lineReasons,
  account_known: (f) => `The paying account ${fact(f, "account")} is one of this customer's`,
  account_masked: (f) =>
    `The paying account ${fact(f, "account")} is masked; what shows agrees with this customer's`,
  account_alias: (f) =>
    `The paying account ${fact(f, "account")} has paid for this customer before${times(f)}`,
  name_same: (f) => `The payer's name${quoted(f, "name")} is this customer's`,
  name_like: (f) => `The payer's name is very close to the customer's${quoted(f, "name")}`,
  name_alias: (f) => `The payer${quoted(f, "name")} has paid for this customer before${times(f)}`,
  name_in_remark: () => "The remark names this customer",
  payer_unknown: () => "Neither name nor account belongs to a known customer",
  payer_by_number: () => "The numbers in the remark are this customer's",
  payer_by_amount: () => "Only the amount points to this customer; name and account don't",
  numbers_named: (f) => `The remark names ${fact(f, "numbers")}`,
  number_part: (f) => `The remark names a part of ${fact(f, "numbers")}`,
  number_range: (f) => `The remark names everything from ${fact(f, "from")} to ${fact(f, "until")}`,
  number_count: (f) => `The remark tells of ${fact(f, "count")} documents, and their sum agrees`,
  month_named: () => "The remark names a month, and that month's documents sum up to this",
  amount_exact: () => "The amount is exactly what stands open",
  amounts_sum: (f) => `${fact(f, "count")} open documents together are exactly this amount`,
  everything_open: () => "Exactly everything this customer owes",
  oldest_first: () => "The policy allows the oldest first where nothing else is told",
  oldest_of_equals: (f) =>
    `${fact(f, "count")} have the same amount; the earliest due is proposed first`,
  part_payment: (f) => `A part payment of ${fact(f, "amount")}`,
  more_than_owed: (f) => `${fact(f, "amount")} too much, kept as unapplied cash`,
  bank_fee: (f) => `${fact(f, "amount")} short, within the tolerance for bank fees`,
  cash_discount: (f) => `${fact(f, "amount")} short, as a cash discount would be`,
  rounding: (f) => `${fact(f, "amount")} of difference, within the tolerance`,
  deduction: (f) => `${fact(f, "amount")} short, it looks like a deduction`,
  credit_used: (f) => `Uses the credit ${fact(f, "numbers")} at the same time`,
  advance_payment: () => "It looks like an advance; kept on the customer's account",
  paid_before: () => "The same was paid for these recently; it may be paid twice",
  unexplained: () => "The customer is certain, what it pays is not; kept on the customer's account",
  other_currency: () => "The currency is not the claim's",
  same_line_before: () => "The same as an earlier line in everything",
  takes_back_line: () => "Takes an earlier receipt back",
  returned_by_bank: () => "The bank marks it as a returned payment",
  refund_words: () => "The remark says that it is a refund",
  not_receivable_words: (f) =>
    f["reason"] == null
      ? "It says that no receivable is paid"
      : `It says “${fact(f, "reason")}” and pays no receivable`,
  money_out: () => "This is money that went out",
  payer_uncertain: () => "It is not certain who paid",
  numbers_missing: () => "The remark names no document; the amount alone is not enough",
  numbers_unread: () => "The remark has numbers that could not be read",
  part_of_which: () => "A part payment; of which documents can't be told",
  amount_common: () => "The amount is too common to tell anything by itself",
  words_differ: () => "Words of the remark (deduction, discount, advance) speak of something else",
  equal_claims: (f) =>
    f["ways"] == null
      ? "Several documents have this amount; which one is paid can't be told"
      : `${fact(f, "ways")} sets of documents have this sum; which one is paid can't be told`,
  other_explanation: () => "Other documents would sum up to this as well",
  search_gave_up: () => "Too many open documents to try every combination",
  claim_disputed: () => "One of the documents is disputed",
  currency_differs: () => "Another currency: a person has to confirm the rate",
  deduction_to_judge: () => "Whether the deduction is accepted is for a person to say",
  discount_not_granted: () => "The policy grants no such cash discount",
  confidence_below: () => "Less certain than the policy asks for to settle by itself",
};

export const matchUnknown: typeof zh.matchUnknown = (code) =>
  `Reason: ${code.replaceAll("_", " ")}`;
