/** Bank statements: what a file's head said, one row for each statement of the file. */
import type { PlainDate } from "../domain/values/calendar.ts";
import type { BankStatementId, CreditorId, ImportId } from "../domain/values/ids.ts";
import type { Currency, Money } from "../domain/values/money.ts";
import { type Executor, run, sql } from "./sql.ts";

export type NewBankStatement = {
  readonly id: BankStatementId;
  /** Our own account; "" where the file does not say. */
  readonly account: string;
  readonly owner: string | null;
  readonly currency: Currency;
  readonly number: string | null;
  readonly fromOn: PlainDate | null;
  readonly toOn: PlainDate | null;
  readonly opening: Money | null;
  readonly closing: Money | null;
  readonly difference: Money | null;
  readonly insistedBecause: string | null;
  readonly lines: number;
  readonly known: number;
};

/** Stores the statements of one file. */
export async function insertBankStatements(
  executor: Executor,
  creditor: CreditorId,
  file: { readonly importId: ImportId; readonly format: string },
  statements: readonly NewBankStatement[],
): Promise<void> {
  await run(
    executor,
    sql`insert into bank_statement (creditor_id, import_id, format, id, account, owner, currency,
          number, from_on, to_on, opening, closing, difference, insisted_because, line_count,
          known_count)
        select ${creditor}::uuid, ${file.importId}::uuid, ${file.format}::text, id, account, owner,
          currency, number, from_on, to_on, opening, closing, difference, insisted, lines, known
        from unnest(
          ${statements.map(({ id }) => id)}::uuid[],
          ${statements.map(({ account }) => account)}::text[],
          ${statements.map(({ owner }) => owner)}::text[],
          ${statements.map(({ currency }) => currency)}::text[],
          ${statements.map(({ number }) => number)}::text[],
          ${statements.map(({ fromOn }) => fromOn)}::date[],
          ${statements.map(({ toOn }) => toOn)}::date[],
          ${statements.map(({ opening }) => opening?.minor ?? null)}::bigint[],
          ${statements.map(({ closing }) => closing?.minor ?? null)}::bigint[],
          ${statements.map(({ difference }) => difference?.minor ?? null)}::bigint[],
          ${statements.map(({ insistedBecause }) => insistedBecause)}::text[],
          ${statements.map(({ lines }) => lines)}::integer[],
          ${statements.map(({ known }) => known)}::integer[])
          as given (id, account, owner, currency, number, from_on, to_on, opening, closing,
            difference, insisted, lines, known)`,
  );
}
