/** Chinese sentences for what is refused about money that comes in, goes back or is given back. */
import { amount, fact, type Sentences } from "../facts.ts";

export const cashRefusals = {
  // 核销
  settlement_is_empty: () => "请选择要核销的单据",
  settlement_not_positive: () => "核销金额必须大于零",
  settlement_names_item_twice: () => "同一张单据列了两次",
  settlement_in_other_currency: (facts) =>
    `币种不一致，请按 ${fact(facts, "currency")} 填写，外币单据还要填实付金额`,
  settlement_exceeds_item: (facts) => `超过这张单据未清的 ${amount(facts, "open")}`,
  settlement_exceeds_receipt: (facts) =>
    `需要 ${amount(facts, "needed")}，收款只剩 ${amount(facts, "rest")}`,
  settlement_does_not_add_up: (facts) =>
    `金额对不上：还剩 ${amount(facts, "left")}，填的是 ${amount(facts, "told")}`,
  credits_exceed_claims: (facts) => `贷项比要核销的应收多 ${amount(facts, "by")}`,
  item_of_other_customer: () => "这张单据是别的客户的",
  shortfall_exceeds_policy: (facts) =>
    `政策最多允许放弃 ${amount(facts, "allowed")}；要放弃更多，须由人写明原因，且不超过到账金额`,
  shortfall_beside_rest: (facts) => `收款还剩 ${amount(facts, "rest")}，不能同时放弃差额`,
  deduction_exceeds_claims: (facts) => `扣款不能超过所核销的 ${amount(facts, "claims")}`,
  application_not_found: () => "没有这笔核销",
  application_has_ended: () => "这笔核销已经撤销",
  // 收款
  receipt_not_found: () => "没有这笔收款",
  receipt_not_positive: () => "收款金额必须大于零",
  receipt_number_missing: () => "请填写收款编号",
  receipt_number_taken: (facts) => `收款编号 ${fact(facts, "number")} 已被使用`,
  receipt_needs_bill: () => "票据收款要填写票据信息",
  receipt_is_no_bill: () => "只有票据收款才填写票据信息",
  receipt_already_identified: () => "这笔收款已经认到客户名下",
  receipt_not_identified: () => "这笔收款还没有认到客户名下",
  receipt_is_returned: () => "这笔收款已退回",
  receipt_is_ignored: () => "这笔流水已按无需处理登记，请先恢复",
  receipt_is_applied: (facts) => `已核销 ${amount(facts, "applied")}，请先撤销核销`,
  receipt_is_used_up: () => "这笔收款已全部核销或退款，没有余额",
  receipt_changed: () => "别人刚刚处理过这笔收款，请刷新后重试",
  received_in_future: (facts) => `收款日不能晚于今天 ${fact(facts, "today")}`,
  line_not_found: () => "没有这笔银行流水",
  line_not_open: () => "这笔银行流水已处理",
  notice_not_found: () => "没有这条银行通知",
  notice_not_open: () => "这条银行通知已处理",
  notice_names_no_receipt: () => "没有找到对应的收款，请到收款单登记退回，或注明原因后忽略",
  // 回款认领
  claim_not_found: () => "没有这个认领",
  claim_waits_already: () => "您已经认领过这笔款，正在等待审批",
  claim_not_waiting: () => "这个认领已经有结果了",
  claim_of_other_person: () => "只能撤回自己的认领",
  claim_is_own: () => "您自己也认领了这笔款，请由别人审批",
  // 退款
  refund_not_found: () => "没有这笔退款",
  refund_not_positive: () => "退款金额必须大于零",
  refund_in_other_currency: (facts) => `退款币种须为 ${fact(facts, "currency")}`,
  refund_exceeds_rest: (facts) => `可退的只有 ${amount(facts, "free")}`,
  refund_is_own: () => "自己申请的退款要由别人审批",
  refund_not_in_state: () => "这笔退款现在的状态不允许这样做",
  refund_line_differs: (facts) =>
    `流水金额 ${amount(facts, "line")} 与退款 ${amount(facts, "amount")} 不符`,
  refund_before_receipt: (facts) => `付款日不能早于收款日 ${fact(facts, "receivedOn")}`,
  paid_in_future: (facts) => `付款日不能晚于今天 ${fact(facts, "today")}`,
  // 退回的付款
  returned_payment_not_found: () => "没有这笔退回的付款",
  return_seen_already: () => "已有人知悉",
  return_booked_already: () => "这笔付款已登记退回",
  return_before_receipt: (facts) => `退回日不能早于收款日 ${fact(facts, "receivedOn")}`,
  return_in_future: (facts) => `退回日不能晚于今天 ${fact(facts, "today")}`,
  return_in_other_currency: (facts) => `币种须为 ${fact(facts, "currency")}`,
  return_is_not_whole: (facts) =>
    `退回的应是整笔 ${amount(facts, "amount")}；只退一部分的，请按退款登记`,
  return_kind_does_not_fit: () => "退回的类型与付款方式不符",
  return_after_refund: (facts) => `已向客户退款 ${amount(facts, "refunded")}，请先与客户结清`,
  return_line_differs: (facts) =>
    `流水金额 ${amount(facts, "line")} 与退回的 ${amount(facts, "amount")} 不符`,
  charge_not_positive: () => "手续费必须大于零",
  charge_without_clause: () => "合同没有约定手续费由客户承担，只能由我方承担",
  // 票据
  bill_not_found: () => "没有这张票据",
  bill_changed: () => "别人刚刚处理过这张票据，请刷新后重试",
  bill_field_missing: () => "票据号码、出票人、承兑人和每一位背书人都要填写",
  bill_number_taken: (facts) => `票据 ${fact(facts, "number")} 已登记`,
  bill_not_positive: () => "票面金额必须大于零",
  bill_matures_before_issue: (facts) => `到期日不能早于出票日 ${fact(facts, "issuedOn")}`,
  bill_received_before_issue: (facts) => `收票日不能早于出票日 ${fact(facts, "issuedOn")}`,
  bill_day_in_future: (facts) => `日期不能晚于今天 ${fact(facts, "today")}`,
  bill_is_overdue: (facts) => `已过 ${fact(facts, "presentBy")}，不能再背书、贴现或收取`,
  bill_move_not_allowed: () => "票据现在的状态不允许这样做",
  bill_moved_later: (facts) => `不能早于上一步的日期 ${fact(facts, "since")}`,
  bill_not_mature: (facts) => `纸质票据到期日 ${fact(facts, "maturesOn")} 起才能提示付款`,
  bill_charge_too_high: (facts) =>
    `费用须大于零、小于票面金额 ${amount(facts, "amount")}，币种相同`,
} satisfies Sentences;
