/** Cases of late customers: opened, kept and closed in bulk; what a person sets on one. */
import type { CaseStage } from "../domain/desk/case.ts";
import type { OverdueReason } from "../domain/desk/contact-log.ts";
import type { PointPart } from "../domain/desk/worklist.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { CaseId, CreditorId, CustomerId } from "../domain/values/ids.ts";
import type { Money } from "../domain/values/money.ts";
import { type Executor, jsonList, jsonText, maybe, rows, run, sql } from "./sql.ts";

/** A case as it is written after it was judged. */
export type KeptRow = {
  readonly id: CaseId;
  readonly customer: CustomerId;
  readonly openedOn: PlainDate;
  readonly stage: CaseStage;
  readonly overdue: readonly Money[];
  readonly oldestDueOn: PlainDate;
  readonly overdueItems: number;
  readonly points: number;
  readonly parts: readonly PointPart[];
  readonly next: {
    readonly kind: string;
    readonly on: PlainDate;
    readonly at: string | null;
    readonly because: readonly object[];
  };
  readonly work: readonly { readonly kind: string; readonly on: PlainDate }[];
  readonly reviewOn: PlainDate;
};

const overdueText = (overdue: readonly Money[]): string =>
  jsonText(Object.fromEntries(overdue.map(({ currency, minor }) => [currency, minor])));

/**
 * Writes what was judged of many cases: new ones are opened, known ones kept, one that was closed
 * today is open again. What people set (reason, snooze, call-back) stays unless it ended.
 */
export async function saveCases(
  executor: Executor,
  creditor: CreditorId,
  kept: readonly KeptRow[],
  today: PlainDate,
): Promise<void> {
  if (kept.length === 0) return;
  const list = <Value>(take: (row: KeptRow) => Value): Value[] => kept.map(take);
  await run(
    executor,
    sql`insert into collection_case as k (creditor_id, id, customer_id, opened_on, stage, overdue,
          oldest_due_on, overdue_items, points, parts, next_kind, next_on, next_at, next_why,
          work_kinds, work_days, kept_on, review_on)
        select ${creditor}, g.id, g.customer, g.opened_on, g.stage, g.overdue, g.oldest,
          g.items, g.points, g.parts, g.next_kind, g.next_on, g.next_at, g.next_why,
          string_to_array(g.kinds, ','), string_to_array(g.days, ',')::date[], ${today}, g.review
        from unnest(${list(({ id }) => id)}::uuid[], ${list((row) => row.customer)}::uuid[],
          ${list((row) => row.openedOn)}::date[], ${list(({ stage }) => stage)}::text[],
          ${jsonList(list(({ overdue }) => overdueText(overdue)))},
          ${list((row) => row.oldestDueOn)}::date[], ${list((row) => row.overdueItems)}::integer[],
          ${list(({ points }) => points)}::integer[],
          ${jsonList(list(({ parts }) => jsonText(parts)))},
          ${list(({ next }) => next.kind)}::text[], ${list(({ next }) => next.on)}::date[],
          ${list(({ next }) => next.at)}::time[],
          ${jsonList(list(({ next }) => jsonText(next.because)))},
          ${list(({ work }) => work.map(({ kind }) => kind).join())}::text[],
          ${list(({ work }) => work.map(({ on }) => on).join())}::text[],
          ${list(({ reviewOn }) => reviewOn)}::date[])
          as g (id, customer, opened_on, stage, overdue, oldest, items, points, parts, next_kind,
            next_on, next_at, next_why, kinds, days, review)
        on conflict (creditor_id, id) do update set stage = excluded.stage,
          overdue = excluded.overdue, oldest_due_on = excluded.oldest_due_on,
          overdue_items = excluded.overdue_items, points = excluded.points,
          parts = excluded.parts, next_kind = excluded.next_kind, next_on = excluded.next_on,
          next_at = excluded.next_at, next_why = excluded.next_why,
          work_kinds = excluded.work_kinds, work_days = excluded.work_days,
          kept_on = excluded.kept_on, review_on = excluded.review_on, closed_on = null,
          version = k.version + 1`,
  );
}

/** Nothing is overdue any more: what the case knew stays, but nothing is next. */
export async function closeCases(
  executor: Executor,
  creditor: CreditorId,
  cases: readonly CaseId[],
  today: PlainDate,
): Promise<void> {
  if (cases.length === 0) return;
  await run(
    executor,
    sql`update collection_case set closed_on = ${today}, next_kind = null, next_on = null,
          next_at = null, next_why = null, work_kinds = '{}', work_days = '{}',
          call_back_on = null, call_back_at = null, call_back_note = null,
          call_back_set_at = null, call_back_by = null, snoozed_until = null,
          snooze_reason = null, snoozed_on = null, snooze_id = null, snoozed_by = null,
          kept_on = ${today}, review_on = null, version = version + 1
        where creditor_id = ${creditor} and id = any(${cases}::uuid[]) and closed_on is null`,
  );
}

