/** The reasons that matching gives, as data: codes with their facts. The words are elsewhere. */
import type { MatchReason } from "./match.ts";

/** Why a proposal was made. */
export const BECAUSE_CODES = [
  /** Who paid. */
  "account_known",
  "account_masked",
  "account_alias",
  "name_same",
  "name_like",
  "name_alias",
  "name_in_remark",
  "payer_unknown",
  "payer_by_number",
  "payer_by_amount",
  /** What was paid. */
  "numbers_named",
  "number_part",
  "number_range",
  "number_count",
  "month_named",
  "amount_exact",
  "amounts_sum",
  "everything_open",
  "oldest_first",
  "oldest_of_equals",
  "part_payment",
  "more_than_owed",
  "bank_fee",
  "cash_discount",
  "rounding",
  "deduction",
  "credit_used",
  "advance_payment",
  "paid_before",
  "unexplained",
  "other_currency",
  /** Lines that settle nothing. */
  "same_line_before",
  "takes_back_line",
  "returned_by_bank",
  "refund_words",
  "not_receivable_words",
  "money_out",
] as const;

/** Why a line that looks settled still waits for a person. */
export const WAITS_CODES = [
  "payer_uncertain",
  "numbers_missing",
  "numbers_unread",
  "words_differ",
  "part_of_which",
  "equal_claims",
  "amount_common",
  "other_explanation",
  "search_gave_up",
  "claim_disputed",
  "currency_differs",
  "deduction_to_judge",
  "discount_not_granted",
  "paid_before",
  "money_out",
  "confidence_below",
] as const;

export type BecauseCode = (typeof BECAUSE_CODES)[number];
export type WaitsCode = (typeof WAITS_CODES)[number];

type Facts = Readonly<Record<string, string | number | null | readonly string[]>>;

export const because = (code: BecauseCode, facts: Facts = {}): MatchReason => ({ ...facts, code });
export const waits = (code: WaitsCode, facts: Facts = {}): MatchReason => ({ ...facts, code });
