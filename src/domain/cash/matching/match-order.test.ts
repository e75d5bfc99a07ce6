/** The order in which lines are matched. */
import { expect, test } from "vitest";
import { aLine } from "../../../../test/kit/match-values.ts";
import { inMatchOrder } from "./match-order.ts";

test("goes by day, money in before money out, otherwise as the file has them", () => {
  const lines = [
    aLine("-9.00", "退汇", { id: "back", on: "2026-04-02" }),
    aLine("9.00", "货款", { id: "paid", on: "2026-04-02" }),
    aLine("5.00", "货款", { id: "more", on: "2026-04-02" }),
    aLine("1.00", "货款", { id: "before", on: "2026-04-01" }),
    aLine("1.00", "货款", { id: "after", on: "2026-04-03" }),
  ];
  expect(inMatchOrder(lines).map(({ id }) => id)).toEqual([
    "before",
    "paid",
    "more",
    "back",
    "after",
  ]);
});
