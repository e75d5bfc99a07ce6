/** Everything matching looks at, as values: of a whole creditor, or of a few customers. */
import type { MatchValues } from "../domain/cash/matching/match-book.ts";
import { addDays, type PlainDate } from "../domain/values/calendar.ts";
import type { BankLineId, CreditorId, CustomerId, ItemId } from "../domain/values/ids.ts";
import {
  listMatchAliases,
  listMatchClaims,
  listMatchCredits,
  listMatchCustomers,
  listMatchPast,
} from "./match-rows.ts";
import type { Executor } from "./sql.ts";

/** How far back a repetition or a returned payment is looked for. */
const DAYS_BACK = 200;

export type MatchAsked = {
  /** The day of the earliest line that is judged. */
  readonly from: PlainDate;
  /** Null: every customer; a single line's proposals need only those that they name. */
  readonly whose: readonly CustomerId[] | null;
  /** The lines that are judged, and what their receipts have on account: no past, no credit. */
  readonly without: { readonly lines: readonly BankLineId[]; readonly items: readonly ItemId[] };
};

/** Reads it in five statements. */
export async function loadMatchValues(
  executor: Executor,
  creditor: CreditorId,
  { from, whose, without }: MatchAsked,
): Promise<MatchValues> {
  const since = addDays(from, -DAYS_BACK);
  return {
    customers: await listMatchCustomers(executor, creditor, whose),
    aliases: await listMatchAliases(executor, creditor, whose),
    claims: await listMatchClaims(executor, creditor, whose, since),
    credits: await listMatchCredits(executor, creditor, whose, without.items),
    past: await listMatchPast(executor, creditor, whose, since, without.lines),
  };
}
