/** Alipay's personal bill: neither in nor out, closed orders, refunds. */
import { expect, test } from "vitest";
import { entriesOf, listFile, sampleFile } from "../../../test/kit/lists.ts";

test("an order paid and closed counts with its refund; one never paid is left out and told", async () => {
  const file = await sampleFile("alipay-personal", "bill-gbk.csv");
  expect(entriesOf(file).map(({ line, amount }) => `${line} ${amount.minor}`)).toEqual([
    "17 104974",
    "18 5000",
    "19 -5000",
  ]);
  expect(file.statements[0]).toMatchObject({
    owner: "林木木",
    account: "lin@example.com",
    told: null,
    skipped: [
      { line: 20, because: "order_closed" },
      { line: 21, because: "neither_in_nor_out" },
    ],
  });
});

test("the older record: paid at the time of payment, its state in 资金状态", async () => {
  const text = [
    "支付宝交易记录明细查询",
    "账号:[lin@example.com]",
    "交易号,商家订单号,交易创建时间,付款时间,最近修改时间,类型,交易对方,商品名称,金额（元）,收/支,交易状态,服务费（元）,成功退款（元）,备注,资金状态",
    "2026001\t,\t,2026-01-01 10:00:00,2026-01-02 10:00:00,,即时到账交易,青禾包装厂,货款,88.00,收入,交易成功,0.00,0.00,,已收入",
    "2026002\t,\t,2026-01-03 10:00:00,,,即时到账交易,某店,杯子,12.00,,交易关闭,0.00,0.00,,",
  ].join("\n");
  const file = await listFile(text);
  expect(file.format).toBe("alipay-personal");
  expect(entriesOf(file)).toMatchObject([{ bookedOn: "2026-01-02", amount: { minor: 8800n } }]);
  expect(file.statements[0]?.skipped).toEqual([{ line: 5, because: "order_closed" }]);
});
