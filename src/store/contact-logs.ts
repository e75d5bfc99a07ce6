/** What was said with whom: the contact log. */
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { ContactId, CreditorId, CustomerId, PlanStepId } from "../domain/values/ids.ts";
import { type Executor, run, sql } from "./sql.ts";

export type NewContactLog = {
  readonly id: string;
  readonly customer: CustomerId;
  readonly planStep: PlanStepId | null;
  readonly contact: ContactId | null;
  readonly day: PlainDate;
  readonly at: Instant;
  readonly channel: string;
  readonly outcome: string;
  readonly said: string | null;
  readonly overdueReason: string | null;
  readonly followUpOn: PlainDate | null;
  readonly writtenBy: string;
};

export async function insertContactLog(
  executor: Executor,
  creditor: CreditorId,
  log: NewContactLog,
): Promise<void> {
  await run(
    executor,
    sql`insert into contact_log (creditor_id, id, customer_id, plan_step_id, contact_id, day, at,
          channel, outcome, said, overdue_reason, follow_up_on, written_by)
        values (${creditor}, ${log.id}, ${log.customer}, ${log.planStep}, ${log.contact},
          ${log.day}, ${log.at}, ${log.channel}, ${log.outcome}, ${log.said}, ${log.overdueReason},
          ${log.followUpOn}, ${log.writtenBy})`,
  );
}
