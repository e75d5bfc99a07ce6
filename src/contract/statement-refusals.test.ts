/** A refused statement says what is wrong, where, and what to do, in both languages. */
import { expect, test } from "vitest";
import type { StatementRefusal } from "../domain/cash/statement.ts";
import { isFileRefusal, refusalWords } from "./import-refusals.ts";
import { formatName } from "./statement-refusals.ts";

const REFUSALS: readonly (readonly [StatementRefusal, string, string])[] = [
  [{ code: "statement_unknown_format" }, "对账单", "bank statement"],
  [{ code: "statement_empty" }, "空的", "empty"],
  [{ code: "statement_too_large", bytes: 70_000_000, most: 67_108_864 }, "64 MB", "64 MB"],
  [
    { code: "statement_broken", format: "camt053", line: 12, problem: "cut_off" },
    "camt.053 文件第 12 行起不完整",
    "(line 12)",
  ],
  [
    { code: "statement_broken", format: "camt053", line: null, problem: "forbidden" },
    "外部实体",
    "external entities",
  ],
  [
    {
      code: "statement_field_unreadable",
      format: "icbc",
      line: 7,
      field: "amount",
      text: "12..34",
    },
    "工商银行 文件第 7 行的金额“12..34”",
    'amount "12..34" on line 7 of the ICBC file',
  ],
  [
    { code: "statement_field_unreadable", format: "camt054", line: 7, field: "day", text: "x" },
    "第 7 笔的日期",
    "in entry 7",
  ],
  [
    { code: "statement_column_missing", format: "generic", line: 3, columns: ["金额", "日期"] },
    "第 3 行的表头缺少：金额、日期",
    "lacks: 金额, 日期",
  ],
];

test.each(REFUSALS)("%j", (refusal, chinese, english) => {
  expect(isFileRefusal(refusal)).toBe(true);
  const { zh, en } = refusalWords(refusal);
  expect(zh).toContain(chinese);
  expect(en).toContain(english);
  expect(`${zh}${en}`).not.toMatch(/undefined|\n/);
});

test("a format nobody named is called by its own name", () => {
  expect(formatName("toString")).toEqual({ zh: "toString", en: "toString" });
});
