/** Alipay 支付宝 merchant bills: the fund bill with balances, and the bill of orders with fees. */

import type { StatementFormat } from "./format.ts";
import { column } from "./lists/list-fields.ts";
import { listFormat, sureIf } from "./lists/list-format.ts";
import { hasAll } from "./lists/list-header.ts";
import { bankMoney, type MoneyRule } from "./lists/list-money.ts";
import { feeOf } from "./lists/platform-fee.ts";

/** Fees are rows of their own where balances are shown, and a column in the bill of orders. */
const money: MoneyRule = (row, unit, habit) => {
  const paid = bankMoney(row, unit, habit);
  return row.has("balance") ? paid : feeOf(paid, row, unit, "own");
};

export const alipayMerchant: StatementFormat = listFormat({
  name: "alipay-merchant",
  method: "alipay",
  money,
  knows: (head) =>
    sureIf(
      hasAll(head, "账务流水号", "业务流水号") ||
        hasAll(head, "支付宝流水号", "账务类型") ||
        hasAll(head, "支付宝交易号", "商家实收（元）"),
    ),
  fields: [
    column("day", "发生时间|入账时间|完成时间|创建时间"),
    column("amount", "商家实收（元）|商家实收"),
    column("bank_reference", "账务流水号|支付宝流水号|支付宝交易号"),
    column("payer_reference", "商户订单号"),
    column("counter_account", "对方账号|对方账户"),
    column("counter_name", "对方名称|对方户名"),
    column("fee", "服务费（元）|服务费"),
  ],
});
