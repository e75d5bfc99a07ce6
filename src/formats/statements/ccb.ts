/** CCB 建设银行: corporate and personal account details, in columns with 支取 and 收入. */
import type { StatementFormat } from "./format.ts";
import { listFormat, sureIf } from "./lists/list-format.ts";
import { hasAll, hasAny } from "./lists/list-header.ts";

export const ccb: StatementFormat = listFormat({
  name: "ccb",
  knows: (head) =>
    sureIf(
      /建设银行|\bCCB\b/.test(head.titles) ||
        hasAny(head, "账户明细编号-交易流水号", "企业流水号") ||
        hasAll(head, "借方发生额（支取）", "贷方发生额（收入）") ||
        hasAll(head, "借方发生额/元(支取)", "贷方发生额/元(收入)"),
    ),
});
