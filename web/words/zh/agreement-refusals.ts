/** Chinese sentences for what is refused about repayment plans, extensions and discounts. */
import { amount, type Facts, fact, type Sentences } from "../facts.ts";
import { named } from "../named.ts";

const STATES: Readonly<Record<string, string>> = {
  draft: "草稿",
  proposed: "待审批",
  approved: "已批准、待签署",
  active: "履行中",
  fulfilled: "已履行完毕",
  in_default: "已违约",
  accelerated: "已加速到期",
  renegotiated: "已由新协议取代",
  lapsed: "已失效",
  withdrawn: "已撤回",
  refused: "未获批准",
};

const state = (facts: Facts): string => named(STATES, fact(facts, "state"));

export const agreementRefusals = {
  agreement_not_found: () => "没有这份协议",
  agreement_not_in_state: (facts) => `这份协议${state(facts)}，不能这样处理`,
  agreement_is_empty: () => "请至少选择一张单据，金额必须大于零",
  agreement_names_item_twice: () => "同一张单据列了两次",
  agreement_in_several_currencies: () => "一份协议只能有一种币种，请按币种分开",
  agreement_in_other_currency: (facts) => `币种不一致，这些单据以 ${fact(facts, "currency")} 计`,
  agreement_exceeds_free: (facts) =>
    `这张单据可协商的只有 ${amount(facts, "free")}：其余有争议、已承诺或已在别的协议里`,
  agreement_day_has_passed: (facts) => `日期不能早于今天（${fact(facts, "today")}）`,
  agreement_not_replaceable: (facts) => `原协议${state(facts)}，不能重新协商`,
  agreement_replaced_already: () => "已有另一份新计划要取代它，请先撤回那一份",
  agreement_not_issued: () => "请先发出协议文本，再登记签署",
  agreement_is_issued: () => "协议文本已经发出，内容不再改变；如需修改，请撤回后重新提出",
  agreement_concedes: () => "按现在的文本会放弃权利；请保留违约金条款，或者明确确认放弃",
  agreement_has_no_scan: () => "这份协议没有签署件扫描",
  plan_days_not_ascending: (facts) => `各期日期必须依次递增，请检查 ${fact(facts, "dueOn")}`,
  plan_part_not_positive: (facts) => `第 ${fact(facts, "place")} 期金额必须大于零`,
  plan_parts_do_not_add_up: (facts) =>
    `各期合计 ${amount(facts, "parts")}，应为 ${amount(facts, "amount")}`,
  plan_has_too_many_parts: (facts) => `政策最多允许 ${fact(facts, "most")} 期`,
  plan_too_long: (facts) => `按政策最后一期不得晚于 ${fact(facts, "latest")}`,
  plan_first_too_small: (facts) => `按政策首期至少 ${amount(facts, "least")}`,
  plan_part_too_small: (facts) =>
    `${fact(facts, "dueOn")} 这一期低于政策规定的最低 ${amount(facts, "least")}`,
  extension_not_later: (facts) => `新到期日必须晚于原到期日 ${fact(facts, "dueOn")}`,
  extension_too_long: (facts) => `按政策最多展期到 ${fact(facts, "latest")}`,
  discount_not_positive: () => "优惠金额必须大于零",
  discount_too_high: (facts) => `按政策优惠最多 ${amount(facts, "most")}`,
  signed_in_future: (facts) => `签署日期不能晚于今天（${fact(facts, "today")}）`,
  signed_before_approval: (facts) => `签署日期不能早于批准日 ${fact(facts, "decidedOn")}`,
} satisfies Partial<Sentences>;
