/** Words of files for what the book has by code. */
import { describe, expect, test } from "vitest";
import {
  APPROPRIATION_WORDS,
  type Choice,
  CREDITOR_SIZE_WORDS,
  chosen,
  currencyOf,
  DEBT_WORDS,
  DEBTOR_SIZE_WORDS,
  GRADE_WORDS,
  KIND_WORDS,
  LANGUAGE_WORDS,
  ROLE_WORDS,
} from "./choices.ts";

test.each([
  ["usd", "USD"],
  [" CNY ", "CNY"],
  ["人民币", "CNY"],
  ["￥", "CNY"],
  ["RMB", "CNY"],
  ["港币", "HKD"],
  ["US$", "USD"],
  ["XXX", null],
  ["", null],
])("the currency %j is %s", (text, code) => {
  expect(currencyOf(text)).toBe(code);
});

describe("a word stands for", () => {
  const said: readonly (readonly [Choice<string>, string, string | null])[] = [
    [ROLE_WORDS, "财务经理", "finance_head"],
    [ROLE_WORDS, "AP Clerk", "clerk"],
    [ROLE_WORDS, "法定代表人", "legal_rep"],
    [ROLE_WORDS, "legal_rep", "legal_rep"],
    [ROLE_WORDS, "astronaut", null],
    [LANGUAGE_WORDS, "英文", "en"],
    [GRADE_WORDS, "a", "A"],
    [GRADE_WORDS, "AAA", "A"],
    [KIND_WORDS, "红字发票", "credit_memo"],
    [KIND_WORDS, "Credit Note", "credit_memo"],
    [KIND_WORDS, "增值税专用发票", null],
    [APPROPRIATION_WORDS, "先本后息", "principal_first"],
    [DEBT_WORDS, "分期", "same_debt_instalments"],
    [CREDITOR_SIZE_WORDS, "中型企业", "medium"],
    [DEBTOR_SIZE_WORDS, "事业单位", "institution"],
  ];
  test.each(said)("%#: %j", (words, text, value) => {
    expect(chosen(words, text)).toBe(value);
  });
});
