/** One account with entries in several currencies, as one statement for each currency. */
import type { Statement } from "../../domain/cash/statement.ts";

/**
 * Entries in other currencies (cards, accounts of several currencies) become statements of their
 * own. They have no balances: those are the account's, and its totals no longer say anything.
 */
export function statementsByCurrency(whole: Statement): readonly Statement[] {
  const byCurrency = Map.groupBy(whole.entries, ({ amount }) => amount.currency);
  const others = [...byCurrency].filter(([currency]) => currency !== whole.currency);
  if (others.length === 0) return [whole];
  const own = { ...whole, told: null, entries: byCurrency.get(whole.currency) ?? [] };
  const bare = { ...whole, opening: null, closing: null, told: null };
  return [own, ...others.map(([currency, entries]) => ({ ...bare, currency, entries }))];
}