/** Ends the snoozes of these cases. */
export async function endSnoozes(
  executor: Executor,
  creditor: CreditorId,
  cases: readonly CaseId[],
): Promise<void> {
  if (cases.length === 0) return;
  await run(
    executor,
    sql`update collection_case set snoozed_until = null, snooze_reason = null,
          snoozed_on = null, snooze_id = null, snoozed_by = null
        where creditor_id = ${creditor} and id = any(${cases}::uuid[])`,
  );
}

/** Ends the call-backs of these cases: they were made, or are taken back. */
export async function endCallBacks(
  executor: Executor,
  creditor: CreditorId,
  cases: readonly CaseId[],
): Promise<void> {
  if (cases.length === 0) return;
  await run(
    executor,
    sql`update collection_case set call_back_on = null, call_back_at = null,
          call_back_note = null, call_back_set_at = null, call_back_by = null
        where creditor_id = ${creditor} and id = any(${cases}::uuid[])`,
  );
}

export type FoundReason = {
  readonly case: CaseId;
  readonly reason: OverdueReason;
  readonly wilful: boolean | null;
  readonly note: string | null;
  readonly on: PlainDate;
  readonly at: Instant;
  readonly by: string;
};

/** Why these customers are late. */
export async function updateReasons(
  executor: Executor,
  creditor: CreditorId,
  found: readonly FoundReason[],
): Promise<void> {
  if (found.length === 0) return;
  const list = <Value>(take: (row: FoundReason) => Value): Value[] => found.map(take);
  await run(
    executor,
    sql`update collection_case k set reason = g.reason, reason_wilful = g.wilful,
          reason_note = g.note, reason_on = g.day, reason_at = g.at, reason_by = g.by
        from unnest(${list((row) => row.case)}::uuid[], ${list(({ reason }) => reason)}::text[],
          ${list(({ wilful }) => wilful)}::boolean[], ${list(({ note }) => note)}::text[],
          ${list(({ on }) => on)}::date[], ${list(({ at }) => at)}::timestamptz[],
          ${list(({ by }) => by)}::text[]) as g (id, reason, wilful, note, day, at, by)
        where k.creditor_id = ${creditor} and k.id = g.id`,
  );
}

export type OpenCase = {
  readonly id: CaseId;
  readonly customer: CustomerId;
  readonly snoozedUntil: PlainDate | null;
  readonly callBackOn: PlainDate | null;
};

/** The customer's open case; null: nothing is overdue. */
export const findOpenCase = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
): Promise<OpenCase | null> =>
  maybe(
    executor,
    sql<OpenCase>`select id, customer_id as customer, snoozed_until as "snoozedUntil",
          call_back_on as "callBackOn"
        from collection_case where creditor_id = ${creditor} and customer_id = ${customer}
          and closed_on is null`,
  );

export async function updateSnooze(
  executor: Executor,
  creditor: CreditorId,
  id: CaseId,
  to: {
    readonly until: PlainDate;
    readonly reason: string;
    readonly setOn: PlainDate;
    /** Made now, and so later than all that was there. */
    readonly mark: string;
    readonly by: string;
  },
): Promise<void> {
  await run(
    executor,
    sql`update collection_case set snoozed_until = ${to.until}, snooze_reason = ${to.reason},
          snoozed_on = ${to.setOn}, snooze_id = ${to.mark}, snoozed_by = ${to.by}
        where creditor_id = ${creditor} and id = ${id}`,
  );
}

export async function updateCallBack(
  executor: Executor,
  creditor: CreditorId,
  id: CaseId,
  to: {
    readonly on: PlainDate;
    readonly at: string | null;
    readonly note: string | null;
    readonly setAt: Instant;
    readonly by: string;
  },
): Promise<void> {
  await run(
    executor,
    sql`update collection_case set call_back_on = ${to.on}, call_back_at = ${to.at}::time,
          call_back_note = ${to.note}, call_back_set_at = ${to.setAt}, call_back_by = ${to.by}
        where creditor_id = ${creditor} and id = ${id}`,
  );
}

/** Customers whose case is to be judged anew on a day, though nothing changed. */
export async function listReviews(
  executor: Executor,
  creditor: CreditorId,
  today: PlainDate,
  limit: number,
): Promise<readonly CustomerId[]> {
  const found = await rows<{ customer: CustomerId }>(
    executor,
    sql`select customer_id as customer from collection_case
        where creditor_id = ${creditor} and closed_on is null and review_on <= ${today}
        order by review_on, customer_id limit ${limit}`,
  );
  return found.map(({ customer }) => customer);
}
