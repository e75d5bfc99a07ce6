/** What the measured policy gives up: fees to 50, a rounding to 1, a discount of 3 %. */
import type { CashRules } from "../../src/domain/cash/matching/match.ts";
import { moneyOf } from "../../src/domain/values/money.ts";

const UNITS = ["CNY", "USD", "EUR", "HKD", "GBP"];

export const CASH_RULES: CashRules = {
  bankFeeUpTo: UNITS.map((unit) => moneyOf("50", unit)),
  roundingUpTo: UNITS.map((unit) => moneyOf("1", unit)),
  cashDiscount: { partsPerBillion: 30_000_000n, withinDays: null },
  oldestFirst: false,
  autoFrom: 990,
};
