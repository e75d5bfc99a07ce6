/** Treasury platforms 财资平台: one list over the accounts of several banks. */
import type { StatementFormat } from "./format.ts";
import { listFormat, sureIf } from "./lists/list-format.ts";
import { hasAll } from "./lists/list-header.ts";

const OWN = ["本方户名", "本方账号", "对方户名", "对方账号"];
const BANKS = /工商|建设|招商|农业|交通|中信|汇丰|浦发|中国银行/;

export const treasury: StatementFormat = listFormat({
  name: "treasury",
  unknownBank: true,
  knows: (head) =>
    sureIf(
      !BANKS.test(head.titles) &&
        hasAll(head, ...OWN) &&
        (hasAll(head, "收入", "支出") || /财资|资金管理|资金系统|账户明细/.test(head.titles)),
    ),
});
