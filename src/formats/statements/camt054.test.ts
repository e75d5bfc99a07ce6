/** camt.054: the notice repeats what the statement has, and is known by the same references. */
import { expect, test } from "vitest";
import { readSample, statementSample } from "../../../test/kit/statements.ts";
import { moneyOf } from "../../domain/values/money.ts";

test("its entries are those of the day's statement, reference by reference", async () => {
  const notice = await readSample(statementSample("camt054", "notice-v8.xml"));
  const day = await readSample(statementSample("camt053", "closed-day-v8.xml"));
  if (!notice.ok || !day.ok) throw new Error("both are read");
  expect(notice.value.statements[0]?.entries).toEqual(day.value.statements[0]?.entries);
});

test("it has no balances; its totals are told", async () => {
  const notice = await readSample(statementSample("camt054", "notice-v8.xml"));
  expect(notice.ok && notice.value.statements[0]).toMatchObject({
    opening: null,
    closing: null,
    told: { inCount: 3, inSum: moneyOf("13750.50", "EUR"), outCount: 2 },
  });
});
