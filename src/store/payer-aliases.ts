/** Payers of customers besides themselves: from master records, or learned from people. */
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, PayerAliasId, ReceiptId } from "../domain/values/ids.ts";
import type { LearnedPayer } from "./applications.ts";
import { type Executor, maybe, rows, run, sql } from "./sql.ts";

export type NewPayerAlias = {
  readonly id: PayerAliasId;
  readonly customerId: CustomerId;
  readonly kind: "name" | "account";
  readonly value: string;
};

export type Learned = {
  readonly on: PlainDate;
  readonly by: string;
  readonly from: ReceiptId;
};

/** Learns payers; one that is known for the customer counts one confirmation more. */
export async function insertLearnedAliases(
  executor: Executor,
  creditor: CreditorId,
  aliases: readonly NewPayerAlias[],
  learned: Learned,
): Promise<void> {
  await run(
    executor,
    sql`insert into payer_alias as known (creditor_id, id, customer_id, kind, value, source,
          learned_on, learned_by, learned_from)
        select ${creditor}::uuid, id, customer_id, kind, value, 'learned', ${learned.on}::date,
          ${learned.by}::text, ${learned.from}::uuid
        from unnest(
          ${aliases.map(({ id }) => id)}::uuid[],
          ${aliases.map(({ customerId }) => customerId)}::uuid[],
          ${aliases.map(({ kind }) => kind)}::text[],
          ${aliases.map(({ value }) => value)}::text[]) as given (id, customer_id, kind, value)
        on conflict (creditor_id, kind, value, customer_id) where revoked_on is null
        do update set confirmed = known.confirmed + 1`,
  );
}

/** Takes one confirmation of a receipt back; what was learned only from it is revoked. */
export async function unlearnAliases(
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  values: readonly LearnedPayer[],
  revoked: { readonly on: PlainDate; readonly by: string },
): Promise<void> {
  await run(
    executor,
    sql`update payer_alias a set
          confirmed = greatest(a.confirmed - 1, 1),
          revoked_on = case when a.confirmed = 1 then ${revoked.on}::date end,
          revoked_by = case when a.confirmed = 1 then ${revoked.by}::text end
        from unnest(
          ${values.map(([kind]) => kind)}::text[],
          ${values.map(([, value]) => value)}::text[]) as given (kind, value)
        where a.creditor_id = ${creditor} and a.customer_id = ${customer} and a.kind = given.kind
          and a.value = given.value and a.source = 'learned' and a.revoked_on is null`,
  );
}

/** Whose payer it is, and whether it still is; null when there is none. */
export const findPayerAlias = (
  executor: Executor,
  creditor: CreditorId,
  id: PayerAliasId,
): Promise<{ readonly customer: CustomerId; readonly revokedOn: PlainDate | null } | null> =>
  maybe(
    executor,
    sql<{ customer: CustomerId; revokedOn: PlainDate | null }>`
        select customer_id as customer, revoked_on as "revokedOn" from payer_alias
        where creditor_id = ${creditor} and id = ${id}`,
  );

/** Revokes a payer; gives 0 when it was revoked before. */
export const updateAliasRevoked = (
  executor: Executor,
  creditor: CreditorId,
  id: PayerAliasId,
  revoked: { readonly on: PlainDate; readonly by: string },
): Promise<number> =>
  run(
    executor,
    sql`update payer_alias set revoked_on = ${revoked.on}, revoked_by = ${revoked.by}
        where creditor_id = ${creditor} and id = ${id} and revoked_on is null`,
  );

export type PayerAliasRow = {
  readonly id: PayerAliasId;
  readonly kind: "name" | "account";
  readonly value: string;
  readonly source: "master" | "learned";
  readonly confirmed: number;
  readonly learnedOn: PlainDate;
  readonly learnedBy: string;
  readonly receipt: ReceiptId | null;
  readonly receiptNumber: string | null;
  readonly revokedOn: PlainDate | null;
  readonly revokedBy: string | null;
};

/** All payers of a customer, revoked ones last. */
export const listPayerAliases = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
): Promise<readonly PayerAliasRow[]> =>
  rows(
    executor,
    sql<PayerAliasRow>`select a.id, a.kind, a.value, a.source, a.confirmed,
          a.learned_on as "learnedOn", a.learned_by as "learnedBy", a.learned_from as receipt,
          r.number as "receiptNumber", a.revoked_on as "revokedOn", a.revoked_by as "revokedBy"
        from payer_alias a
        left join receipt r on r.creditor_id = a.creditor_id and r.id = a.learned_from
        where a.creditor_id = ${creditor} and a.customer_id = ${customer}
        order by a.revoked_on is not null, a.source, a.kind, a.value, a.id`,
  );
