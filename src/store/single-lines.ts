/** Single lines of the bank: what a receipt came by, a return or a refund went out by. */

import type { PlainDate } from "../domain/values/calendar.ts";
import type { BankLineId, CreditorId } from "../domain/values/ids.ts";
import { type Currency, type Minor, type Money, money } from "../domain/values/money.ts";
import type { LineState } from "./bank-lines.ts";
import { type Executor, maybe, one, rows, sql } from "./sql.ts";

export type LineFacts = {
  readonly id: BankLineId;
  readonly account: string;
  readonly bookedOn: PlainDate;
  readonly valueOn: PlainDate;
  readonly minor: Minor;
  readonly currency: Currency;
  readonly bankReference: string | null;
  readonly payerReference: string | null;
  readonly state: LineState;
};

/** What the bank wrote about a receipt's line. */
export const findLineFacts = (
  executor: Executor,
  creditor: CreditorId,
  id: BankLineId,
): Promise<LineFacts | null> =>
  maybe(
    executor,
    sql<LineFacts>`select id, account, booked_on as "bookedOn", value_on as "valueOn",
          amount as minor, currency, bank_reference as "bankReference",
          payer_reference as "payerReference", state
        from bank_line where creditor_id = ${creditor} and id = ${id}`,
  );

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

/** Whether a line was left out as a repetition of another one, also by way of others. */
export const isRepetitionOf = async (
  executor: Executor,
  creditor: CreditorId,
  line: BankLineId,
  original: BankLineId,
): Promise<boolean> =>
  (
    await one(
      executor,
      sql<{ repeats: boolean }>`with recursive chain as (
            select duplicate_of as id from bank_line
            where creditor_id = ${creditor} and id = ${line}
            union
            select l.duplicate_of from chain
            join bank_line l on l.creditor_id = ${creditor} and l.id = chain.id)
          select exists (select from chain where id = ${original}) as repeats`,
    )
  ).repeats;

/** Locks those of these lines that still wait, in the order of their ids. */
export async function lockOpenLines(
  executor: Executor,
  creditor: CreditorId,
  lines: readonly BankLineId[],
): Promise<ReadonlySet<BankLineId>> {
  const found = await rows(
    executor,
    sql<{ id: BankLineId }>`select id from bank_line
        where creditor_id = ${creditor} and id = any(${lines}::uuid[]) and state = 'open'
        order by id for update`,
  );
  return new Set(found.map(({ id }) => id));
}
