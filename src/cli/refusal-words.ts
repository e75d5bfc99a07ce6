/** The sentences with which the command line tells a refusal. */
import { Stop, type Words } from "./command.ts";

type Facts = Readonly<Record<string, unknown>> & { readonly code: string };

const SENTENCES: Readonly<Record<string, (facts: Facts) => Words>> = {
  day_in_future: ({ day, today }) => ({
    zh: `${day} 还没有到（今天是 ${today}）；要预览请加 --dry-run。`,
    en: `${day} has not come yet (today is ${today}); add --dry-run to look ahead.`,
  }),
  day_already_passed: ({ day, lastDay }) => ({
    zh: `${lastDay} 已经日结，不能再回头处理 ${day}。`,
    en: `${lastDay} is closed already, so ${day} can't be closed any more.`,
  }),
  policy_missing: () => ({
    zh: "该债权人还没有催收政策；用 huikuan policy publish 文件 发布一份。",
    en: "This creditor has no collection policy; publish one with huikuan policy publish FILE.",
  }),
  policy_invalid: ({ faults }) => {
    const list = faults as readonly { path: string; reason: string; line: number | null }[];
    const shown = list.map(({ path, reason, line }) =>
      line === null ? `${path}: ${reason}` : `${path} (${line}): ${reason}`,
    );
    return {
      zh: `催收政策有误：\n  ${shown.join("\n  ")}`,
      en: `The policy can't be followed:\n  ${shown.join("\n  ")}`,
    };
  },
  creditor_code_taken: ({ creditor }) => ({
    zh: `债权人代码“${creditor}”已被使用。`,
    en: `There is a creditor "${creditor}" already.`,
  }),
  creditor_code_malformed: ({ creditor }) => ({
    zh: `债权人代码“${creditor}”不合规：只用字母、数字、- 和 _，最多 40 个字符。`,
    en: `"${creditor}" is no creditor code: letters, digits, - and _, at most 40.`,
  }),
  currency_unknown: ({ currency }) => ({
    zh: `不认识币种“${currency}”，请用三个字母的代码，如 CNY。`,
    en: `"${currency}" is no currency we book; write three letters such as CNY.`,
  }),
  email_taken: ({ email }) => ({
    zh: `邮箱 ${email} 已有用户。`,
    en: `There is a user with ${email} already.`,
  }),
  user_not_found: () => ({
    zh: "没有这个邮箱的用户；用 huikuan user list 查看。",
    en: "There is no user with this e-mail; see huikuan user list.",
  }),
  letterhead_incomplete: ({ missing }) => ({
    zh: `信头不完整（缺 ${(missing as string[]).join("、")}），不能关闭测试模式；请先补齐地址、电话、邮箱和收款账户。`,
    en: `The letterhead lacks ${(missing as string[]).join(", ")}; fill it in before leaving test mode.`,
  }),
  demo_stays_in_test_mode: () => ({
    zh: "演示公司的客户是虚构的，只能停留在测试模式。",
    en: "The demo company's customers are invented; it stays in test mode.",
  }),
  uscc_malformed: ({ text }) => ({
    zh: `“${text}”不是统一社会信用代码（18 位）。`,
    en: `"${text}" is no unified social credit code (18 characters).`,
  }),
  nothing_to_release: () => ({
    zh: "没有等待放行的动作；先运行 huikuan day 生成当日计划。",
    en: "Nothing waits to be released; make the day's plan with huikuan day first.",
  }),
};

/** A refusal as an expected end of the command: its sentence, or its code with the facts. */
export function refused(refusal: { readonly code: string }): Stop {
  const facts: Facts = { ...refusal };
  const sentence = Object.hasOwn(SENTENCES, refusal.code) ? SENTENCES[refusal.code] : undefined;
  if (sentence !== undefined) return new Stop(sentence(facts));
  const { code, ...rest } = facts;
  const shown = `${code} ${JSON.stringify(rest)}`;
  return new Stop({ zh: `已拒绝：${shown}`, en: `Refused: ${shown}` });
}
