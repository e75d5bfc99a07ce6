/** The list of promises as a sheet. */
import type { PlainDate } from "../domain/values/calendar.ts";
import type { Money } from "../domain/values/money.ts";
import type { Column, Sheet } from "../domain/values/sheet.ts";

const text = (zh: string, en: string): Column => ({ heading: { zh, en }, kind: "text" });
const day = (zh: string, en: string): Column => ({ heading: { zh, en }, kind: "text" });
const amount = (zh: string, en: string): Column => ({ heading: { zh, en }, kind: "amount" });

const STATES = {
  open: { zh: "待兑现", en: "Open" },
  kept: { zh: "已兑现", en: "Kept" },
  partially_kept: { zh: "部分兑现", en: "Partially kept" },
  broken: { zh: "失信", en: "Broken" },
  withdrawn: { zh: "已撤回", en: "Withdrawn" },
} as const;

const CHANNELS = {
  call: { zh: "电话", en: "Call" },
  visit: { zh: "上门", en: "Visit" },
  mail: { zh: "邮件", en: "Mail" },
  message: { zh: "消息", en: "Message" },
  meeting: { zh: "会议", en: "Meeting" },
  portal: { zh: "客户门户", en: "Portal" },
} as const;

export type PromiseSheetRow = {
  readonly customer: { readonly number: string; readonly name: string };
  readonly owner: string | null;
  readonly group: { readonly name: string } | null;
  readonly amount: Money;
  readonly came: Money;
  readonly payOn: PlainDate;
  readonly judgeOn: PlainDate;
  readonly takenOn: PlainDate;
  readonly takenBy: string | null;
  readonly takenFrom: string | null;
  readonly contact: { readonly name: string } | null;
  readonly channel: keyof typeof CHANNELS | null;
  readonly state: keyof typeof STATES;
  readonly judgedOn: PlainDate | null;
  readonly items: readonly { readonly number: string }[];
};

/** One row for each promise. */
export const promiseSheet = (rows: readonly PromiseSheetRow[], language: "zh" | "en"): Sheet => ({
  title: { zh: "付款承诺", en: "Promises to pay" },
  columns: [
    text("客户编号", "Customer no."),
    text("客户名称", "Customer"),
    text("集团", "Group"),
    text("负责人", "Owner"),
    text("单据", "Documents"),
    text("币种", "Currency"),
    amount("承诺金额", "Promised"),
    amount("已到账", "Came"),
    day("承诺付款日", "To be paid on"),
    day("判定日", "Judged on"),
    text("状态", "State"),
    text("承诺人", "Promised by"),
    text("方式", "How"),
    day("登记日", "Taken on"),
    text("登记人", "Taken by"),
  ],
  rows: rows.map((row) => [
    row.customer.number,
    row.customer.name,
    row.group?.name ?? null,
    row.owner,
    row.items.map(({ number }) => number).join(" "),
    row.amount.currency,
    row.amount,
    row.came,
    row.payOn,
    row.judgedOn ?? row.judgeOn,
    STATES[row.state][language],
    row.contact?.name ?? row.takenFrom,
    row.channel === null ? null : CHANNELS[row.channel][language],
    row.takenOn,
    row.takenBy,
  ]),
  totals: [],
});
