/** Lines of money out: what they take back, refund, or have nothing to do with. */
import { describe, expect, test } from "vitest";
import {
  aCustomer,
  aLine,
  aMemo,
  CASH_RULES,
  customerId,
} from "../../../../test/kit/match-values.ts";
import { amountText } from "../../values/money.ts";
import { judgeLine } from "./judge-line.ts";
import type { MatchLine, MatchPast } from "./match.ts";
import { openMatchBook } from "./match-book.ts";

const HUA = aCustomer("hua", "绍兴华澜电气有限公司");
const past = (
  id: string,
  given: Parameters<typeof aLine>[2] = {},
  settled: MatchPast["settled"] = "applied",
): MatchPast => ({
  line: aLine("12080.35", "INV-2026-001408", { id, on: "2026-03-30", ...given }),
  customerId: customerId("hua"),
  settled,
});
const judged = (line: MatchLine, lines: readonly MatchPast[]) => {
  const book = openMatchBook({
    customers: [HUA],
    aliases: [],
    claims: [],
    credits: [],
    past: lines,
  });
  const { action, proposals, waits } = judgeLine(book, line, CASH_RULES);
  return { action, waits: waits.map(({ code }) => code), ...proposals[0] };
};

describe("a payment taken back", () => {
  test.each([
    ["退汇 账号户名不符", {}],
    ["REVERSAL INV-2026", {}],
    ["", { returned: true }],
    ["退款 原交易W7788990", {}],
  ])("names the payment: %s", (remark, given) => {
    const line = aLine("-12080.35", remark, given);
    const lines = [past("other", { name: "周敏" }), past("paid", { reference: "W7788990" })];
    expect(judged(line, lines)).toMatchObject({
      action: "review",
      what: "return",
      reverses: "paid",
      customerId: "hua",
    });
  });

  test("is the latest of equal ones, and never one that came back already", () => {
    const lines = [
      past("early", { on: "2026-03-01" }),
      past("late", { on: "2026-03-31" }),
      past("back", { on: "2026-04-01" }, "returned"),
    ];
    expect(judged(aLine("-12080.35", "退汇"), lines).reverses).toBe("late");
  });

  test("is none that is older than two months", () => {
    const lines = [past("old", { on: "2026-01-15" })];
    expect(judged(aLine("-12080.35", "退汇"), lines).what).not.toBe("return");
  });
});

test("a refund takes the customer's own money out, and a person confirms it", () => {
  const refund = judged(aLine("-500.00", "退多付款"), []);
  expect(refund).toMatchObject({ action: "review", what: "refund", customerId: "hua" });
  expect(refund.onAccount === undefined ? "" : amountText(refund.onAccount)).toBe("-500.00");
  expect(refund.waits).toContain("money_out");
});

test("a refund without a name waits, for whoever has just so much left", () => {
  const nameless = aLine("-12080.35", "退款", { name: null });
  expect(judged(nameless, [])).toMatchObject({ action: "review", what: "unidentified" });
  const book = openMatchBook({
    customers: [HUA],
    aliases: [],
    claims: [],
    credits: [{ ...aMemo("rest", "12080.35"), kind: "receipt" }],
    past: [],
  });
  const [top] = judgeLine(book, nameless, CASH_RULES).proposals;
  expect(top).toMatchObject({ what: "refund", customerId: "hua" });
});

test.each([
  ["对公跨行转账汇款手续费", null],
  ["工资", "代发工资"],
  ["采购款", "潍坊沛柏纺织有限公司"],
  ["", "潍坊沛柏纺织有限公司"],
])("is no receivable: %s", (remark, name) => {
  expect(judged(aLine("-321.00", remark, { name }), [])).toMatchObject({
    action: "ignore",
    what: "not_receivable",
  });
});
