/** English sentences for what is refused about cases and the worklist. */
import { fact, type Sentence } from "../facts.ts";
import type * as zh from "../zh/case-refusals.ts";

type Same = Readonly<Record<keyof typeof zh.caseRefusals, Sentence>>;

export const caseRefusals: Same = {
  case_not_open: () => "Nothing of this customer is overdue, so there is no case.",
  case_not_snoozed: () => "This case is not snoozed.",
  snooze_has_passed: (facts) => `Choose a day after ${fact(facts, "today")}.`,
  snooze_too_long: (facts) =>
    `At most until ${fact(facts, "latest")}; for longer place a hold, take a promise or agree a plan.`,
  call_back_has_passed: (facts) => `Choose ${fact(facts, "today")} or a later day.`,
  call_back_too_far_ahead: (facts) => `At the latest on ${fact(facts, "latest")}.`,
  no_call_back: () => "No call-back was agreed.",
  step_is_stale: () =>
    "Something changed since the plan was made; the next close of a day plans it anew.",
  group_not_found: () => "There is no such group.",
};
