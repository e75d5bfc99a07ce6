/** ICBC 工商银行: corporate history detail, and the detail files of cards. */
import type { StatementFormat } from "./format.ts";
import { listFormat, sureIf } from "./lists/list-format.ts";
import { hasAll, hasAny } from "./lists/list-header.ts";

const TITLES = /\[HISTORYDETAIL\]|明细查询文件下载|工商银行|\bICBC\b/i;

export const icbc: StatementFormat = listFormat({
  name: "icbc",
  knows: (head) =>
    sureIf(
      TITLES.test(head.titles) ||
        hasAny(head, "个性化信息", "回单个性化信息") ||
        hasAll(head, "凭证号", "本方账号", "对方账号", "对方单位名称") ||
        hasAll(head, "借贷标志", "对方单位", "发生额"),
    ),
});
