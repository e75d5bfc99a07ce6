/** CITIC 中信银行, and lists of credit cards: there a charge has no sign and a payment a minus. */
import { isZero, negate } from "../../domain/values/money.ts";
import type { StatementFormat } from "./format.ts";
import { amountIn } from "./lists/list-cells.ts";
import { listFormat, sureIf } from "./lists/list-format.ts";
import { hasAll, hasAny, type ListHead } from "./lists/list-header.ts";
import { bankMoney, type MoneyRule, moved, still, unreadableMoney } from "./lists/list-money.ts";

const isCard = (head: ListHead): boolean =>
  hasAny(head, "卡末四位", "卡号末四位", "卡号后四位") && !hasAny(head, "余额", "账户余额");

/** A card's charge is money out; a bank account's list is read as any other's. */
const cardMoney: MoneyRule = (row, unit, habit) => {
  if (row.has("balance") || row.has("in") || row.has("mark")) return bankMoney(row, unit, habit);
  const amount = amountIn(row.raw("amount"), unit);
  if (amount === null || amount === "unreadable") {
    return unreadableMoney("amount", row.raw("amount"));
  }
  return isZero(amount) ? still("zero_amount") : moved([{ amount: negate(amount) }]);
};

export const citic: StatementFormat = listFormat({
  name: "citic",
  money: cardMoney,
  knows: (head) =>
    sureIf(
      /中信银行|CITIC/i.test(head.titles) ||
        (isCard(head) && hasAll(head, "交易日期")) ||
        hasAll(head, "交易描述", "结算金额"),
    ),
});
