/** Disputed items: their open disputes, what credits took of them, and credit memos beside them. */
import type { OpenDispute } from "../domain/desk/dispute-parts.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, DisputeId, ItemId } from "../domain/values/ids.ts";
import { type Currency, type Money, money } from "../domain/values/money.ts";
import { type Executor, maybe, one, rows, sql } from "./sql.ts";

type OpenRow = {
  readonly id: DisputeId;
  readonly item: ItemId;
  readonly currency: Currency;
  readonly amount: bigint;
  readonly disputed: bigint;
  readonly paid: bigint;
  readonly credited: bigint;
  readonly writtenOff: bigint;
  readonly creditedSince: bigint;
  readonly writtenOffSince: bigint;
};

/** The open disputes of these items by item, the one raised first first. */
export async function listOpenDisputesOf(
  executor: Executor,
  creditor: CreditorId,
  items: readonly ItemId[],
): Promise<ReadonlyMap<ItemId, readonly OpenDispute[]>> {
  const found = await rows(
    executor,
    sql<OpenRow>`select d.id, d.item_id as item, d.currency, d.amount, o.disputed, d.paid,
          d.credited, d.written_off as "writtenOff",
          r.credited - d.credited_before as "creditedSince",
          r.written_off - d.written_off_before as "writtenOffSince"
        from claim_reductions(${creditor}::uuid, ${items}::uuid[]) r
        join open_dispute o on o.creditor_id = ${creditor} and o.item_id = r.item_id
        join dispute d on d.creditor_id = ${creditor} and d.id = o.id
        order by d.opened_on, d.id`,
  );
  const grouped = Map.groupBy(found, ({ item }) => item);
  return new Map([...grouped].map(([item, own]) => [item, own.map(openDispute)]));
}

function openDispute(row: OpenRow): OpenDispute {
  const sum = (minor: bigint): Money => money(minor, row.currency);
  return {
    id: row.id,
    amount: sum(row.amount),
    disputed: sum(row.disputed),
    settled: {
      paid: sum(row.paid),
      credited: sum(row.credited),
      writtenOff: sum(row.writtenOff),
    },
    since: { credited: sum(row.creditedSince), writtenOff: sum(row.writtenOffSince) },
  };
}

export type CreditMemo = {
  readonly id: ItemId;
  readonly number: string;
  readonly issuedOn: PlainDate;
  readonly currency: Currency;
  readonly open: bigint;
  readonly applied: bigint;
};

/**
 * A credit memo of the customer, with what of it has settled the claim; null when there is none.
 */
export const lockCreditMemo = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  { memo, claim }: { readonly memo: ItemId; readonly claim: ItemId },
): Promise<CreditMemo | null> =>
  maybe(
    executor,
    sql<CreditMemo>`select i.id, i.number, i.issued_on as "issuedOn", i.currency,
          -i.open_amount as open, greatest(0, coalesce((
            select sum(sign(own.amount) * least(abs(own.amount), abs(p.amount)))
            from posting own
            join posting p on p.creditor_id = own.creditor_id and p.entry_id = own.entry_id
              and p.item_id = ${claim} and sign(p.amount) = -sign(own.amount)
            where own.creditor_id = i.creditor_id and own.item_id = i.id), 0))::bigint as applied
        from item i
        where i.creditor_id = ${creditor} and i.customer_id = ${customer} and i.id = ${memo}
          and i.kind = 'credit_memo' for update`,
  );

/** Whether a credit memo of the creditor has this number. */
export const isCreditNumberTaken = async (
  executor: Executor,
  creditor: CreditorId,
  number: string,
): Promise<boolean> =>
  (
    await one(
      executor,
      sql<{ taken: boolean }>`select exists (select from item where creditor_id = ${creditor}
          and kind = 'credit_memo' and number = ${number}) as taken`,
    )
  ).taken;

/** The last count among the credit memos' numbers that begin so; 0 when there is none. */
export const findLastCreditCount = async (
  executor: Executor,
  creditor: CreditorId,
  prefix: string,
): Promise<number> =>
  (
    await one(
      executor,
      sql<{ count: number }>`select
            coalesce(max(substring(number from '-([0-9]{1,9})$')::integer), 0) as count
          from item where creditor_id = ${creditor} and kind = 'credit_memo'
            and starts_with(number, ${prefix})`,
    )
  ).count;

/** The customer's credit memos with something open, for choosing one. */
export const listOpenCreditMemos = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
): Promise<
  readonly {
    readonly id: ItemId;
    readonly number: string;
    readonly issuedOn: PlainDate;
    readonly currency: Currency;
    readonly open: bigint;
  }[]
> =>
  rows(
    executor,
    sql`select id, number, issued_on as "issuedOn", currency, -open_amount as open
        from item where creditor_id = ${creditor} and customer_id = ${customer}
          and kind = 'credit_memo' and open_amount < 0
        order by issued_on desc, id desc limit 50`,
  );
