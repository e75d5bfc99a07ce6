/** Lists as formats: sheets that aren't a list are passed over. */
import { expect, test } from "vitest";
import { listFile, listRefusal } from "../../../../test/kit/lists.ts";
import { workbook } from "../../../../test/kit/tables.ts";
import { sureIf } from "./list-format.ts";

test("a sheet of remarks beside the list", async () => {
  const bytes = await workbook({
    说明: (sheet) => sheet.addRows([["本表仅供参考"]]),
    明细: (sheet) =>
      sheet.addRows([
        ["交易日期", "对方户名", "收入", "余额"],
        ["2026-01-02", "某公司", "1.00", "1.00"],
      ]),
  });
  expect((await listFile(bytes)).statements).toHaveLength(1);
});

test("a list without rows is an empty statement", async () => {
  const file = await listFile("账号：123456\n交易日期,对方户名,收入,支出\n");
  expect(file.statements).toMatchObject([{ account: "123456", entries: [], opening: null }]);
});

test("a list without amounts names what is missing", async () => {
  expect(await listRefusal("交易日期,对方户名,摘要\n2026-01-02,某,货款\n")).toMatchObject({
    code: "statement_column_missing",
    columns: ["交易金额 (amount)"],
    line: 1,
  });
});

test("certain or not at all", () => {
  expect([sureIf(true), sureIf(false)]).toEqual(["sure", "no"]);
});
