/** BOC 中国银行: HISQRY with payer and payee, and the details of cards. */

import type { StatementFormat } from "./format.ts";
import { column } from "./lists/list-fields.ts";
import { listFormat, sureIf } from "./lists/list-format.ts";
import { hasAll } from "./lists/list-header.ts";

export const boc: StatementFormat = listFormat({
  name: "boc",
  signed: true,
  knows: (head) =>
    sureIf(
      /中国银行(?!卡)|Bank of China/i.test(head.titles) ||
        hasAll(head, "交易类型[ Transaction Type ]") ||
        hasAll(head, "付款人名称", "收款人名称", "交易后余额") ||
        hasAll(head, "对方账户名", "对方卡号/账号", "借记卡号"),
    ),
  fields: [
    column("mark", "来往账标志|往来账标志|交易类型[ Transaction Type ]|交易类型"),
    column("account", "借记卡号|查询账号"),
  ],
});
