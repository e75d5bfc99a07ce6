/** MT942: entries of a running day, without balances, with totals to compare. */
import { expect, test } from "vitest";
import { fileOf, readBytes, readSample, statementSample } from "../../../test/kit/statements.ts";
import { judgeBalance } from "../../domain/cash/statement-balance.ts";
import { moneyOf } from "../../domain/values/money.ts";

const text = (end: string) =>
  `:20:X\n:25:1234\n:28C:1\n:34F:EURD0,\n:13D:2603311130+0200\n:61:260331D0,42NCHGNONREF\n${end}`;

test("no balances, the day of the report, totals of both sides", async () => {
  const read = await readSample(statementSample("mt942", "running-day.sta"));
  expect(read.ok && read.value.statements[0]).toMatchObject({
    toOn: "2026-03-31",
    currency: "EUR",
    opening: null,
    closing: null,
    told: {
      inCount: 1,
      inSum: moneyOf("11900.00", "EUR"),
      outCount: 1,
      outSum: moneyOf("4.90", "EUR"),
    },
  });
});

test("a total that the entries don't give is seen", async () => {
  const { statements } = await fileOf(text(":90D:1EUR2,30"));
  const wrong = statements.flatMap((statement) => judgeBalance(statement).toldWrong);
  expect(wrong).toMatchObject([{ of: "outSum" }]);
});

test("its end is marked by totals or a dash; without either it is cut off", async () => {
  expect((await fileOf(text("-"))).statements[0]?.entries).toHaveLength(1);
  const cut = await readBytes(new TextEncoder().encode(text("")));
  expect(!cut.ok && cut.refusal).toMatchObject({ problem: "cut_off" });
});

test("the envelope of a next message is no end of this one", async () => {
  const cut = await readBytes(new TextEncoder().encode(text("{1:F01XXXXDEXXAXXX0000000000}")));
  expect(!cut.ok && cut.refusal).toMatchObject({ problem: "cut_off" });
});
