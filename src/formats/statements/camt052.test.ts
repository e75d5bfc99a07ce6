/** camt.052: a page of a running day carries two interim balances. */
import { expect, test } from "vitest";
import { readSample, statementSample } from "../../../test/kit/statements.ts";
import { moneyOf } from "../../domain/values/money.ts";

test("the first interim balance opens the page, the last one closes it", async () => {
  const read = await readSample(statementSample("camt052", "two-pages-of-a-day-v8.xml"));
  expect(read.ok && read.value.statements[0]).toMatchObject({
    opening: moneyOf("5000.00", "EUR"),
    closing: moneyOf("18507.60", "EUR"),
  });
});
