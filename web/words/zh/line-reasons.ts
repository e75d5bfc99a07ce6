/** Chinese sentences for what stands at a bank line or an application: who did what, and why. */
import type { LineReasonCode } from "../../../src/domain/cash/line-reasons.ts";
import { type Facts, fact, type Sentence } from "../facts.ts";

const by = (facts: Facts, key: string): string =>
  facts[key] == null ? "" : `（${fact(facts, key)}）`;

export const lineReasons: Readonly<Record<LineReasonCode, Sentence>> = {
  applied_by_person: () => "由人核销",
  claim_approved: (f) =>
    `回款认领已批准：${fact(f, "claimedBy")} 认领，${fact(f, "approvedBy")} 批准；理由：${fact(f, "reason")}`,
  imported: (f) => `由文件导入，第 ${fact(f, "line")} 行`,
  named_in_file: (f) => `导入文件第 ${fact(f, "line")} 行写明核销`,
  paid_in_file: (f) => `导入文件第 ${fact(f, "line")} 行写明已收`,
  ignored_by_person: (f) => `无需处理：${fact(f, "reason")}`,
  payment_returned: () => "付款已退回",
  refund_paid: (f) => `退款已付出${by(f, "by")}`,
  book_changed: () => "相关单据刚被别人核销，请重新核对",
};
