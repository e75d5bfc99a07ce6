/** Chinese sentences for the reasons of the plan, and short names of why something was left out. */
import type { SkipReason } from "../../../src/domain/strategy/dunning-plan.ts";

type Trigger = { readonly unit: "days" | "working_days"; readonly days: number };

const unit = ({ unit: kind }: Trigger): string => (kind === "days" ? "天" : "个工作日");

/** 到期前 3 个工作日 · 到期日 · 逾期第 7 天 */
export function triggerWords(trigger: Trigger): string {
  if (trigger.days === 0) return "到期日当天";
  if (trigger.days < 0) return `到期前 ${-trigger.days} ${unit(trigger)}`;
  return `逾期第 ${trigger.days} ${unit(trigger)}`;
}

const graded = (grade: string | null): string =>
  grade === null ? "未评级客户" : `${grade} 级客户`;

export const because = {
  days_past_due: (item: string, days: number) => `${item} 已逾期 ${days} 天`,
  days_before_due: (item: string, days: number) =>
    days === 0 ? `${item} 今天到期` : `${item} 还有 ${days} 天到期`,
  working_days_before_due: (item: string, days: number) => `${item} 还有 ${days} 个工作日到期`,
  trigger: (step: string, trigger: Trigger) => `政策：${triggerWords(trigger)}执行“${step}”`,
  rule: (trigger: Trigger) => `政策：${triggerWords(trigger)}`,
  after: (step: string, wanted: string) => `须先执行“${step}”，之后才能“${wanted}”`,
  entry: (entry: string, liveOn: string) => `上线日 ${liveOn} 前已逾期，从“${entry}”进入催收`,
  caught_up: (since: string) => `${since} 起本应执行，今天只补做一次`,
  promise_broken: (judgedOn: string) => `付款承诺未兑现（${judgedOn} 判定）`,
  one_step_harder: (item: string, step: string, day: string) =>
    `承诺未兑现，${item} 提前一级，“${step}”原应 ${day} 执行`,
  grace: (grade: string | null, days: number) => `${graded(grade)}有 ${days} 天宽限期，已过`,
  grace_until: (item: string, until: string, grade: string | null, days: number) =>
    `${graded(grade)}有 ${days} 天宽限期，${item} 宽限至 ${until}`,
  held: (item: string, kind: string, until: string | null) =>
    until === null ? `${item} 已暂停催收（${kind}）` : `${item} 已暂停催收（${kind}），至 ${until}`,
  disputed: (item: string, amount: string) => `${item} 有争议金额 ${amount}，暂不催收`,
  planned: (item: string, amount: string, until: string | null) =>
    until === null
      ? `${item} 有 ${amount} 在还款协议内，按协议付款`
      : `${item} 有 ${amount} 在协议内，${until} 前暂不催收`,
  promised: (item: string, amount: string, until: string | null) =>
    until === null
      ? `${item} 已承诺付款 ${amount}`
      : `${item} 已承诺付款 ${amount}，${until} 判定是否兑现`,
  covered_by_unapplied: (unapplied: string, due: string) =>
    `未核销收款 ${unapplied} 足以抵付应付 ${due}，先核销再催`,
  below_minimum: (due: string, minimum: string) => `应付 ${due} 低于起催金额 ${minimum}`,
  frequency: (lastOn: string, everyDays: number, freeOn: string) =>
    `${lastOn} 已催过，每 ${everyDays} 天最多一次，${freeOn} 起可再催`,
  not_a_working_day: (nextOn: string) => `今天不是工作日，顺延至 ${nextOn}`,
  one_message_a_day: (nextOn: string) => `同一客户一天只发一封，顺延至 ${nextOn}`,
  no_evidence_case: (step: string) => `尚无可税前扣除的证据情形，不提议“${step}”`,
  unknown: (code: string) => `原因：${code}`,
};

export const skipReasons: Readonly<Record<SkipReason, string>> = {
  held: "已暂停催收",
  disputed: "有争议",
  planned: "在还款协议内",
  promised: "已承诺付款",
  covered_by_unapplied: "未核销收款足以抵付",
  below_minimum: "低于起催金额",
  frequency: "催收频率限制",
  not_a_working_day: "非工作日",
  one_message_a_day: "当天已有一封",
  grace: "宽限期内",
  no_evidence_case: "缺少坏账证据",
};

export const entries = {
  first_letter: "先发首次催款函",
  by_age: "按逾期天数",
};
