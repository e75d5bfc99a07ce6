/** CITIC 中信银行, and credit cards' lists of it and of others who write them the same way. */
import type { StatementFormat } from "./format.ts";
import { isCardList } from "./lists/card-money.ts";
import { listFormat, sureIf } from "./lists/list-format.ts";
import { hasAll } from "./lists/list-header.ts";

const OTHER_BANKS = /工商|建设|招商|农业|交通|汇丰|浦发|中国银行/;

export const citic: StatementFormat = listFormat({
  name: "citic",
  knows: (head) =>
    sureIf(
      /中信银行|CITIC/i.test(head.titles) ||
        hasAll(head, "交易描述", "结算金额") ||
        (isCardList(head) && !OTHER_BANKS.test(head.titles)),
    ),
});
