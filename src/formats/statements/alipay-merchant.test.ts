/** Alipay's bills for merchants: funds with balances and totals, packed ones, orders with fees. */
import { expect, test } from "vitest";
import { entriesOf, entryLines, headLines, sampleFile } from "../../../test/kit/lists.ts";

test.each(["fund-bill-gbk.csv", "packed-summary-first.zip"])("%s", async (name) => {
  const file = await sampleFile("alipay-merchant", name);
  expect(headLines(file)).toEqual(["20881234567890120156 CNY 1000.00 1079.40 adds up"]);
  expect(entryLines(file)).toEqual([
    "6 2026-05-01 100.00 青禾包装厂 | 订单货款",
    "7 2026-05-01 -0.60 - | 订单货款 服务费",
    "8 2026-05-01 -20.00 青禾包装厂 | 订单货款",
  ]);
  expect(file.statements[0]).toMatchObject({
    fromOn: "2026-05-01",
    told: { inCount: 1, inSum: { minor: 10000n }, outCount: 2, outSum: { minor: 2060n } },
  });
  expect(entriesOf(file)[0]).toMatchObject({
    bankReference: "70001",
    payerReference: "T100",
    counterAccount: "buy***@example.com",
    method: "alipay",
  });
});

test("the bill of orders: the customer has paid the whole, the fee is ours", async () => {
  const file = await sampleFile("alipay-merchant", "orders-with-fees.csv");
  expect(entryLines(file)).toEqual([
    "4 2026-05-01 100.00 - | 订单货款",
    "4 2026-05-01 -0.60 - | 手续费 订单货款",
    "5 2026-05-01 -20.00 - | 订单货款",
    "5 2026-05-01 0.12 - | 手续费 订单货款",
  ]);
});
