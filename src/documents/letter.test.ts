/** Letters: every template in both languages says what the law asks of it, and nothing it bars. */
import { describe, expect, test } from "vitest";
import { letterFacts, letterItem } from "../../test/kit/letters.ts";
import { LETTER_TEMPLATES, type LetterFacts } from "../domain/book/letter.ts";
import { plainDate } from "../domain/values/calendar.ts";
import { moneyOf } from "../domain/values/money.ts";
import { textsOf } from "./document.ts";
import { composeLetter } from "./letter.ts";
import { mailHtml, mailText } from "./mail-body.ts";

const LANGUAGES = ["zh", "en"] as const;
const EVERY = LETTER_TEMPLATES.flatMap((template) =>
  LANGUAGES.map((language) => ({ template, language })),
);
const DEMANDS = ["first-demand", "second-demand", "formal-demand", "final-notice"];

const wordsOf = (facts: LetterFacts): string =>
  composeLetter(facts).blocks.flatMap(textsOf).join("\n");

describe.each(EVERY)("$language/$template", ({ template, language }) => {
  const demand = DEMANDS.includes(template);
  const facts = letterFacts({ template, language, ...(demand ? {} : { payBy: null }) });
  const words = wordsOf(facts);

  test("names both parties with codes, the debtor's address, number, date, account", () => {
    const zh = language === "zh";
    const { creditor, customer } = facts;
    const expected = [
      zh ? creditor.name : (creditor.nameEn ?? ""),
      zh ? customer.name : (customer.nameEn ?? ""),
      ...[creditor.uscc, customer.uscc, "上海市浦东新区世纪大道 100 号", "邮编 200120"],
      ...[facts.number, creditor.bankName, creditor.bankAccount, "陈静", "chenjing@spruce.example"],
      zh ? "2026年4月1日" : "1 April 2026",
      ...["25332000000109510719", "2026-03-31", "100,000.00"],
      zh ? "人民币100,000.00元" : "CNY 100,000.00",
    ];
    for (const text of expected) expect(words).toContain(text);
    if (zh) expect(words).toContain("人民币壹拾万元整");
  });

  test("a demand demands payment by a day and gives no right away; the others name no day", () => {
    const day = language === "zh" ? "2026年4月8日" : "8 April 2026";
    const reserves = language === "zh" ? /不视为我公司放弃/ : /waives? any right/;
    expect(words.includes(day)).toBe(demand);
    if (demand) expect(words).toMatch(reserves);
  });

  test("says who writes and where to object", () => {
    const [who, objection] =
      language === "zh" ? [/作为债权人自行发出/, /异议/] : [/as the creditor/, /disagree|disputes/];
    expect(words).toMatch(who);
    expect(words).toMatch(objection);
  });

  test("threatens nothing, publishes nothing and claims no office that it has not", () => {
    expect(words).not.toMatch(
      /征信|黑名单|失信|老赖|曝光|公安|报案|逮捕|拘留|坐牢|冻结|律师函|处罚|传票/,
    );
    expect(words).not.toMatch(/blacklist|credit bureau|police|arrest|prison|criminal|freez/i);
  });

  test("HTML, text and blocks say the same words in the same order", () => {
    const letter = composeLetter(facts);
    const bare = (text: string) => text.replace(/[\s|]+/g, "");
    const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' } as const;
    const body = mailHtml(letter)
      .replace(/^.*<body/, "<body")
      .replace(/<[^>]+>/g, "")
      .replace(/&(amp|lt|gt|quot);/g, (entity) => ENTITIES[entity as keyof typeof ENTITIES]);
    expect(bare(body)).toBe(bare(words));
    expect(bare(mailText(letter))).toBe(bare(words));
  });

  test("has no label without a value when the master record is thin", () => {
    const { creditor, customer } = facts;
    const none = { uscc: null, address: null, phone: null, email: null, bankName: null };
    const thin = wordsOf({
      ...facts,
      creditor: { ...creditor, ...none, nameEn: null, bankAccount: null },
      customer: { ...customer, nameEn: null, uscc: null, address: null },
      recipientName: null,
      sender: { name: null, phone: null, email: null },
    });
    expect(thin).not.toMatch(/null|undefined|(电话|地址|邮箱|代码|收件人|Phone|Code)：?:?\s*$/m);
    expect(thin).toMatch(
      language === "zh" ? /以合同约定的收款账户为准/ : /as agreed in the contract/,
    );
  });
});

