/** JD 京东 personal bills: amounts with a remark of what was refunded of them. */

import type { StatementFormat } from "./format.ts";
import { column } from "./lists/list-fields.ts";
import { listFormat, sureIf } from "./lists/list-format.ts";
import { hasAll } from "./lists/list-header.ts";
import { platformMoney } from "./lists/platform-money.ts";

export const jd: StatementFormat = listFormat({
  name: "jd",
  ignoresTotals: true,
  money: platformMoney({
    closed: /交易关闭|已关闭|等待付款|待付款|交易失败|已取消/,
    coming: /退款|转出|赎回|卖出/,
    going: /已全额退款|先享后付|还款|转入|买入|提现/,
  }),
  knows: (head) => sureIf(hasAll(head, "商户名称", "交易说明", "收/支")),
  fields: [
    column("counter_name", "商户名称"),
    column("status", "交易状态"),
    column("bank_reference", "交易订单号"),
    column("payer_reference", "商家订单号"),
    column("paid_by", "收/付款方式"),
  ],
});
