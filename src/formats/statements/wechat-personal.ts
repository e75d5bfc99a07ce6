/** WeChat 微信支付 personal bills: CSV, or XLSX since 2025; ¥ before amounts. */

import type { StatementFormat } from "./format.ts";
import { column } from "./lists/list-fields.ts";
import { listFormat, sureIf } from "./lists/list-format.ts";
import { hasAll } from "./lists/list-header.ts";
import { platformMoney } from "./lists/platform-money.ts";

export const wechatPersonal: StatementFormat = listFormat({
  name: "wechat-personal",
  method: "wechat",
  ignoresTotals: true,
  money: platformMoney({
    closed: /支付失败|已关闭|待付款|对方已退还且未支付/,
    coming: /零钱充值|零钱通转出|退款|赎回/,
    going: /零钱提现|转入零钱通|信用卡还款|购买|申购/,
  }),
  knows: (head) => sureIf(hasAll(head, "交易单号", "商户单号", "收/支", "交易对方")),
  fields: [
    column("status", "当前状态"),
    column("bank_reference", "交易单号"),
    column("payer_reference", "商户单号"),
    column("paid_by", "支付方式"),
  ],
});
