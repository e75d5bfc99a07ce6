/** Agreements' documents: everything the law asks of them, in both languages, drawn. */
import { describe, expect, test } from "vitest";
import { discountPaper, extensionPaper, paperOf } from "../../test/kit/agreement-papers.ts";
import type { AgreementPaper } from "../domain/desk/agreement-paper.ts";
import { composeAgreement } from "./agreement.ts";
import { percentText } from "./agreement-words.ts";
import { textsOf } from "./document.ts";
import { mailHtml, mailText } from "./mail-body.ts";
import { printLetter } from "./pdf.ts";

const LANGUAGES = ["zh", "en"] as const;
const KINDS = [
  { kind: "plan", make: paperOf },
  { kind: "extension", make: extensionPaper },
  { kind: "discount", make: discountPaper },
];
const EVERY = KINDS.flatMap((kind) => LANGUAGES.map((language) => ({ ...kind, language })));
const wordsOf = (paper: AgreementPaper) =>
  composeAgreement(paper).blocks.flatMap(textsOf).join("\n");

describe.each(EVERY)("$language/$kind", ({ make, language }) => {
  const words = wordsOf(make({ language }));
  const zh = language === "zh";

  test("confirms the debt by item, names both parties, the account, who decides disputes", () => {
    const { creditor, customer } = make();
    for (const text of [
      ...[creditor.uscc, customer.uscc, creditor.bankAccount, "25332000000109510719"],
      ...["HKJH20260420-0007", "100,000.00"],
      ...(zh ? ["乙方确认", "本金合计人民币100,000.00元"] : ["The Debtor confirms"]),
    ]) {
      expect(words).toContain(text);
    }
    expect(words).toMatch(zh ? /有管辖权的人民法院管辖/ : /competent court/);
    expect(words).toMatch(zh ? /送达地址/ : /Address for service/);
    expect(words).toMatch(zh ? /（盖章）/ : /\(seal\)/);
  });

  test("reserves the penalty by default, and says nothing of it when that was taken out", () => {
    const reserved = zh ? "权利保留" : "Reservation of rights";
    expect(words).toContain(reserved);
    const { clauses } = make();
    const bare = wordsOf(make({ language, clauses: { ...clauses, reservePenalty: false } }));
    expect(bare).not.toContain(reserved);
  });

  test("threatens nothing, and every clause has its own number", () => {
    expect(words).not.toMatch(/征信|黑名单|失信|曝光|冻结|处罚|blacklist|credit bureau|police/i);
    const numbers = words.match(zh ? /^[一二三四五六七八九十]+、/gm : /^\d+\. /gm) ?? [];
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.length).toBeGreaterThanOrEqual(6);
  });

  test("can be drawn, and read as mail", async () => {
    const letter = composeAgreement(make({ language }));
    const drawn = await printLetter(letter);
    expect(drawn.ok && drawn.value.length > 10_000).toBe(true);
    expect(mailHtml(letter)).toContain(letter.subject);
    expect(mailText(letter)).toContain(letter.subject.slice(0, 4));
  });
});

describe("a repayment plan", () => {
  test("shows principal and interest apart, the schedule, the order, what default brings", () => {
    const words = wordsOf(paperOf());
    for (const text of [
      ...["人民币554.17元", "人民币100,554.17元", "人民币壹拾万零伍佰伍拾肆元壹角柒分"],
      ...["2026-05-20", "50,357.53", "年利率 4.35%", "单利", "先清偿利息，再清偿本金"],
      ...["超过 3 日", "累计 2 期", "甲方有权宣布剩余全部款项立即到期"],
    ]) {
      expect(words).toContain(text);
    }
    const clauses = { ...paperOf().clauses, acceleration: "by_itself" } as const;
    expect(wordsOf(paperOf({ clauses }))).toContain("立即到期，无须另行通知");
    expect(wordsOf(paperOf({ interest: null, rate: null }))).toContain("不另计资金占用利息");
  });

  test("a guarantor signs too, with the kind and the term of the guarantee", () => {
    const guarantor = { name: "苏州丁实业有限公司", kind: "general", months: 6 } as const;
    const words = wordsOf(paperOf({ clauses: { ...paperOf().clauses, guarantor } }));
    expect(words).toContain("丙方苏州丁实业有限公司自愿");
    expect(words).toContain("一般保证");
    expect(words).toContain("之日起 6 个月");
    expect(words).toContain("一式三份，各方各执一份");
    expect(words.match(/（盖章）/g)).toHaveLength(3);
    expect(wordsOf(paperOf())).not.toContain("丙方");
  });

  test("the waiver of limitation is express, and only there when it was asked for", () => {
    const clauses = { ...paperOf().clauses, waivesLimitation: true };
    expect(wordsOf(paperOf({ clauses }))).toContain("明确表示放弃诉讼时效抗辩");
    expect(wordsOf(paperOf())).not.toContain("放弃诉讼时效抗辩");
  });
});

test("an extension moves the days and keeps every other term", () => {
  const words = wordsOf(extensionPaper());
  for (const text of ["展期协议", "新到期日", "2026-06-30", "原合同的其他约定不变"]) {
    expect(words).toContain(text);
  }
});

test("a discount says what must have come by when, and that it lapses otherwise", () => {
  const words = wordsOf(discountPaper());
  for (const text of ["人民币98,000.00元", "2026年4月30日", "人民币2,000.00元", "自动失效"]) {
    expect(words).toContain(text);
  }
});

test("a rate in per cent, without zeros that say nothing", () => {
  expect(["43500000", "500000", "100000000", "12345"].map(percentText)).toEqual([
    ...["4.35%", "0.05%", "10%", "0.00123%"],
  ]);
});
