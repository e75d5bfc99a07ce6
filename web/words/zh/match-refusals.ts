/** Chinese sentences for what is refused at the match desk. */
import { fact, type Sentences } from "../facts.ts";

export const matchRefusals = {
  line_not_ignored: () => "这笔银行流水没有被忽略",
  line_repeats_itself: () => "重复的原流水不能是它自己",
  proposal_outdated: (facts) =>
    fact(facts, "items") === ""
      ? "建议已过期，请刷新后再看"
      : `建议已过期：${fact(facts, "items")} 的未清金额刚有变动，请刷新后再看`,
  proposal_has_no_customer: () => "这条建议没有客户，请先选择客户",
  reversed_line_has_no_receipt: () => "被退回的那笔流水没有对应的收款，请到收款单登记退回",
  refund_not_approved: () => "没有已批准的同额退款；请先在收款单上申请退款，由别人审批",
  payer_not_found: () => "没有这个付款人",
  payer_is_revoked: () => "这个付款人已经撤销",
  nothing_under_way: () => "没有正在进行的导入",
} satisfies Sentences;
