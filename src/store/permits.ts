/** Permits as an approval gives them: this person may be contacted outside the hours. */
import type { PermitWindow } from "../domain/desk/approval-request.ts";
import type { ApprovalId, CreditorId, CustomerId } from "../domain/values/ids.ts";
import { type Executor, run, sql } from "./sql.ts";

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
