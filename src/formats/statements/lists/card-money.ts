/** Lists of credit cards: a charge has no sign and a payment a minus, other than at an account. */
import { isZero, negate } from "../../../domain/values/money.ts";
import { amountIn } from "./list-cells.ts";
import { hasAny, type ListHead } from "./list-header.ts";
import { bankMoney, type MoneyRule, moved, still, unreadableMoney } from "./list-money.ts";

/** Only cards name the last digits of a card on each row, and none shows a balance. */
export const isCardList = (head: ListHead): boolean =>
  hasAny(head, "卡末四位", "卡号末四位", "卡号后四位", "卡片末四位", "末四位卡号") &&
  !hasAny(head, "余额", "账户余额", "交易后余额");

/** Money in is what pays the card's debt off. */
export const cardMoney: MoneyRule = (row, unit, habit) => {
  if (row.has("in") || row.has("out") || row.has("mark")) return bankMoney(row, unit, habit);
  const amount = amountIn(row.raw("amount"), unit);
  if (amount === null || amount === "unreadable") {
    return unreadableMoney("amount", row.raw("amount"));
  }
  return isZero(amount) ? still("zero_amount") : moved([{ amount: negate(amount) }]);
};