test("each subject tells what, how much and which letter", () => {
  for (const which of EVERY) {
    const { subject } = composeLetter(letterFacts(which));
    expect(subject).toContain("100,000.00");
    expect(subject).toContain("CK-2026-000123");
  }
});

test("two currencies: a column for them and a total for each, capitals for yuan only", () => {
  const items = [letterItem("A1", 9, "1000.50"), letterItem("B1", 3, "20.00", "USD")];
  const words = wordsOf(letterFacts({ items }));
  expect(words).toContain("币种");
  expect(words).toContain("人民币1,000.50元、USD 20.00");
  expect(words.match(/大写/g)).toHaveLength(1);
});

test("what is disputed or promised is left out in a column of its own, and said", () => {
  const item = letterItem("A1", 9, "1000.00");
  const part = { ...item, chased: moneyOf("400.00", "CNY") };
  const words = wordsOf(letterFacts({ items: [part] }));
  expect(words).toContain("本函催收金额（元）");
  expect(words).toContain("已扣除存在争议");
  expect(words).toContain("人民币400.00元");
  expect(wordsOf(letterFacts({ items: [item] }))).not.toContain("已扣除存在争议");
});

test("money that could not be matched is named, not deducted", () => {
  const words = wordsOf(letterFacts({ unapplied: [moneyOf("5000", "CNY")] }));
  expect(words).toContain("未核销款项人民币5,000.00元，上列金额未作抵减");
});

test("a reminder counts the days that are left", () => {
  const items = [letterItem("A1", -7, "1.00")];
  const words = wordsOf(letterFacts({ template: "pre-due-reminder", payBy: null, items }));
  expect(words).toMatch(/距到期天数[\s\S]*\n7\n/);
});

test("an invoice copy states no days, due or not", () => {
  const items = [letterItem("A1", -7, "1.00"), letterItem("A2", 7, "1.00")];
  const words = wordsOf(letterFacts({ template: "invoice-copy", payBy: null, items }));
  expect(words).not.toMatch(/天数|^-?7$/m);
});

test("a line break or a control character in a name can't break the letter's lines", () => {
  const facts = letterFacts();
  const customer = { ...facts.customer, name: "上海\u0000某某\n有限\u200b公司" };
  const letter = composeLetter({ ...facts, customer });
  expect(letter.blocks[2]).toMatchObject({ lines: expect.arrayContaining(["上海 某某 有限公司"]) });
});

describe("a payment that came back", () => {
  const returned = {
    kind: "bounced_cheque",
    amount: moneyOf("600.00", "CNY"),
    receivedOn: plainDate("2026-03-20"),
    returnedOn: plainDate("2026-03-25"),
    reason: "空头支票",
    charge: null,
  } as const;
  const facts = { template: "payment-returned", payBy: null, returned } as const;

  test("tells the days, the bank's reason and what is unpaid again, due or not", () => {
    const item = letterItem("A1", -7, "1000.00");
    const part = { ...item, chased: moneyOf("600.00", "CNY") };
    const words = wordsOf(letterFacts({ ...facts, items: [part] }));
    expect(words).toContain("2026年3月20日收到的贵公司付款人民币600.00元，已于2026年3月25日被退回");
    expect(words).toContain("支票退票：空头支票");
    expect(words).toContain("其中恢复未付（元）");
    expect(words).toContain("到期日不变");
    expect(words).not.toMatch(/天数|^-7$|银行费用/m);
  });

  test("claims the bank's charge only with the clause that allows it", () => {
    const charge = { amount: moneyOf("30.00", "CNY"), clause: "第8.3条：退票费用由买方承担" };
    const words = wordsOf(letterFacts({ ...facts, returned: { ...returned, charge } }));
    expect(words).toContain("银行费用人民币30.00元");
    expect(words).toContain("第8.3条：退票费用由买方承担");
  });

  test("lists nothing where the money had settled nothing", () => {
    const words = wordsOf(letterFacts({ ...facts, items: [] }));
    expect(words).toContain("人民币600.00元");
    expect(words).not.toMatch(/恢复为未付|合计/);
  });
});
