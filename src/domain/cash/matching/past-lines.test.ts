/** Lines remembered and forgotten. */
import { describe, expect, test } from "vitest";
import { aCustomer, aLine, customerId, lineId } from "../../../../test/kit/match-values.ts";
import { openMatchBook } from "./match-book.ts";
import { forgetLine, rememberLine } from "./past-lines.ts";

const values = {
  customers: [aCustomer("hua", "绍兴华澜电气有限公司")],
  aliases: [],
  claims: [],
  credits: [],
  past: [],
};

describe("past lines", () => {
  const past = {
    line: aLine("12.00", "货款", { id: "paid", reference: "B1" }),
    customerId: customerId("hua"),
    settled: "applied" as const,
  };

  test("are remembered once, as they are latest known", () => {
    const book = openMatchBook({ ...values, past: [past] });
    rememberLine(book, { ...past, settled: "returned" });
    expect(book.pastByReference.get("B1")?.map(({ settled }) => settled)).toEqual(["returned"]);
    expect(book.pastByAmount.get("CNY1200")).toHaveLength(1);
    expect(book.payers.get(customerId("hua"))?.past).toHaveLength(1);
  });

  test("too large to be counted are left out", () => {
    const line = aLine("999999999999.00", "货款", { id: "huge" });
    const book = openMatchBook({ ...values, past: [{ ...past, line }] });
    expect(book.past.size).toBe(0);
  });

  test("are forgotten without a trace", () => {
    const book = openMatchBook({ ...values, past: [past] });
    forgetLine(book, lineId("paid"));
    forgetLine(book, lineId("never"));
    expect(book).toEqual(openMatchBook(values));
  });
});
