/** A line of the bank by which money went out: what a return or a refund is booked with. */

import type { BankLineId, CreditorId } from "../domain/values/ids.ts";
import { type Currency, type Minor, type Money, money } from "../domain/values/money.ts";
import type { LineState } from "./bank-lines.ts";
import { type Executor, maybe, sql } from "./sql.ts";

export type OutgoingLine = { readonly amount: Money; readonly state: LineState };

/** Locks a line; null when there is none. */
export async function lockOutgoingLine(
  executor: Executor,
  creditor: CreditorId,
  id: BankLineId,
): Promise<OutgoingLine | null> {
  const row = await maybe(
    executor,
    sql<{ minor: Minor; currency: Currency; state: LineState }>`
        select amount as minor, currency, state from bank_line
        where creditor_id = ${creditor} and id = ${id} for update`,
  );
  return row === null ? null : { amount: money(row.minor, row.currency), state: row.state };
}
