/** ICBC: three layouts of corporate history, and cards with a total row. */
import { expect, test } from "vitest";
import { entriesOf, entryLines, headLines, sampleFile } from "../../../test/kit/lists.ts";

test("debit and credit columns; two equal payments are two; vouchers of zeros are no reference", async () => {
  const file = await sampleFile("icbc", "history-detail-gbk.csv");
  expect(headLines(file)).toEqual(["1102020409000777001 CNY 500000.00 721784.50 adds up"]);
  expect(entryLines(file)).toEqual([
    "3 2026-03-02 128400.00 临江阀门制造有限公司 | 汇款 货款 发票26310001",
    "4 2026-03-02 -35000.50 海澄金属材料有限公司 | 网银转账 材料款 合同HC-26-03",
    "5 2026-03-03 128400.00 临江阀门制造有限公司 | 汇款 货款 发票26310002",
    "6 2026-03-03 -15.00 - | 手续费",
  ]);
  expect(entriesOf(file).map(({ bankReference }) => bankReference)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test("a flag beside the amount; 退汇 is a payment that comes back", async () => {
  const file = await sampleFile("icbc", "flag-and-amount.csv");
  expect(entriesOf(file).map(({ returned }) => returned)).toEqual([
    null,
    null,
    { code: null, text: "退汇", of: null },
  ]);
});

test("newest first: the balances still run from the oldest to the newest", async () => {
  const file = await sampleFile("icbc", "out-and-in-newest-first.csv");
  expect(headLines(file)).toEqual(["1102020409000777001 CNY 0.00 1300.00 adds up"]);
});

test("the total row of a card's list is no entry but compared", async () => {
  const [statement] = (await sampleFile("icbc", "card-detail-with-totals.csv")).statements;
  expect(statement?.entries).toHaveLength(2);
  expect(statement?.told).toMatchObject({ inSum: { minor: 320000n }, outSum: { minor: 50000n } });
});
