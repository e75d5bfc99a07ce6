/** ABC: corporate columns with a total row, and cards with signed amounts and ragged rows. */
import { expect, test } from "vitest";
import { entriesOf, headLines, sampleFile } from "../../../test/kit/lists.ts";

test("the corporate list and its total row", async () => {
  const file = await sampleFile("abc", "corporate-gbk.csv");
  expect(headLines(file)).toEqual(["10530000040001234 CNY 1000.00 4500.00 adds up"]);
  expect(file.statements[0]?.told).toMatchObject({ inSum: { minor: 500000n } });
});

test("a row of 0.00 moves nothing and is told; digits in the name's column are an account", async () => {
  const file = await sampleFile("abc", "card.csv");
  expect(file.statements[0]?.skipped).toEqual([{ line: 4, because: "zero_amount" }]);
  expect(entriesOf(file)[1]).toMatchObject({
    counterName: null,
    counterAccount: "6228480000000000019",
    bankReference: "111222333",
  });
});
