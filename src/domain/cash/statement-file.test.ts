/** Whether a bank's file may be booked as it is. */
import { expect, test } from "vitest";
import { entryOf, OWN_ACCOUNT, statementOf } from "../../../test/kit/money-in.ts";
import { plainDate } from "../values/calendar.ts";
import { moneyOf } from "../values/money.ts";
import { countEntries } from "./bank-line.ts";
import type { Statement } from "./statement.ts";
import { judgeStatementFile } from "./statement-file.ts";

const today = plainDate("2026-03-31");
const judge = (statements: readonly Statement[], insist: string | null = null) =>
  judgeStatementFile(statements, countEntries(statements, null), null, insist, today);
const closing = moneyOf("120.00", "CNY");
const right = statementOf([entryOf()]);
const wrong = statementOf([entryOf()], { closing });

test("a file that adds up, or has nothing to compare, is booked", () => {
  expect(judge([right])).toMatchObject({ value: [{ addsUp: true }] });
  expect(judge([statementOf([entryOf()], { opening: null })])).toMatchObject({ ok: true });
  expect(judge([])).toMatchObject({ value: [] });
});

test("a difference is refused with the figures; a person may insist with a reason", () => {
  expect(judge([right, wrong])).toMatchObject({
    refusal: {
      code: "statement_does_not_add_up",
      statements: [
        { account: OWN_ACCOUNT, closing, difference: moneyOf("20.00", "CNY"), toldWrong: [] },
      ],
    },
  });
  expect(judge([wrong], " ")).toMatchObject({ refusal: { code: "reason_missing" } });
  expect(judge([wrong], "银行漏印")).toMatchObject({ value: [{ addsUp: false }] });
});

test("wrong totals are refused too", () => {
  const told = { inCount: 2, inSum: null, outCount: null, outSum: null };
  expect(judge([{ ...right, told }])).toMatchObject({
    refusal: { statements: [{ toldWrong: [{ of: "inCount", told: 2, read: 1 }] }] },
  });
});

test("a line of a day to come keeps the file out even where somebody insists", () => {
  const future = statementOf([entryOf({ bookedOn: "2026-04-01" })]);
  expect(judge([future], "真的")).toMatchObject({
    refusal: { code: "statement_line_in_future", line: 2, day: "2026-04-01", today },
  });
});
