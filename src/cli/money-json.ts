/**
 * JSON for other programs, with amounts as decimal text: `{ "amount": "12.50", "currency": "CNY"
 * }`.
 */
import { amountText, isCurrency, type Money, money } from "../domain/values/money.ts";

const isMoney = (value: object): value is Money =>
  "minor" in value &&
  typeof value.minor === "bigint" &&
  "currency" in value &&
  typeof value.currency === "string" &&
  isCurrency(value.currency);

/** Pretty JSON that ends with a line break. */
export function moneyJson(value: unknown): string {
  const told = (_: string, part: unknown): unknown => {
    if (typeof part !== "object" || part === null || !isMoney(part)) return part;
    return { amount: amountText(money(part.minor, part.currency)), currency: part.currency };
  };
  return `${JSON.stringify(value, told, 2)}\n`;
}
