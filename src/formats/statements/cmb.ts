/** CMB 招商银行: corporate account details with 收/付方 columns, and personal ones. */
import type { StatementFormat } from "./format.ts";
import { listFormat, sureIf } from "./lists/list-format.ts";
import { hasAny } from "./lists/list-header.ts";

export const cmb: StatementFormat = listFormat({
  name: "cmb",
  knows: (head) =>
    sureIf(
      /招商银行|\bCMB\b|一卡通/.test(head.titles) ||
        hasAny(head, "流程实例号", "收/付方名称", "收(付)方名称", "冲帐标志", "交易分析码"),
    ),
});
