/** Alipay 支付宝 personal bills: payments by whichever card, with 收/支 and a state. */

import type { StatementFormat } from "./format.ts";
import { column } from "./lists/list-fields.ts";
import { listFormat, sureIf } from "./lists/list-format.ts";
import { hasAll, hasAny } from "./lists/list-header.ts";
import { platformMoney } from "./lists/platform-money.ts";

export const alipayPersonal: StatementFormat = listFormat({
  name: "alipay-personal",
  method: "alipay",
  ignoresTotals: true,
  money: platformMoney({
    closed: /交易关闭|已关闭|失败|等待付款|待付款/,
    coming: /退款|卖出|赎回|转出到(?:余额|银行)|收益发放|充值/,
    going: /提现|买入|转入余额宝|还款|转账到银行/,
  }),
  knows: (head) =>
    sureIf(
      hasAll(head, "收/支", "交易订单号", "商家订单号", "对方账号") ||
        (hasAll(head, "交易对方", "资金状态") && hasAny(head, "交易号", "商家订单号")),
    ),
  fields: [
    column("day", "付款时间|交易时间|交易创建时间"),
    column("status", "交易状态|资金状态"),
    column("bank_reference", "交易订单号|交易号"),
    column("payer_reference", "商家订单号"),
    column("paid_by", "收/付款方式|支付方式"),
  ],
});
