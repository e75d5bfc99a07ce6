/** What is said of a file that was read and is not booked: the figures, the place, what to do. */
import { expect, test } from "vitest";
import { plainDate } from "../domain/values/calendar.ts";
import { moneyOf } from "../domain/values/money.ts";
import { refusalWords } from "./import-refusals.ts";

const cny = (text: string) => moneyOf(text, "CNY");

test("a difference is told with all its figures, in both languages", () => {
  const { zh, en } = refusalWords({
    code: "statement_does_not_add_up",
    statements: [
      {
        ...{ account: "6222", number: null, expected: cny("100"), closing: cny("1120.5") },
        ...{ difference: cny("1020.5"), toldWrong: [{ of: "inCount", told: 3, read: 2 }] },
      },
    ],
  });
  expect(zh).toBe(
    "金额对不上。账户 6222：期初余额加明细应为 CNY 100.00，文件的期末余额是 CNY 1,120.50，相差 CNY 1,020.50；收入笔数文件写的是 3，实际为 2。未导入；请重新下载，确认要照此入账的请写明原因。",
  );
  expect(en).toContain("a difference of CNY 1,020.50; the number of credits is told as 3");
});

test("without balances only the wrong totals are told", () => {
  const told = { of: "outSum" as const, told: cny("-1"), read: cny("-2") };
  const none = { account: "", number: null, expected: null, closing: null, difference: null };
  const statements = [{ ...none, toldWrong: [told] }];
  const { zh, en } = refusalWords({ code: "statement_does_not_add_up", statements });
  expect(zh).toContain("账户 （未注明）：支出合计文件写的是 CNY -1.00，实际为 CNY -2.00。");
  expect(en).not.toContain("difference");
});

test("a line of a day to come is told with its place", () => {
  const [day, today] = [plainDate("2026-04-01"), plainDate("2026-03-31")];
  const { zh } = refusalWords({ code: "statement_line_in_future", line: 7, day, today });
  expect(zh).toContain("第 7 行的日期 2026-04-01 晚于今天（2026-03-31）");
});
