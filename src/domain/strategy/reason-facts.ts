/** Reasons as they are stored and shown: amounts as text with their currency's decimals. */
import { amountText, money } from "../values/money.ts";
import type { Because } from "./because.ts";

export type ReasonFacts = { readonly code: string; readonly [fact: string]: unknown };

/** A reason's facts as plain JSON: every amount of it is in the currency it names. */
export function reasonFacts(because: Because): ReasonFacts {
  if (!("currency" in because)) return because;
  const { code, currency } = because;
  const facts = Object.entries(because).map(([fact, value]) => [
    fact,
    typeof value === "bigint" ? amountText(money(value, currency)) : value,
  ]);
  return { ...Object.fromEntries(facts), code };
}
