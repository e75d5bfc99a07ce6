/** Numbers, counts and months read from remarks. */
import { describe, expect, test } from "vitest";
import { aClaim, aCustomer, aLine, aMemo } from "../../../../test/kit/match-values.ts";
import { epochDay, plainDate } from "../../values/calendar.ts";
import { openMatchBook } from "./match-book.ts";
import { readRemark } from "./references.ts";

const book = openMatchBook({
  customers: [aCustomer("hua", "绍兴华澜电气有限公司")],
  aliases: [],
  past: [],
  credits: [aMemo("CN-2026-000031", "10.00")],
  claims: [
    aClaim("INV-2026-001408", { amount: "100.00", references: ["26332000000150001408"] }),
    aClaim("INV-2026-001565", { amount: "200.00", references: ["PO4407-906"] }),
    aClaim("FP260077", { amount: "300.00", references: ["HT-2026-0044-2"] }),
    aClaim("FP260078", { amount: "400.00", references: ["HT-2026-0044-2"] }),
    aClaim("SO-7781/2", { amount: "500.00" }),
    aClaim("45000308", { amount: "600.00" }),
  ],
});
const read = (remark: string | null, on = "2026-04-02") =>
  readRemark(book, aLine("1.00", remark, { on }));
const named = (remark: string) =>
  read(remark).whole.flatMap(({ claims }) => claims.map(({ claim }) => claim.number));

describe("whole numbers", () => {
  test.each([
    ["货款 INV-2026-001408", ["INV-2026-001408"]],
    ["ＩＮＶ－２０２６－００１４０８", ["INV-2026-001408"]],
    ["付lNV-2O26-OO14O8", ["INV-2026-001408"]],
    ["支付inv_2026_001408货款", ["INV-2026-001408"]],
    ["INV 2026\n001408", ["INV-2026-001408"]],
    ["26332000000150001408/货款", ["INV-2026-001408"]],
    ["PO4407-906 23809.74INV-2026-001408 31985.14", ["INV-2026-001565", "INV-2026-001408"]],
    ["PO4407-906INV-2026-001408", ["INV-2026-001565", "INV-2026-001408"]],
    ["INV NO.SO-7781/2 35000.0045000308FP260077", ["SO-7781/2", "45000308", "FP260077"]],
    ["HT-2026-0044-2", ["FP260077", "FP260078"]],
    ["FP2600771", []],
    ["145000308", []],
    ["45000308.15", []],
    ["", []],
  ])("%s", (remark, expected) => {
    expect(named(remark)).toEqual(expected);
  });

  test("a credit memo is named as one", () => {
    const [memo] = read("INV-2026-001408 冲CN-2026-000031").whole.slice(1);
    expect(memo?.credits.map(({ credit }) => credit.number)).toEqual(["CN-2026-000031"]);
    expect(memo?.claims).toEqual([]);
  });

  test("an amount written behind a number belongs to it", () => {
    const { whole } = read("FP260077 1,250.50 FP260078");
    expect(whole.map(({ stated }) => stated)).toEqual([125_050, null]);
  });
});

describe("ranges", () => {
  test.each([
    ["INV-2026-001408至1565", "1565"],
    ["INV-2026-001408~001565", "001565"],
    ["INV-2026-001408-1565", "1565"],
    ["INV-2026-001408 TO INV-2026-001565", "001565"],
    ["FP260077到078", "078"],
  ])("%s", (remark, until) => {
    expect(read(remark).whole.map((number) => number.until)).toEqual([until]);
  });

  test("a list is none", () => {
    expect(read("FP260077、FP260078").whole.map(({ until }) => until)).toEqual([null, null]);
  });
});

describe("parts of numbers", () => {
  test.each([
    ["发票号1408", [["", "1408"]]],
    ["付INV001408", [["INV", "001408"]]],
    ["INV-2026-00140", [["INV", "202600140"]]],
    [
      "FP260077/1408/078",
      [
        ["", "1408"],
        ["", "078"],
      ],
    ],
    ["货款 23809.74 第2期 首付30% 4月2日", []],
    ["/ROC/928405042//URI/", []],
  ])("%s", (remark, expected) => {
    expect(read(remark).parts.map(({ letters, digits }) => [letters, digits])).toEqual(expected);
  });
});

test.each([
  ["FP260077等5张", 5],
  ["共 3 笔", 3],
  ["FP260077", null],
])("counts: %s", (remark, count) => {
  expect(read(remark).count).toBe(count);
});

describe("months", () => {
  const days = (from: string, to: string) => ({
    from: epochDay(plainDate(from)),
    to: epochDay(plainDate(to)),
  });
  test.each([
    ["3月货款", days("2026-03-01", "2026-03-31")],
    ["12月货款", days("2025-12-01", "2025-12-31")],
    ["2025年2月货款", days("2025-02-01", "2025-02-28")],
    ["2-3月货款", days("2026-02-01", "2026-03-31")],
    ["STATEMENT 2026-02", days("2026-02-01", "2026-02-28")],
    ["2025-12对账款", days("2025-12-01", "2025-12-31")],
    ["13月", null],
    ["货款", null],
  ])("%s", (remark, expected) => {
    expect(read(remark).months).toEqual(expected);
  });

  test("leave no digits behind", () => {
    expect(read("STATEMENT 2026-02").parts).toEqual([]);
  });
});
