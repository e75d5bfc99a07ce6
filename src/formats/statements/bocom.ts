/** BOCOM 交通银行: details marked 借 Dr and 贷 Cr. */
import type { StatementFormat } from "./format.ts";
import { listFormat, sureIf } from "./lists/list-format.ts";
import { hasAll } from "./lists/list-header.ts";

export const bocom: StatementFormat = listFormat({
  name: "bocom",
  knows: (head) =>
    sureIf(
      /交通银行|Bank of Communications/i.test(head.titles) ||
        hasAll(head, "借贷", "交易金额", "交易地点"),
    ),
});
