/** The facts of a refusal inside a sentence. */
import { groupedAmount, parseMoney } from "../../src/domain/values/money.ts";
import { named } from "./named.ts";

export type Facts = Readonly<Record<string, unknown>>;
export type Sentence = (facts: Facts) => string;
export type Sentences = Readonly<Record<string, Sentence>>;

/** A fact as text; a list with commas between. */
export function fact(facts: Facts, key: string): string {
  const value = facts[key];
  return Array.isArray(value) ? value.join(", ") : String(value ?? "");
}

/** The codes of a list among the facts, by their names. */
export const namesIn = (
  facts: Facts,
  key: string,
  names: Readonly<Record<string, string>>,
): readonly string[] => {
  const codes = facts[key];
  return Array.isArray(codes) ? codes.map((code) => named(names, String(code))) : [];
};

/** An amount as "CNY 1,250.00"; whatever else stands there is shown as it is. */
export function amount(facts: Facts, key: string): string {
  const value = facts[key];
  if (typeof value !== "object" || value === null) return fact(facts, key);
  const { amount: text, currency } = value as Partial<Record<string, unknown>>;
  const parsed = parseMoney(String(text), String(currency));
  return parsed.ok ? `${currency} ${groupedAmount(parsed.value)}` : `${currency} ${text}`;
}

/** A moment as the reader's clock shows it: hour and minute. */
export const clockTime = (facts: Facts, key: string): string =>
  new Date(fact(facts, key)).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });

/** The sentence for a refusal's code in a language's table; null when it has none. */
export function sentenceOf(table: Sentences, facts: Facts & { readonly code: string }) {
  return Object.hasOwn(table, facts.code) ? (table[facts.code]?.(facts) ?? null) : null;
}
