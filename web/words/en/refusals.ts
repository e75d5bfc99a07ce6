/** English sentences for what the server refused, and for what failed on the way. */
import { amount, clockTime, fact, namesIn, type Sentence } from "../facts.ts";
import type * as zh from "../zh/refusals.ts";
import { accountRefusals } from "./account-refusals.ts";
import { agreementRefusals } from "./agreement-refusals.ts";
import { approvalRefusals } from "./approval-refusals.ts";
import { caseRefusals } from "./case-refusals.ts";
import { cashRefusals } from "./cash-refusals.ts";
import { contactRefusals } from "./contact-refusals.ts";
import { disputeRefusals } from "./dispute-refusals.ts";
import { matchRefusals } from "./match-refusals.ts";
import { promiseRefusals } from "./promise-refusals.ts";
import { settings } from "./settings.ts";
import { teamRefusals } from "./team-refusals.ts";

type Same = Readonly<Record<keyof typeof zh.refusals, Sentence>>;

export const refusals: Same = {
  ...accountRefusals,
  ...agreementRefusals,
  ...approvalRefusals,
  ...caseRefusals,
  ...cashRefusals,
  ...contactRefusals,
  ...disputeRefusals,
  ...matchRefusals,
  ...promiseRefusals,
  ...teamRefusals,
  unreachable: () => "The server can't be reached. Check the network and try again.",
  server_failed: () => "The server failed and logged it. Nothing was saved.",
  not_understood: () => "The server didn't understand this request.",
  page_failed: () => "The page failed. Reload it and try again.",
  not_signed_in: () => "Your session has ended. Sign in again.",
  wrong_email_or_password: () => "Wrong e-mail or password.",
  wrong_first_run_token: () => "Wrong token: see the line that start printed in the terminal.",
  not_permitted: () => "Your role doesn't allow this.",
  too_many_attempts: (facts) =>
    `Too many attempts. Try again after ${clockTime(facts, "retryAt")}.`,
  first_administrator_exists: () => "There is an administrator already. Sign in.",
  wrong_password: () => "The current password is wrong.",
  email_taken: () => "There is a user with this e-mail already.",
  user_not_found: () => "There is no such user.",
  creditor_not_found: () => "There is no such creditor.",
  creditor_code_taken: () => "This company code is taken.",
  creditor_code_malformed: () => "A company code has letters, digits, - and _ only.",
  creditor_has_no_name: () => "The company needs a name.",
  letterhead_incomplete: (facts) => {
    const missing = namesIn(facts, "missing", settings.fields).join(", ").toLowerCase();
    return `The letterhead lacks ${missing}. Letters reach customers only once it is complete.`;
  },
  demo_stays_in_test_mode: () =>
    "The demo company's customers are invented; it stays in test mode.",
  input_invalid: () => "Something is not filled in right.",
  id_malformed: () => "The id in the address is wrong.",
  currency_unknown: (facts) => `${fact(facts, "currency")} is not a currency we book.`,
  route_not_found: () => "The server has no such address.",
  host_not_served: () => "Use the address that start printed.",
  body_too_large: () => "The file is too large: at most 25 MB.",
  broken: () => "The server failed and logged it. Nothing was saved.",
  unavailable: () => "The database can't be reached right now. Try again later.",
  customer_not_found: () => "There is no such customer.",
  hold_not_found: () => "There is no such hold.",
  hold_has_ended: () => "This hold has ended.",
  hold_has_passed: (facts) => `The hold must end after today, ${fact(facts, "today")}.`,
  hold_too_long: (facts) => `The hold can last until ${fact(facts, "latest")} at most.`,
  hold_needs_an_end: () => "Only proceedings and insolvency may be held without an end.",
  reason_missing: () => "Say why.",
  item_not_open: () => "This document is settled.",
  nothing_open: () => "Nothing is open.",
  record_is_stale: () => "Somebody changed this meanwhile. Look at the difference before saving.",
  uscc_malformed: (facts) => `"${fact(facts, "text")}" is not a unified social credit code.`,
  contact_not_found: () => "There is no such contact.",
  contact_exists: () => "There is a contact of this name and role already.",
  contract_not_found: () => "There is no such contract.",
  contract_number_taken: (facts) => `Contract number ${fact(facts, "number")} is taken.`,
  contract_number_fixed: (facts) => `The contract's number stays ${fact(facts, "number")}.`,
  promise_not_found: () => "There is no such promise.",
  promise_has_ended: () => "This promise has been judged.",
  promise_is_empty: () => "A promise must be for more than nothing.",
  promise_names_item_twice: () => "A document is named twice.",
  promise_in_several_currencies: () => "A promise is in one currency. Take one for each.",
  promise_in_other_currency: (facts) =>
    `The promise must be in ${fact(facts, "currency")}, as the document is.`,
  promise_exceeds_open: (facts) =>
    `The promise is for more than the ${amount(facts, "free")} that is free.`,
  promise_day_has_passed: (facts) =>
    `The day of payment can't be before today, ${fact(facts, "today")}.`,
  promise_too_far_ahead: (facts) =>
    `The day of payment can be ${fact(facts, "latest")} at the latest.`,
  promises_broken_too_often: (facts) =>
    `${fact(facts, "broken")} promises were broken; the policy allows ${fact(facts, "allowed")}.`,
  outcome_unknown: () => "There is no such outcome.",
  follow_up_has_passed: (facts) => `The follow-up must be after today, ${fact(facts, "today")}.`,
  follow_up_too_far_ahead: (facts) =>
    `The follow-up can be ${fact(facts, "latest")} at the latest.`,
  task_not_waiting: () => "A task is logged after its release, and once.",
  not_a_task: () => "This is not a person's task.",
  step_not_found: () => "There is no such step.",
  step_not_waiting: () => "This step is no longer waiting.",
  step_of_another_day: (facts) => `This is of ${fact(facts, "day")}; make today's plan anew.`,
  step_has_no_letter: () => "This step has no letter.",
  message_gone: () => "The letter is on its way and can't be taken back.",
  only_foreseen: () => "This is only foreseen; it is planned on its day.",
  character_not_printable: (facts) =>
    `The letter's font lacks this character: ${fact(facts, "character")}`,
  nothing_to_release: () => "Nothing waits to be released.",
  nothing_to_drop: () => "There is nothing to drop.",
  nothing_to_undo: () => "There is nothing to undo.",
  day_in_future: () => "That day has not come yet.",
  day_already_passed: (facts) =>
    `${fact(facts, "lastDay")} is closed already; there is no going back.`,
  message_not_found: () => "There is no such message.",
  message_in_other_state: () => "The message is in a state that does not allow this.",
  policy_is_newer: (facts) =>
    `Version ${fact(facts, "version")} was published meanwhile. Reload before editing.`,
  policy_invalid: () => "The policy's text is not sound; see below.",
  policy_missing: () => "There is no policy yet.",
  entry_unknown: () => "There is no such way to enter.",
  import_has_problems: () => "Some rows have problems; nothing was stored.",
  bucket_malformed: (facts) => `"${fact(facts, "text")}" is not a bucket.`,
  buckets_not_ascending: () => "The buckets must rise.",
  bucket_label_taken: (facts) => `Two buckets are called "${fact(facts, "label")}".`,
  amount_not_a_number: (facts) => `"${fact(facts, "text")}" is not an amount.`,
  amount_too_precise: (facts) => `At most ${fact(facts, "decimals")} decimals.`,
  amount_too_large: () => "The amount is too large.",
};

export const refused = (code: string): string => `The server refused: ${code}`;
