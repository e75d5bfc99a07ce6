/** Chinese sentences for an agreement's figures, risk, cost, and what became of it. */
import { divide } from "../../../src/domain/values/money.ts";
import { amount, type Facts, fact, type Sentences } from "../facts.ts";

/** "4.35%" of a rate on the wire. */
function percent(facts: Facts, key: string): string {
  const rate = facts[key] as { partsPerBillion?: string; per?: string } | undefined;
  const hundredths = divide(BigInt(rate?.partsPerBillion ?? "0"), 100_000n, "half-up");
  const digits = hundredths.toString().padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}%`;
}

const positive = (facts: Facts, key: string): boolean =>
  /[1-9]/.test(String((facts[key] as { amount?: string } | undefined)?.amount ?? ""));

const RATES: Readonly<Record<string, (from: Facts) => string>> = {
  rate_of_policy: () => "政策规定",
  rate_lpr: (from) => `${fact(from, "since")} 公布的一年期LPR`,
  rate_lpr_last_known: (from) =>
    `${fact(from, "since")} 公布的一年期LPR（${fact(from, "knownUntil")} 之后尚未录入）`,
};

function rateFrom(facts: Facts): string {
  const from = (facts["rateFrom"] ?? {}) as Facts;
  return RATES[fact(from, "code")]?.(from) ?? fact(from, "code");
}

const why = (facts: Facts): string => {
  const reason = facts["reason"];
  if (reason === "by_agreement") return "（按协议约定自动）";
  return reason == null ? "" : `：${String(reason)}`;
};

export const agreementReasons: Sentences = {
  // 审批人须看到的
  repayment_plan_summary: (f) =>
    [
      `${fact(f, "number")}：本金 ${amount(f, "amount")}`,
      ...(positive(f, "interest") ? [`利息 ${amount(f, "interest")}`] : []),
      `分 ${fact(f, "parts")} 期`,
      `首期 ${amount(f, "first")}`,
      `最后一期 ${fact(f, "lastOn")}（${fact(f, "days")} 天）`,
    ].join("，"),
  extension_summary: (f) =>
    `${fact(f, "number")}：${amount(f, "amount")} 展期，最迟到 ${fact(f, "lastOn")}（最长 ${fact(f, "days")} 天）`,
  discount_summary: (f) =>
    `${fact(f, "number")}：${amount(f, "amount")} 在 ${fact(f, "lastOn")} 前付清，优惠 ${amount(f, "forgiven")}`,
  agreement_cost: (f) =>
    [
      `成本 ${amount(f, "amount")}`,
      `（${percent(f, "rate")}，${rateFrom(f)}，平均 ${fact(f, "days")} 天）`,
      f["yearlyPercent"] == null ? "" : `，折合年化 ${fact(f, "yearlyPercent")}%`,
    ].join(""),
  risk_broken_promises: (f) => `失信 ${fact(f, "count")} 次`,
  risk_plans_defaulted: (f) =>
    `以往协议违约 ${fact(f, "count")} 次，履行完毕 ${fact(f, "fulfilled")} 次`,
  risk_returned_payments: (f) => `近 12 个月退回付款 ${fact(f, "count")} 次`,
  risk_length: (f) => `期限 ${fact(f, "days")} 天（政策最长 ${fact(f, "longestDays")} 天）`,
  risk_first_payment: (f) => `首期占 ${fact(f, "percent")}%`,
  risk_age_of_debt: (f) => `最早一笔已逾期 ${fact(f, "days")} 天`,
  risk_limitation: (f) =>
    `诉讼时效最早 ${fact(f, "expiresOn")} 届满（还有 ${fact(f, "days")} 天，未计中断）；签订协议即同意履行，时效中断`,
  risk_limitation_may_have_passed: (f) =>
    `最早一笔 ${fact(f, "oldestDueOn")} 到期，诉讼时效可能已于 ${fact(f, "expiresOn")} 届满`,
  risk_guaranteed: () => "有保证人签署",
  due_day_moves: (f) =>
    `${fact(f, "number")} 到期日 ${fact(f, "from")} → ${fact(f, "to")}，诉讼时效最早 ${fact(f, "limitationOn")} 届满`,
  // 文本放弃或带来的
  penalty_lost_by_interest: (f) =>
    `文本写明了本金和利息，又未保留违约金，将不能再主张逾期违约金（${fact(f, "article")}）`,
  penalty_lost_by_terms: (f) =>
    `文本变更了付款条件，又未保留违约金，将不能再主张逾期违约金（${fact(f, "article")}）`,
  penalty_start_moves: (f) =>
    `${fact(f, "number")} 的违约金改自新到期日 ${fact(f, "to")} 起算（原自 ${fact(f, "from")}；${fact(f, "article")}）`,
  limitation_not_waived: (f) =>
    `${fact(f, "numbers")} 诉讼时效可能已届满，文本未写明自愿履行、放弃时效抗辩（${fact(f, "article")}）`,
  limitation_waived: (f) =>
    `${fact(f, "numbers")} 债务人明确放弃时效抗辩（${fact(f, "article")}）；请法务复核`,
  guarantor_not_asked: (f) =>
    `原合同有担保（${fact(f, "guarantees")}），保证人未书面同意：加重的部分不担责，保证期间不变（${fact(f, "article")}）`,
  forgives: (f) => `免除 ${amount(f, "amount")}`,
  // 经过与待办
  agreement_to_be_signed: (f) => `${fact(f, "number")} 已批准，须在 ${fact(f, "signBy")} 前签署`,
  instalment_due: (f) =>
    `${fact(f, "number")} 第 ${fact(f, "place")} 期 ${amount(f, "open")} 将于 ${fact(f, "dueOn")} 到期`,
  plan_in_default: (f) =>
    `${fact(f, "number")} 已有 ${fact(f, "missed")} 期未按时付款，逾期 ${amount(f, "late")}；请决定是否加速到期`,
  agreement_proposed: (f) => fact(f, "reason"),
  agreement_approved: (f) =>
    `${fact(f, "signBy")} 前签署${f["reason"] == null ? "" : `；${fact(f, "reason")}`}`,
  agreement_refused: (f) => fact(f, "reason"),
  agreement_withdrawn: (f) => fact(f, "reason"),
  agreement_issued: () => "文本已固定，待对方签署",
  agreement_signed: (f) =>
    `${fact(f, "signedBy")}（${fact(f, "position")}）${fact(f, "signedOn")} 签署${f["scan"] === true ? "，已存扫描件" : ""}`,
  agreement_fulfilled: () => "款项已全部到账",
  agreement_defaulted: (f) =>
    Number(f["missed"]) > 0
      ? `${fact(f, "missed")} 期未按时付款，逾期 ${amount(f, "late")}`
      : "到期未付清",
  agreement_reopened: () => "所付款项已退回",
  agreement_lapsed: () => "期限内没有签署或没有足额付款",
  plan_accelerated: (f) => `余额全部到期${why(f)}`,
  agreement_renegotiated: (f) => `由 ${fact(f, "by")} 取代，已付部分保留`,
};
