/** Applications as a receipt's page shows them: live and ended, with their items' numbers. */
import type { StoredSettlement } from "../domain/cash/stored-settlement.ts";
import type { Grade } from "../domain/strategy/policy.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { ApplicationId, CreditorId, CustomerId, ReceiptId } from "../domain/values/ids.ts";
import type { MadeBy } from "./applications.ts";
import { type Executor, rows, sql } from "./sql.ts";

export type ApplicationLine = {
  readonly id: ApplicationId;
  readonly customer: CustomerId;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly grade: Grade | null;
  readonly madeBy: MadeBy;
  readonly actor: string;
  readonly confidence: number | null;
  readonly settlement: StoredSettlement;
  readonly because: readonly { readonly code: string }[];
  readonly appliedOn: PlainDate;
  readonly appliedAt: Instant;
  readonly state: "live" | "undone" | "returned";
  readonly endedOn: PlainDate | null;
  readonly endedBy: string | null;
  readonly endReason: string | null;
};

/** Every application of a receipt, the latest first. */
export const listApplicationLines = (
  executor: Executor,
  creditor: CreditorId,
  receipt: ReceiptId,
): Promise<readonly ApplicationLine[]> =>
  rows(
    executor,
    sql<ApplicationLine>`select a.id, a.customer_id as customer, c.number as "customerNumber",
          c.name as "customerName", c.grade, a.made_by as "madeBy", a.actor, a.confidence,
          a.settlement, a.because, a.applied_on as "appliedOn", a.applied_at as "appliedAt",
          a.state, a.ended_on as "endedOn", a.ended_by as "endedBy", a.end_reason as "endReason"
        from application a
        join customer c on c.creditor_id = a.creditor_id and c.id = a.customer_id
        where a.creditor_id = ${creditor} and a.receipt_id = ${receipt}
        order by a.applied_at desc, a.id desc`,
  );
