/** The parts of items that agreements are about, and the instalments of plans. */
import type { InstalmentRow } from "../domain/desk/instalment.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { AgreementId, CreditorId, ItemId } from "../domain/values/ids.ts";
import { type Executor, rows, run, sql } from "./sql.ts";

/** Amounts in minor units of the agreement's currency. */
export type NewAgreementItem = {
  readonly item: ItemId;
  readonly amount: bigint;
  readonly openWhenMade: bigint;
  readonly oldDueOn: PlainDate;
  readonly newDueOn: PlainDate | null;
  readonly forgiven: bigint;
  readonly billed: boolean;
};

export type AgreementItemRow = NewAgreementItem & {
  readonly agreement: AgreementId;
  readonly number: string;
  readonly openNow: bigint;
  readonly dueNow: PlainDate;
};

export async function insertAgreementItems(
  executor: Executor,
  creditor: CreditorId,
  agreement: AgreementId,
  items: readonly NewAgreementItem[],
): Promise<void> {
  await run(
    executor,
    sql`insert into agreement_item (creditor_id, agreement_id, item_id, amount, open_when_made,
          old_due_on, new_due_on, forgiven, billed)
        select ${creditor}::uuid, ${agreement}::uuid, given.*
        from unnest(${items.map(({ item }) => item)}::uuid[],
          ${items.map(({ amount }) => amount)}::bigint[],
          ${items.map(({ openWhenMade }) => openWhenMade)}::bigint[],
          ${items.map(({ oldDueOn }) => oldDueOn)}::date[],
          ${items.map(({ newDueOn }) => newDueOn)}::date[],
          ${items.map(({ forgiven }) => forgiven)}::bigint[],
          ${items.map(({ billed }) => billed)}::boolean[]) as given`,
  );
}

/** The parts of these agreements with what is open of each item now, oldest due first. */
export const listAgreementItems = (
  executor: Executor,
  creditor: CreditorId,
  agreements: readonly AgreementId[],
): Promise<readonly AgreementItemRow[]> =>
  rows(
    executor,
    sql<AgreementItemRow>`select ai.agreement_id as agreement, ai.item_id as item, ai.amount,
          ai.open_when_made as "openWhenMade", ai.old_due_on as "oldDueOn",
          ai.new_due_on as "newDueOn", ai.forgiven, ai.billed, i.number,
          i.open_amount as "openNow", i.due_on as "dueNow"
        from agreement_item ai
        join item i on i.creditor_id = ai.creditor_id and i.id = ai.item_id
        where ai.creditor_id = ${creditor}
          and ai.agreement_id = any(${agreements}::uuid[])
        order by ai.agreement_id, ai.billed, ai.old_due_on, i.number`,
  );

/** What of each part has been settled since it was agreed, as it was found on a day. */
export async function updateSettled(
  executor: Executor,
  creditor: CreditorId,
  parts: readonly {
    readonly agreement: AgreementId;
    readonly item: ItemId;
    readonly settled: bigint;
  }[],
): Promise<void> {
  await run(
    executor,
    sql`update agreement_item ai set settled = given.settled
        from unnest(${parts.map(({ agreement }) => agreement)}::uuid[],
          ${parts.map(({ item }) => item)}::uuid[],
          ${parts.map(({ settled }) => settled)}::bigint[]) as given (agreement, item, settled)
        where ai.creditor_id = ${creditor} and ai.agreement_id = given.agreement
          and ai.item_id = given.item and ai.settled <> given.settled`,
  );
}

export async function insertInstalments(
  executor: Executor,
  creditor: CreditorId,
  agreement: AgreementId,
  instalments: readonly Pick<InstalmentRow, "place" | "dueOn" | "amount" | "interest">[],
): Promise<void> {
  await run(
    executor,
    sql`insert into instalment (creditor_id, agreement_id, place, due_on, amount, interest, state)
        select ${creditor}::uuid, ${agreement}::uuid, place, due, amount, interest, 'open'
        from unnest(${instalments.map(({ place }) => place)}::integer[],
          ${instalments.map(({ dueOn }) => dueOn)}::date[],
          ${instalments.map(({ amount }) => amount)}::bigint[],
          ${instalments.map(({ interest }) => interest)}::bigint[])
          as given (place, due, amount, interest)`,
  );
}

export type StoredInstalment = InstalmentRow & {
  readonly agreement: AgreementId;
  readonly interestItem: ItemId | null;
};

export const listInstalments = (
  executor: Executor,
  creditor: CreditorId,
  agreements: readonly AgreementId[],
): Promise<readonly StoredInstalment[]> =>
  rows(
    executor,
    sql<StoredInstalment>`select agreement_id as agreement, place, due_on as "dueOn", amount,
          interest, settled, state, paid_on as "paidOn", missed_on as "missedOn",
          reminded_on as "remindedOn", interest_item_id as "interestItem"
        from instalment
        where creditor_id = ${creditor} and agreement_id = any(${agreements}::uuid[])
        order by agreement_id, place`,
  );

/** Writes instalments as they were judged. */
export async function updateInstalments(
  executor: Executor,
  creditor: CreditorId,
  judged: readonly (InstalmentRow & { readonly agreement: AgreementId })[],
): Promise<void> {
  await run(
    executor,
    sql`update instalment i set settled = given.settled, state = given.state,
          paid_on = given.paid, missed_on = given.missed, reminded_on = given.reminded
        from unnest(${judged.map(({ agreement }) => agreement)}::uuid[],
          ${judged.map(({ place }) => place)}::integer[],
          ${judged.map(({ settled }) => settled)}::bigint[],
          ${judged.map(({ state }) => state)}::text[],
          ${judged.map(({ paidOn }) => paidOn)}::date[],
          ${judged.map(({ missedOn }) => missedOn)}::date[],
          ${judged.map(({ remindedOn }) => remindedOn)}::date[])
          as given (agreement, place, settled, state, paid, missed, reminded)
        where i.creditor_id = ${creditor} and i.agreement_id = given.agreement
          and i.place = given.place`,
  );
}

/** The debit memos that bill each instalment's interest. */
export async function updateInterestItems(
  executor: Executor,
  creditor: CreditorId,
  agreement: AgreementId,
  billed: readonly { readonly place: number; readonly item: ItemId }[],
): Promise<void> {
  await run(
    executor,
    sql`update instalment i set interest_item_id = given.item
        from unnest(${billed.map(({ place }) => place)}::integer[],
          ${billed.map(({ item }) => item)}::uuid[]) as given (place, item)
        where i.creditor_id = ${creditor} and i.agreement_id = ${agreement}
          and i.place = given.place`,
  );
}
