/** The sentences about a bank's file that was read and is still not booked, with the figures. */

import type { ToldWrong } from "../domain/cash/statement-balance.ts";
import type { StatementDifference, StatementFileRefusal } from "../domain/cash/statement-file.ts";
import { groupedAmount, isZero, type Money } from "../domain/values/money.ts";
import type { Words } from "./import-problems.ts";

/** A missing reason is told beside its field, as everywhere. */
export type StatementBookRefusal = Exclude<
  StatementFileRefusal,
  { readonly code: "reason_missing" }
>;

type Tell<Union extends { readonly code: string }> = {
  readonly [Code in Union["code"]]: (facts: Extract<Union, { readonly code: Code }>) => Words;
};

const shown = (amount: Money | null): string =>
  amount === null ? "—" : `${amount.currency} ${groupedAmount(amount)}`;

const TOTALS: Readonly<Record<ToldWrong["of"], Words>> = {
  inCount: { zh: "收入笔数", en: "the number of credits" },
  outCount: { zh: "支出笔数", en: "the number of debits" },
  inSum: { zh: "收入合计", en: "the sum of credits" },
  outSum: { zh: "支出合计", en: "the sum of debits" },
  control: { zh: "控制总数", en: "the control total" },
};

const figure = (value: number | Money): string =>
  typeof value === "number" ? String(value) : shown(value);

const totalZh = ({ of, told, read }: ToldWrong): string =>
  `${TOTALS[of].zh}文件写的是 ${figure(told)}，实际为 ${figure(read)}`;
const totalEn = ({ of, told, read }: ToldWrong): string =>
  `${TOTALS[of].en} is told as ${figure(told)} and comes to ${figure(read)}`;

const differs = ({ difference }: StatementDifference): boolean =>
  difference !== null && !isZero(difference);

function statementZh(one: StatementDifference): string {
  const { account, expected, closing, difference, toldWrong } = one;
  const balance = `期初余额加明细应为 ${shown(expected)}，文件的期末余额是 ${shown(closing)}，相差 ${shown(difference)}`;
  const parts = [...(differs(one) ? [balance] : []), ...toldWrong.map(totalZh)];
  return `账户 ${account || "（未注明）"}：${parts.join("；")}`;
}

function statementEn(one: StatementDifference): string {
  const { account, expected, closing, difference, toldWrong } = one;
  const balance = `opening balance and entries make ${shown(expected)}, the file closes with ${shown(closing)}, a difference of ${shown(difference)}`;
  const parts = [...(differs(one) ? [balance] : []), ...toldWrong.map(totalEn)];
  return `account ${account || "(not told)"}: ${parts.join("; ")}`;
}

export const STATEMENT_BOOK_REFUSALS: Tell<StatementBookRefusal> = {
  statement_does_not_add_up: ({ statements }) => ({
    zh: `金额对不上。${statements.map(statementZh).join("。")}。未导入；请重新下载，确认要照此入账的请写明原因。`,
    en: `It does not add up: ${statements.map(statementEn).join(". ")}. Nothing was imported; download it again, or say why it is to be booked.`,
  }),
  statement_line_in_future: ({ line, day, today }) => ({
    zh: `第 ${line} 行的日期 ${day} 晚于今天（${today}），未导入任何内容；请检查文件。`,
    en: `Line ${line} is dated ${day}, after today (${today}); nothing was imported. Check the file.`,
  }),
};
