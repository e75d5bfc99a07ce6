/** BOC: the other side is the payer of 来账 and the payee of 往账; totals stand in the titles. */
import { expect, test } from "vitest";
import { entriesOf, entryLines, headLines, sampleFile } from "../../../test/kit/lists.ts";

test("HISQRY", async () => {
  const file = await sampleFile("boc", "hisqry-gbk.csv");
  expect(headLines(file)).toEqual(["458990001234 CNY 10000.00 18500.00 adds up"]);
  expect(entryLines(file)).toEqual([
    "7 2026-03-03 9000.00 临江阀门制造有限公司 | 货款 发票26310007",
    "8 2026-03-10 -1000.00 海澄金属材料有限公司 | 材料款",
    "9 2026-03-20 500.00 临江阀门制造有限公司 | 货款",
  ]);
  expect(file.statements[0]).toMatchObject({
    fromOn: "2026-03-01",
    toOn: "2026-03-31",
    told: { inCount: 2, outCount: 1, inSum: { minor: 950000n }, outSum: { minor: 100000n } },
  });
  expect(entriesOf(file)[2]).toMatchObject({
    valueOn: "2026-03-21",
    bankReference: "30003",
    counterAccount: "744800018001",
    counterBank: "中信银行股份有限公司某某分行",
  });
});

test("a card's list: lines drawn for nothing are nothing, masked accounts stay masked", async () => {
  const file = await sampleFile("boc", "card-newest-first.csv");
  expect(headLines(file)).toEqual(["3167 CNY 3262.17 3240.28 adds up"]);
  expect(entriesOf(file)).toMatchObject([
    { method: "alipay", remark: null },
    { method: "bank", remark: "货款尾款", counterAccount: "8000******1303" },
  ]);
});
