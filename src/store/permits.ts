/** Permits: this person may be contacted outside the hours, because somebody approved it. */
import type { PermitWindow } from "../domain/desk/approval-request.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { ApprovalId, ContactId, CreditorId, CustomerId } from "../domain/values/ids.ts";
import { type Executor, maybe, one, run, sql } from "./sql.ts";

export async function insertPermit(
  executor: Executor,
  creditor: CreditorId,
  permit: PermitWindow & { readonly approval: ApprovalId; readonly customer: CustomerId },
): Promise<void> {
  await run(
    executor,
    sql`insert into contact_permit (creditor_id, approval_id, customer_id, contact_id, day,
          from_time, until_time)
        values (${creditor}, ${permit.approval}, ${permit.customer}, ${permit.contact},
          ${permit.day}, ${permit.from}, ${permit.until})`,
  );
}

export type Permit = {
  readonly approval: ApprovalId;
  readonly from: string;
  readonly until: string;
};

/**
 * The permit to contact this person on a day at an hour (`HH:MM` of the creditor's clock), the one
 * that lasts longest. Null: nobody approved it.
 */
export const findPermit = (
  executor: Executor,
  creditor: CreditorId,
  { contact, day, time }: { contact: ContactId; day: PlainDate; time: string },
): Promise<Permit | null> =>
  maybe(
    executor,
    sql<Permit>`select approval_id as approval, to_char(from_time, 'HH24:MI') as from,
          to_char(until_time, 'HH24:MI') as until
        from contact_permit
        where creditor_id = ${creditor} and contact_id = ${contact} and day = ${day}
          and from_time <= ${time}::time and until_time > ${time}::time
        order by until_time desc, approval_id limit 1`,
  );

/** Whether this person is recorded at this customer. */
export async function hasContact(
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  contact: ContactId,
): Promise<boolean> {
  const { found } = await one<{ found: boolean }>(
    executor,
    sql`select exists (select from contact where creditor_id = ${creditor} and id = ${contact}
          and customer_id = ${customer}) as found`,
  );
  return found;
}
