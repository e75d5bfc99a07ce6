/** Sums of amounts as the wire has them, currency by currency. */
import type { WireMoney } from "../../src/contract/scalars.ts";
import {
  amountText,
  type Money,
  moneyOf,
  totalsByCurrency,
} from "../../src/domain/values/money.ts";

export const moneyFrom = ({ amount, currency }: WireMoney): Money => moneyOf(amount, currency);

export const wireFrom = (value: Money): WireMoney => ({
  amount: amountText(value),
  currency: value.currency,
});

export const sumsOf = (amounts: readonly WireMoney[]): readonly WireMoney[] =>
  totalsByCurrency(amounts.map(moneyFrom)).map(wireFrom);
