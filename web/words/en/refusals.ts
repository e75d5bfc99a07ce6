/** English sentences for what the server refused, and for what failed on the way. */
import type * as zh from "../zh/refusals.ts";

type Facts = Readonly<Record<string, unknown>>;

const fact = (facts: Facts, key: string): string => String(facts[key] ?? "");

export const refusals: typeof zh.refusals = {
  unreachable: () => "The server can't be reached. Check the network and try again.",
  server_failed: () => "The server failed and logged it. Nothing was saved.",
  not_understood: () => "The server didn't understand this request.",
  page_failed: () => "The page failed. Reload it and try again.",
  not_signed_in: () => "Your session has ended. Sign in again.",
  wrong_credentials: () => "Wrong e-mail or password.",
  sign_in_refused: () => "Wrong e-mail or password.",
  too_many_attempts: () => "Too many attempts. Try again later.",
  locked_out: () => "Too many attempts: the account is locked for a while.",
  token_wrong: () => "Wrong token: see the line that start printed in the terminal.",
  permission_missing: () => "Your role doesn't allow this.",
  not_permitted: () => "Your role doesn't allow this.",
  input_invalid: () => "Something is not filled in right.",
  stale_version: () => "Somebody changed this meanwhile. Look at the difference before saving.",
  changed_meanwhile: () => "Somebody changed this meanwhile. Look at the difference before saving.",
  customer_not_found: () => "There is no such customer.",
  creditor_not_found: () => "There is no such creditor.",
  step_not_found: () => "There is no such step.",
  step_not_planned: () => "This step is no longer waiting.",
  step_not_released: () => "This step has not been released.",
  step_is_done: () => "This step is done.",
  already_sent: () => "The letter has left and can't be taken back.",
  message_has_left: () => "The letter has left and can't be taken back.",
  message_not_failed: () => "Only failed or uncertain messages can be sent again.",
  plan_missing: () => "There is no plan for today yet.",
  day_not_run: () => "There is no plan for today yet.",
  day_in_future: () => "That day has not come yet.",
  no_letter: () => "This step has no letter.",
  nothing_open: () => "Nothing is open.",
  item_not_open: () => "This document is settled.",
  item_not_found: () => "There is no such document.",
  promise_is_empty: () => "A promise must be for more than nothing.",
  promise_exceeds_outstanding: () => "The promise is for more than is open.",
  promise_day_has_passed: (facts) =>
    `The day of payment can't be before today, ${fact(facts, "today")}.`,
  promise_too_far_ahead: (facts) =>
    `The day of payment can be ${fact(facts, "latest")} at the latest.`,
  promises_broken_too_often: (facts) =>
    `${fact(facts, "broken")} promises were broken; the policy allows ${fact(facts, "allowed")}.`,
  promise_not_open: () => "This promise has been judged.",
  promise_has_been_judged: () => "This promise has been judged.",
  dispute_not_found: () => "There is no such dispute.",
  dispute_is_closed: () => "This dispute is closed.",
  dispute_exceeds_open: () => "The dispute is for more than is open.",
  hold_not_found: () => "There is no such hold.",
  hold_has_ended: () => "This hold has ended.",
  hold_until_passed: () => "The hold must end after today.",
  entry_unknown: () => "There is no such way to enter.",
  policy_missing: () => "There is no policy yet.",
  policy_invalid: () => "The policy's text is not sound; see below.",
  amount_not_a_number: (facts) => `“${fact(facts, "text")}” is not an amount.`,
  amount_too_precise: (facts) => `At most ${fact(facts, "decimals")} decimals.`,
  amount_too_large: () => "The amount is too large.",
  currency_unknown: (facts) => `${fact(facts, "currency")} is not a currency we book.`,
  day_does_not_exist: (facts) => `There is no day ${fact(facts, "text")}.`,
  file_too_large: () => "The file is too large: at most 25 MB.",
  file_unreadable: () => "This file can't be read. Use XLSX or CSV.",
};

export const refused = (code: string): string => `The server refused: ${code}`;
