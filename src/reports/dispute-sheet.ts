/** The causes of disputes as a sheet: its columns and their headings, the causes in words. */

import { moneyOf } from "../domain/values/money.ts";
import type { Cell, Column, Sheet, SheetWords } from "../domain/values/sheet.ts";
import type { CausesBy, DisputeCause, DisputeCauses } from "./dispute-causes.ts";

const text = (zh: string, en: string): Column => ({ heading: { zh, en }, kind: "text" });
const figure = (zh: string, en: string): Column => ({ heading: { zh, en }, kind: "amount" });

/** A cause's name where it is one of ours; a customer or a month names itself. */
export const CAUSE_NAMES: Readonly<Record<string, SheetWords>> = {
  not_received: { zh: "未收到发票", en: "Invoice not received" },
  amount: { zh: "金额不符", en: "Amount" },
  quality: { zh: "质量问题", en: "Quality" },
  quantity: { zh: "数量不符", en: "Quantity" },
  delivery: { zh: "交货问题", en: "Delivery" },
  price: { zh: "价格不符", en: "Price" },
  other: { zh: "其他", en: "Other" },
};

const DEPARTMENT_NAMES: Readonly<Record<string, SheetWords>> = {
  sales: { zh: "销售", en: "Sales" },
  logistics: { zh: "物流", en: "Logistics" },
  quality: { zh: "质量", en: "Quality" },
  billing: { zh: "开票", en: "Billing" },
};

const HEADINGS: Readonly<Record<CausesBy, Column>> = {
  reason: text("争议原因", "Reason"),
  department: text("答复部门", "Department"),
  customer: text("客户编号", "Customer no."),
  month: text("月份", "Month"),
};

function nameOf(by: CausesBy, key: string, language: "zh" | "en"): string {
  const names = by === "reason" ? CAUSE_NAMES : by === "department" ? DEPARTMENT_NAMES : {};
  return names[key]?.[language] ?? key;
}

function cellsOf({ currency, ...cause }: DisputeCause): readonly Cell[] {
  const sum = (amount: string) => moneyOf(amount, currency);
  return [
    currency,
    String(cause.count),
    sum(cause.amount),
    sum(cause.credited),
    sum(cause.stillDisputed),
    cause.answerDays,
    cause.closeDays,
    String(cause.late),
    cause.lateShare,
    cause.creditedShare,
  ];
}

export function disputeSheet(report: DisputeCauses, language: "zh" | "en"): Sheet {
  const { by, from, to } = report;
  const named = by === "customer" ? [text("客户名称", "Customer")] : [];
  return {
    title: { zh: `争议原因分析 ${from} 至 ${to}`, en: `Disputes by cause ${from} to ${to}` },
    columns: [
      ...[HEADINGS[by], ...named, text("币种", "Currency")],
      figure("件数", "Count"),
      ...[figure("争议金额", "Disputed"), figure("已开红字", "Credited")],
      figure("尚有争议", "Still disputed"),
      ...[figure("平均答复天数", "Days to answer"), figure("平均结案天数", "Days to close")],
      ...[figure("逾期件数", "Late"), figure("逾期占比 %", "Late %")],
      figure("红字占比 %", "Credited %"),
    ],
    rows: report.rows.map((cause) => [
      nameOf(by, cause.key, language),
      ...(by === "customer" ? [cause.name] : []),
      ...cellsOf(cause),
    ]),
    totals: report.totals.map((cause) => [
      language === "zh" ? "合计" : "Total",
      ...named.map(() => null),
      ...cellsOf(cause),
    ]),
  };
}
