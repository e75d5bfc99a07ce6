/** The rules of cash application where no policy is published: nothing is given up or guessed. */
import type { CashRules } from "./matching/match.ts";

export const CAREFUL_RULES: CashRules = {
  bankFeeUpTo: [],
  roundingUpTo: [],
  cashDiscount: null,
  oldestFirst: false,
  autoFrom: 990,
};
