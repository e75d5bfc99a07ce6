/** What can be wrong with a row of a file (a problem), and what a person should know (a note). */

/** Where: line of the file, letter and heading of the column. */
export type Place = {
  readonly line: number | null;
  readonly column: string | null;
  readonly heading: string | null;
};

/** Why a row is refused. Facts are plain text and numbers, so that they can be kept as JSON. */
export type RowRefusal =
  | { readonly code: "value_missing"; readonly field: string }
  | { readonly code: "amount_not_a_number"; readonly text: string }
  | { readonly code: "amount_in_other_currency"; readonly text: string; readonly currency: string }
  | { readonly code: "amount_too_precise"; readonly text: string; readonly decimals: number }
  | { readonly code: "amount_too_large"; readonly text: string }
  | { readonly code: "amount_is_zero" }
  | { readonly code: "amount_not_positive"; readonly text: string }
  | { readonly code: "currency_unknown"; readonly text: string }
  | { readonly code: "day_does_not_exist"; readonly text: string }
  | { readonly code: "day_unreadable"; readonly text: string }
  | { readonly code: "day_ambiguous"; readonly text: string }
  | { readonly code: "days_unreadable"; readonly text: string }
  | { readonly code: "number_mangled"; readonly text: string }
  | { readonly code: "value_unknown"; readonly text: string; readonly allowed: string }
  | { readonly code: "rate_unreadable"; readonly text: string }
  | { readonly code: "formula_failed"; readonly text: string }
  | { readonly code: "value_too_long"; readonly limit: number }
  | { readonly code: "number_repeated"; readonly number: string; readonly otherLine: number }
  | { readonly code: "paid_exceeds_amount"; readonly amount: string; readonly paid: string }
  | { readonly code: "paid_has_other_sign"; readonly amount: string; readonly paid: string }
  | { readonly code: "paid_and_open_disagree"; readonly paid: string; readonly open: string }
  | { readonly code: "settled_but_unpaid"; readonly day: string }
  | { readonly code: "due_day_missing" }
  | { readonly code: "settled_in_future"; readonly day: string; readonly today: string }
  | { readonly code: "received_in_future"; readonly day: string; readonly today: string }
  | { readonly code: "merged_cells"; readonly range: string }
  | { readonly code: "customer_unknown"; readonly customer: string }
  | { readonly code: "customer_name_ambiguous"; readonly name: string }
  | { readonly code: "invoice_unknown"; readonly number: string }
  | { readonly code: "invoice_of_other_customer"; readonly number: string }
  | { readonly code: "invoice_in_other_currency"; readonly number: string }
  | {
      readonly code: "row_changed";
      readonly number: string;
      readonly field: string;
      readonly book: string;
      readonly file: string;
    };

/** What a person should know although nothing is refused. */
export type NoteFact =
  | { readonly code: "title_lines_skipped"; readonly count: number }
  | { readonly code: "total_row_dropped"; readonly text: string }
  | { readonly code: "header_repeated" }
  | { readonly code: "row_repeated"; readonly otherLine: number }
  | { readonly code: "due_before_issue"; readonly number: string; readonly due: string }
  | { readonly code: "settled_before_issue"; readonly number: string; readonly day: string }
  | { readonly code: "negative_is_credit_memo"; readonly number: string }
  | { readonly code: "currency_assumed"; readonly currency: string }
  | { readonly code: "decimal_zero_dropped" }
  | { readonly code: "serials_read" }
  | { readonly code: "date_order_found"; readonly order: string; readonly text: string }
  | { readonly code: "second_column_unused"; readonly field: string }
  | { readonly code: "settled_day_assumed"; readonly count: number; readonly day: string }
  | { readonly code: "names_differ"; readonly count: number; readonly example: string }
  | { readonly code: "contract_unknown"; readonly count: number; readonly example: string }
  | { readonly code: "later_payment_kept"; readonly number: string }
  | {
      readonly code: "due_day_changed";
      readonly number: string;
      readonly book: string;
      readonly file: string;
    }
  | { readonly code: "receipt_exceeds_invoices"; readonly number: string; readonly rest: string };

export type Problem = Place & RowRefusal;
export type Note = Place & NoteFact;

const NOWHERE = { column: null, heading: null } as const;

/** A problem of a whole row, where no single column is to blame. */
export const rowProblem = (line: number, refusal: RowRefusal): Problem => ({
  line,
  ...NOWHERE,
  ...refusal,
});

/** A note on one row, or on the whole file when `line` is null. */
export const noteOn = (line: number | null, fact: NoteFact): Note => ({
  line,
  ...NOWHERE,
  ...fact,
});
