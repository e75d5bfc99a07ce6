/** Chinese sentences for what is refused about cases and the worklist. */
import { fact, type Sentences } from "../facts.ts";

export const caseRefusals = {
  case_not_open: () => "该客户目前没有逾期，没有催收案件",
  case_not_snoozed: () => "该案件没有推迟",
  snooze_has_passed: (facts) => `推迟要到 ${fact(facts, "today")} 之后的一天`,
  snooze_too_long: (facts) =>
    `最多推迟到 ${fact(facts, "latest")}；要更久，请登记催收暂停、付款承诺或还款计划`,
  call_back_has_passed: (facts) => `回拨日不能早于 ${fact(facts, "today")}`,
  call_back_too_far_ahead: (facts) => `回拨日最晚为 ${fact(facts, "latest")}`,
  no_call_back: () => "没有约定回拨",
  step_is_stale: () => "客户情况在排计划之后有变化，下次日结会重新安排",
  group_not_found: () => "没有这个集团",
} satisfies Sentences;
