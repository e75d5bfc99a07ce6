/** Every refusal's HTTP status; the compiler refuses a route whose refusal is not listed here. */
import { wireText } from "./wire.ts";

const STATUS = {
  // who and where
  not_signed_in: 401,
  wrong_email_or_password: 401,
  wrong_first_run_token: 403,
  not_permitted: 403,
  too_many_attempts: 429,
  first_administrator_exists: 409,
  wrong_password: 422,
  email_taken: 409,
  user_not_found: 404,
  creditor_not_found: 404,
  creditor_code_taken: 409,
  creditor_code_malformed: 422,
  // what was sent
  input_invalid: 422,
  id_malformed: 404,
  currency_unknown: 422,
  route_not_found: 404,
  host_not_served: 421,
  body_too_large: 413,
  broken: 500,
  unavailable: 503,
  // the desk
  customer_not_found: 404,
  hold_not_found: 404,
  hold_has_ended: 409,
  item_not_open: 409,
  nothing_open: 409,
  record_is_stale: 409,
  uscc_malformed: 422,
  contact_not_found: 404,
  contact_exists: 409,
  contract_not_found: 404,
  contract_number_taken: 409,
  contract_number_fixed: 422,
  promise_not_found: 404,
  promise_has_ended: 409,
  promise_is_empty: 422,
  promise_names_item_twice: 422,
  promise_in_several_currencies: 422,
  promise_in_other_currency: 422,
  promise_exceeds_open: 422,
  promise_day_has_passed: 422,
  promise_too_far_ahead: 422,
  promises_broken_too_often: 409,
  dispute_not_found: 404,
  dispute_is_closed: 409,
  dispute_is_empty: 422,
  dispute_in_other_currency: 422,
  dispute_exceeds_open: 422,
  reason_missing: 422,
  hold_has_passed: 422,
  hold_too_long: 422,
  hold_needs_an_end: 422,
  outcome_unknown: 422,
  follow_up_has_passed: 422,
  follow_up_too_far_ahead: 422,
  task_not_waiting: 409,
  // the plan and its letters
  step_not_found: 404,
  step_has_no_letter: 404,
  character_not_printable: 422,
  nothing_to_release: 409,
  nothing_to_drop: 409,
  nothing_to_undo: 409,
  day_in_future: 422,
  day_already_passed: 409,
  message_not_found: 404,
  message_in_other_state: 409,
  policy_is_newer: 409,
  // reports
  bucket_malformed: 422,
  buckets_not_ascending: 422,
  bucket_label_taken: 422,
  policy_invalid: 422,
  policy_missing: 409,
  entry_unknown: 422,
} as const;

export type RefusalCode = keyof typeof STATUS;
export type AnyRefusal = { readonly code: RefusalCode; readonly [fact: string]: unknown };

/** RFC 9457 problem: a code and the facts behind it. Words are in the reader's language file. */
export function problem(refusal: AnyRefusal): Response {
  const { code, ...facts } = refusal;
  return new Response(wireText({ type: `/problems/${code}`, code, ...facts }), {
    status: STATUS[code],
    headers: { "content-type": "application/problem+json", "cache-control": "no-store" },
  });
}
