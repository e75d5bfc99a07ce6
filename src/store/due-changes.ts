/** Due days moved by agreement: the item's day, and the row that keeps what held before. */
import type { PlainDate } from "../domain/values/calendar.ts";
import type { AgreementId, CreditorId, ItemId } from "../domain/values/ids.ts";
import { type Executor, run, sql } from "./sql.ts";

export type DueChange = {
  readonly id: string;
  readonly item: ItemId;
  readonly newDueOn: PlainDate;
};

/** Moves the due days and keeps the old ones, by one statement. */
export async function insertDueChanges(
  executor: Executor,
  creditor: CreditorId,
  agreement: AgreementId,
  changes: readonly DueChange[],
  on: { readonly effectiveOn: PlainDate; readonly bookedOn: PlainDate },
): Promise<void> {
  await run(
    executor,
    sql`with given as (
          select id, item, due from unnest(${changes.map(({ id }) => id)}::uuid[],
            ${changes.map(({ item }) => item)}::uuid[],
            ${changes.map(({ newDueOn }) => newDueOn)}::date[]) as given (id, item, due)),
        kept as (
          insert into due_change (creditor_id, id, item_id, agreement_id, old_due_on, new_due_on,
            effective_on, booked_on)
          select i.creditor_id, given.id, i.id, ${agreement}::uuid, i.due_on, given.due,
            ${on.effectiveOn}::date, ${on.bookedOn}::date
          from given
          join item i on i.creditor_id = ${creditor} and i.id = given.item
          where i.due_on <> given.due)
        update item i set due_on = given.due
        from given where i.creditor_id = ${creditor} and i.id = given.item`,
  );
}
