/** ABC 农业银行: corporate details with 交易行名 and 对方省市, and those of cards. */
import type { StatementFormat } from "./format.ts";
import { listFormat, sureIf } from "./lists/list-format.ts";
import { hasAll } from "./lists/list-header.ts";

export const abc: StatementFormat = listFormat({
  name: "abc",
  signed: true,
  knows: (head) =>
    sureIf(
      /农业银行|Agricultural Bank/i.test(head.titles) ||
        hasAll(head, "交易行名", "对方省市") ||
        hasAll(head, "本次余额", "对手信息"),
    ),
});
