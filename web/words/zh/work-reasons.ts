/** Chinese sentences for why something waits at a customer, and for the points that order it. */
import { type Facts, fact, type Sentences } from "../facts.ts";
import { moneyList } from "../money-list.ts";

const graded = (f: Facts): string =>
  f["grade"] == null ? "客户还没有评级，按中等计" : `客户信用等级 ${fact(f, "grade")}`;

export const workReasons: Sentences = {
  amount: (f) => `逾期金额 ${moneyList(f["overdue"])}`,
  days_late: (f) => `最长逾期 ${fact(f, "days")} 天`,
  grade: graded,
  broken_promise: (f) => `失信 ${fact(f, "count")} 次，仍有未清`,
  limitation: (f) =>
    `诉讼时效最早于 ${fact(f, "expiresOn")} 届满（还有 ${fact(f, "daysLeft")} 天，未计中断，民法典第188条）`,
  last_contact: (f) => `已有 ${fact(f, "days")} 天没有沟通（自 ${fact(f, "since")}）`,
  customer_value: (f) => `近 12 个月销售额 ${moneyList(f["sales"])}`,
  call_back: (f) => `约定 ${fact(f, "on")} 回电`,
  instalment: (f) => `分期自 ${fact(f, "on")} 未付`,
  promise_due: (f) => `承诺 ${fact(f, "on")} 付款`,
  step_waits: (f) => `计划动作：${fact(f, "step")}`,
  task_waits: () => "有任务待办",
  step_of_another_day: (f) => `${fact(f, "step")} 属于 ${fact(f, "day")} 的计划，今天不能放行`,
  nothing_due: () => "没有到期未付的款项",
  plan_looks_again: () => "催收计划到这一天会再看",
  nothing_planned: (f) => `自 ${fact(f, "since")} 起没有安排，满一个月提醒复查`,
  snoozed: (f) => `推迟至 ${fact(f, "until")}`,
  asked_by_hand: () => "由同事安排",
};

/** Names of the rules whose points are added. */
export const pointNames: Readonly<Record<string, string>> = {
  amount: "逾期金额",
  days_late: "逾期天数",
  grade: "信用等级",
  broken_promise: "失信",
  limitation: "时效临近",
  last_contact: "久未沟通",
  customer_value: "客户价值",
};
