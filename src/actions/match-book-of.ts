/** The book that matching looks at, and the policy's rules for it, loaded from the store. */
import { CAREFUL_RULES } from "../domain/cash/cash-rules.ts";
import type { CashRules } from "../domain/cash/match.ts";
import { type MatchBook, openMatchBook } from "../domain/cash/match-book.ts";
import { parsePolicy } from "../domain/strategy/policy.ts";
import { addDays, type PlainDate } from "../domain/values/calendar.ts";
import type { BankLineId, CreditorId, CustomerId, ItemId } from "../domain/values/ids.ts";
import {
  listMatchAliases,
  listMatchClaims,
  listMatchCredits,
  listMatchCustomers,
  listMatchPast,
} from "../store/match-rows.ts";
import { findPolicy } from "../store/policies.ts";
import type { Executor } from "../store/sql.ts";
import type { Context } from "./action.ts";

/** How far back a repetition or a returned payment is looked for. */
const DAYS_BACK = 200;

export type BookAsked = {
  /** The day of the earliest line that is judged. */
  readonly from: PlainDate;
  /** Null: every customer; a single line's proposals need only those that they name. */
  readonly whose: readonly CustomerId[] | null;
  /** The lines that are judged, and what their receipts have on account: no past, no credit. */
  readonly without: { readonly lines: readonly BankLineId[]; readonly items: readonly ItemId[] };
};

/** Reads the book in five statements. */
export async function loadMatchBook(
  { tx, creditorId }: Pick<Context, "tx" | "creditorId">,
  { from, whose, without }: BookAsked,
): Promise<MatchBook> {
  const since = addDays(from, -DAYS_BACK);
  const customers = await listMatchCustomers(tx, creditorId, whose);
  const aliases = await listMatchAliases(tx, creditorId, whose);
  const claims = await listMatchClaims(tx, creditorId, whose, since);
  const credits = await listMatchCredits(tx, creditorId, whose, without.items);
  const past = await listMatchPast(tx, creditorId, whose, since, without.lines);
  return openMatchBook({ customers, aliases, claims, credits, past });
}

/** The cash section of the policy in force, or the careful defaults without one. */
export async function loadCashRules(tx: Executor, creditor: CreditorId): Promise<CashRules> {
  const stored = await findPolicy(tx, creditor);
  const policy = stored === null ? null : parsePolicy(stored.body);
  return policy?.ok === true ? policy.value.cash : CAREFUL_RULES;
}
