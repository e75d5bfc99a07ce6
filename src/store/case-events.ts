/** What was done about cases: rows are only added. */
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { CaseId, CreditorId, CustomerId } from "../domain/values/ids.ts";
import { type Executor, jsonList, jsonText, rows, run, sql } from "./sql.ts";

export type CaseEventKind =
  | "stage"
  | "reason"
  | "snoozed"
  | "woken"
  | "call_back"
  | "call_back_cancelled";

export type NewCaseEvent = {
  readonly id: string;
  readonly customer: CustomerId;
  readonly case: CaseId;
  readonly kind: CaseEventKind;
  readonly facts: object;
};

export async function insertCaseEvents(
  executor: Executor,
  creditor: CreditorId,
  events: readonly NewCaseEvent[],
  { day, at, by }: { readonly day: PlainDate; readonly at: Instant; readonly by: string },
): Promise<void> {
  if (events.length === 0) return;
  const list = <Value>(take: (event: NewCaseEvent) => Value): Value[] => events.map(take);
  await run(
    executor,
    sql`insert into case_event (creditor_id, id, customer_id, case_id, kind, day, at, by, facts)
        select ${creditor}, g.id, g.customer, g.case_id, g.kind, ${day}, ${at}, ${by}, g.facts
        from unnest(${list(({ id }) => id)}::uuid[], ${list((row) => row.customer)}::uuid[],
          ${list((row) => row.case)}::uuid[], ${list(({ kind }) => kind)}::text[],
          ${jsonList(list(({ facts }) => jsonText(facts)))}) as g (id, customer, case_id, kind,
            facts)`,
  );
}

export type CaseEventRow = {
  readonly id: string;
  readonly kind: CaseEventKind | "opened" | "closed";
  readonly day: PlainDate;
  /** Null: known by its day only. */
  readonly at: Instant | null;
  readonly by: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
};

/** A customer's events of cases, their opening and closing among them. */
export const listCaseEvents = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
): Promise<readonly CaseEventRow[]> =>
  rows(
    executor,
    sql<CaseEventRow>`select id, kind, day, at, by, facts from case_event
        where creditor_id = ${creditor} and customer_id = ${customer}
        union all
        select id, 'opened', opened_on, null, null, '{}'::jsonb from collection_case
        where creditor_id = ${creditor} and customer_id = ${customer}
        union all
        select id, 'closed', closed_on, null, null,
          jsonb_build_object('openedOn', opened_on, 'reason', reason) from collection_case
        where creditor_id = ${creditor} and customer_id = ${customer} and closed_on is not null
        order by day, at nulls first, id limit 500`,
  );
