/** Letters for tests: the facts of a release, with whatever a test wants different. */
import {
  freezeLetter,
  type LetterFacts,
  type LetterSource,
  type LetterSourceItem,
} from "../../src/domain/book/letter.ts";
import { addDays, plainDate } from "../../src/domain/values/calendar.ts";
import { moneyOf } from "../../src/domain/values/money.ts";

const writtenOn = plainDate("2026-04-01");

/** An item due `days` before the letter (negative: after it), of `amount` in `currency`. */
export function letterItem(
  number: string,
  days: number,
  amount: string,
  currency = "CNY",
): LetterSourceItem {
  const dueOn = addDays(writtenOn, -days);
  const whole = moneyOf(amount, currency);
  const issuedOn = addDays(dueOn, -60);
  return {
    number,
    reference: null,
    issuedOn,
    dueOn,
    days,
    amount: whole,
    open: whole,
    chased: whole,
  };
}

const RETURNED = {
  kind: "bank_return",
  amount: moneyOf("100000.00", "CNY"),
  receivedOn: plainDate("2026-03-27"),
  returnedOn: plainDate("2026-03-30"),
  reason: "收款人账号户名不符",
  charge: null,
} as const;

export function letterSource(different: Partial<LetterSource> = {}): LetterSource {
  return {
    template: "first-demand",
    language: "zh",
    number: "CK-2026-000123",
    writtenOn,
    payBy: plainDate("2026-04-08"),
    testMode: false,
    creditor: {
      name: "云杉精密机械（苏州）有限公司",
      nameEn: "Spruce Precision Machinery (Suzhou) Co., Ltd.",
      uscc: "91320594MA1ABCDE2X",
      address: "江苏省苏州市工业园区星湖街 328 号",
      phone: "0512-62881234",
      email: "ar@spruce.example",
      bankName: "中国工商银行苏州工业园区支行",
      bankAccount: "1102 0216 1900 1234 567",
    },
    customer: {
      number: "C0012",
      name: "上海某某国际供应链管理（集团）股份有限公司",
      nameEn: "Shanghai Moumou Supply Chain Co., Ltd.",
      uscc: "9144030071526726XG",
      address: "上海市浦东新区世纪大道 100 号\n邮编 200120",
    },
    recipientName: "王丽",
    sender: { name: "陈静", phone: "0512-62881234 转 805", email: "chenjing@spruce.example" },
    items: [letterItem("25332000000109510719", 1, "100000.00")],
    unapplied: [],
    ...(different.template === "payment-returned" ? { returned: RETURNED } : {}),
    ...different,
  };
}

export const letterFacts = (different: Partial<LetterSource> = {}): LetterFacts =>
  freezeLetter(letterSource(different));
