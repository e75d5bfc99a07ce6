/** JD: what was refunded stands in brackets behind the amount, and in a row of its own. */
import { expect, test } from "vitest";
import { entriesOf, sampleFile } from "../../../test/kit/lists.ts";

test("refunds are money in, what they refund is money out in full", async () => {
  const file = await sampleFile("jd", "bill-bom.csv");
  expect(entriesOf(file).map(({ line, amount }) => `${line} ${amount.minor}`)).toEqual([
    "13 -1000",
    "14 8984",
    "15 -13177",
    "17 4000",
    "18 -4000",
  ]);
  expect(file.statements[0]).toMatchObject({
    account: "jd_abc",
    fromOn: "2025-12-01",
    told: null,
    skipped: [{ line: 16, because: "zero_amount" }],
  });
});
