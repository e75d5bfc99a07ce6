/** What every report starts from: whose books, and which day. */
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId } from "../domain/values/ids.ts";
import { type Executor, rows, sql } from "../store/sql.ts";

/** `known`: only what was booked by then counts, as a frozen month end wants it. */
export type ReportScope = {
  readonly creditors: readonly CreditorId[];
  readonly on: PlainDate;
  readonly known?: PlainDate;
};

/**
 * The creditor of this code; without a code all real ones, so that the demo company's invented
 * amounts never mix with true ones; the demo only when there is nothing else. Empty: no such code.
 */
export async function listReportedCreditors(
  executor: Executor,
  code: string | null,
): Promise<readonly CreditorId[]> {
  const found = await rows<{ id: CreditorId }>(
    executor,
    sql`select id from creditor
        where case when ${code}::text is not null then code = ${code}
          else not demo or not exists (select from creditor where not demo) end
        order by code`,
  );
  return found.map(({ id }) => id);
}
