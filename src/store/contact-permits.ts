/** Permits as contacts and visits ask for them: of several people at once, and of other places. */
import type { PlainDate } from "../domain/values/calendar.ts";
import type { ApprovalId, ContactId, CreditorId } from "../domain/values/ids.ts";
import { type Executor, maybe, rows, sql } from "./sql.ts";

export type ContactPermit = {
  readonly approval: ApprovalId;
  /** Whether it allows a visit that is not at the company's premises. */
  readonly atHome: boolean;
};

/** The permit to contact this person on a day at `HH:MM`, one for their home first; null: none. */
export const findPermit = (
  executor: Executor,
  creditor: CreditorId,
  { contact, day, time }: { contact: ContactId; day: PlainDate; time: string },
): Promise<ContactPermit | null> =>
  maybe(
    executor,
    sql<ContactPermit>`select p.approval_id as approval,
          a.facts @> '[{"code": "visit_at_home"}]' as "atHome"
        from contact_permit p
        join approval a on a.creditor_id = p.creditor_id and a.id = p.approval_id
        where p.creditor_id = ${creditor} and p.contact_id = ${contact} and p.day = ${day}
          and p.from_time <= ${time}::time and p.until_time > ${time}::time
        order by "atHome" desc, p.until_time desc, p.approval_id limit 1`,
  );

/** Those of these people whom an approval allows to be contacted on a day at `HH:MM`. */
export const listPermitted = (
  executor: Executor,
  creditor: CreditorId,
  contacts: readonly ContactId[],
  { day, time }: { day: PlainDate; time: string },
): Promise<readonly { readonly contact: ContactId }[]> =>
  rows(
    executor,
    sql<{ contact: ContactId }>`select distinct contact_id as contact from contact_permit
        where creditor_id = ${creditor} and contact_id = any(${contacts}::uuid[])
          and day = ${day} and from_time <= ${time}::time and until_time > ${time}::time`,
  );
