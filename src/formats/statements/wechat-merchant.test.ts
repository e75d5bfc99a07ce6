/** WeChat's bills for merchants: orders, refunds and fees, and the totals under a second header. */
import { expect, test } from "vitest";
import {
  entriesOf,
  entryLines,
  headLines,
  listFile,
  listRefusal,
  sampleFile,
} from "../../../test/kit/lists.ts";
import { judgeBalance } from "../../domain/cash/statement-balance.ts";

const HEADER =
  "交易时间,公众账号ID,商户号,微信订单号,商户订单号,交易状态,货币种类,总金额,微信退款单号,退款金额,退款状态,商品名称,手续费";

test("orders in, refunds and fees out, a fee given back with its refund", async () => {
  const file = await sampleFile("wechat-merchant", "orders-refund-fee.csv");
  expect(entryLines(file)).toEqual([
    "2 2026-05-01 100.00 - | 货款 备注甲",
    "2 2026-05-01 -0.60 - | 手续费 货款",
    "3 2026-05-01 100.00 - | 货款",
    "3 2026-05-01 -0.60 - | 手续费 货款",
    "4 2026-05-01 -20.00 - | 货款",
    "4 2026-05-01 0.12 - | 手续费 货款",
  ]);
  expect(file.statements[0]?.told?.control).toMatchObject({
    told: { minor: 17892n },
    read: { minor: 17892n },
  });
  expect(entriesOf(file)[4]).toMatchObject({ bankReference: "5030001", payerReference: "SO1" });
});

test("a row missing from the list is seen by the totals", async () => {
  const text = `${HEADER}
\`2014-11-1016：33：45,\`wx,\`10000100,\`1,\`2,\`SUCCESS,\`CNY,\`0.01,\`0,\`0,\`,\`测试,\`0
总交易单数,总交易额,总退款金额,总代金券或立减优惠退款金额,手续费总金额
\`2,\`0.02,\`0.0,\`0.0,\`0
`;
  const file = await listFile(text);
  expect(entryLines(file)).toEqual(["2 2014-11-10 0.01 - | 测试"]);
  const [statement] = file.statements;
  expect(statement && judgeBalance(statement).toldWrong.map(({ of }) => of)).toEqual(["control"]);
});

test("a refund that failed moved nothing; an order that is both paid and refunded is refused", async () => {
  const row = (state: string, paid: string, refund: string, refunded: string) =>
    `${HEADER}\n2026-05-01 10:00:00,wx,10000100,1,2,${state},CNY,${paid},9,${refund},${refunded},测试,0\n`;
  const failed = await listFile(row("REFUND", "0.00", "5.00", "FAIL"));
  expect(failed.statements[0]?.skipped).toEqual([{ line: 2, because: "order_closed" }]);
  expect(await listRefusal(row("SUCCESS", "5.00", "5.00", ""))).toMatchObject({
    code: "statement_field_unreadable",
    field: "amount",
    line: 2,
  });
});

test("the bill of funds is a list with balances", async () => {
  const file = await sampleFile("wechat-merchant", "fund-bill.csv");
  expect(headLines(file)).toEqual(["- CNY 100.00 49.40 adds up"]);
  expect(file.statements[0]?.told).toMatchObject({ inSum: { minor: 10000n } });
});
