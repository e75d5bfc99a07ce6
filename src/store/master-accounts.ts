/** Bank accounts of customers as master records tell them: payers that matching knows for sure. */
import type { OwnAccount } from "../domain/book/import-customers.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, PayerAliasId } from "../domain/values/ids.ts";
import { type Executor, rows, run, sql } from "./sql.ts";

/** The accounts that customers of these numbers have, whoever taught them. */
export const listMasterAccounts = (
  executor: Executor,
  creditor: CreditorId,
  numbers: readonly string[],
): Promise<readonly OwnAccount[]> =>
  rows(
    executor,
    sql<OwnAccount>`select c.number, a.value as account
        from payer_alias a
        join customer c on c.creditor_id = a.creditor_id and c.id = a.customer_id
        where a.creditor_id = ${creditor} and a.kind = 'account' and a.source = 'master'
          and a.revoked_on is null and c.number = any(${numbers}::text[])`,
  );

export type NewAccount = OwnAccount & { readonly id: PayerAliasId };

/** Stores accounts of customers that exist; one that a person taught becomes the master's. */
export async function insertMasterAccounts(
  executor: Executor,
  creditor: CreditorId,
  accounts: readonly NewAccount[],
  told: { readonly on: PlainDate; readonly by: string },
): Promise<void> {
  await run(
    executor,
    sql`insert into payer_alias (creditor_id, id, customer_id, kind, value, source, learned_on,
          learned_by)
        select ${creditor}::uuid, given.id, c.id, 'account', given.account, 'master',
          ${told.on}::date, ${told.by}::text
        from unnest(
          ${accounts.map(({ id }) => id)}::uuid[],
          ${accounts.map(({ number }) => number)}::text[],
          ${accounts.map(({ account }) => account)}::text[]) as given (id, number, account)
        join customer c on c.creditor_id = ${creditor} and c.number = given.number
        on conflict (creditor_id, kind, value, customer_id) where revoked_on is null
        do update set source = 'master'`,
  );
}
