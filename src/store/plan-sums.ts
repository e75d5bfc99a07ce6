/** A day's plan in sums: by stage and channel, skips by reason, and how far its messages are. */
import type { Grade, Stage, Track } from "../domain/strategy/policy.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId } from "../domain/values/ids.ts";
import type { StoredItem } from "./plan-items.ts";
import type { Reason, StepState, StoredTotal } from "./plans.ts";
import { type Executor, maybe, one, rows, sql } from "./sql.ts";

export type RunDetail = {
  readonly state: "running" | "closed";
  readonly policyVersion: number;
  readonly firstDay: boolean;
  readonly lookedAt: number;
  readonly startedAt: Instant;
  readonly closedAt: Instant | null;
};

export const findRunDetail = (
  executor: Executor,
  creditor: CreditorId,
  day: PlainDate,
): Promise<RunDetail | null> =>
  maybe(
    executor,
    sql<RunDetail>`select state, policy_version as "policyVersion", first_day as "firstDay",
          looked_at as "lookedAt", started_at as "startedAt", closed_at as "closedAt"
        from day_run where creditor_id = ${creditor} and day = ${day}`,
  );

/** The latest days that were run, newest first. */
export async function listRunDays(
  executor: Executor,
  creditor: CreditorId,
): Promise<readonly PlainDate[]> {
  const found = await rows<{ day: PlainDate }>(
    executor,
    sql`select day from day_run where creditor_id = ${creditor} order by day desc limit 60`,
  );
  return found.map(({ day }) => day);
}

export type PlanSum = {
  readonly track: Track;
  readonly stage: Stage;
  readonly channel: string;
  readonly by: "itself" | "person";
  readonly state: StepState;
  readonly steps: number;
  readonly customers: number;
  /** What these lines ask for, a sum per currency. */
  readonly amounts: readonly StoredTotal[];
};

/** Lines counted by what they are, with what they ask for in each currency. */
export const listPlanSums = (
  executor: Executor,
  creditor: CreditorId,
  day: PlainDate,
): Promise<readonly PlanSum[]> =>
  rows(
    executor,
    sql<PlanSum>`with line as (
          select id, customer_id, track, stage, channel, released_by, state, totals
          from plan_step
          where creditor_id = ${creditor} and day = ${day} and state <> 'superseded'),
        asked as (
          select track, stage, channel, released_by, state, t.currency, sum(t.amount) as amount
          from line, jsonb_to_recordset(totals) as t (amount numeric, currency text)
          group by track, stage, channel, released_by, state, t.currency)
        select track, stage, channel, released_by as by, state, count(*)::integer as steps,
          count(distinct customer_id)::integer as customers,
          (select coalesce(jsonb_agg(jsonb_build_object('amount', a.amount::text, 'currency',
              a.currency) order by a.currency), '[]')
            from asked a where (a.track, a.stage, a.channel, a.released_by, a.state)
              = (l.track, l.stage, l.channel, l.released_by, l.state)) as amounts
        from line l
        group by track, stage, channel, released_by, state
        order by array_position(array['pre_due', 'early', 'middle', 'late', 'legal'], stage),
          track, channel, released_by, state`,
  );

export type SkipSum = {
  readonly reason: string;
  readonly count: number;
  readonly customers: number;
};

export const listSkipSums = (
  executor: Executor,
  creditor: CreditorId,
  day: PlainDate,
): Promise<readonly SkipSum[]> =>
  rows(
    executor,
    sql<SkipSum>`select reason, count(*)::integer as count,
          count(distinct customer_id)::integer as customers
        from plan_skip where creditor_id = ${creditor} and day = ${day}
        group by reason order by count desc, reason`,
  );

export type SkipRow = {
  readonly customer: CustomerId;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly grade: Grade | null;
  readonly step: string | null;
  readonly reason: string;
  readonly items: readonly StoredItem[];
  readonly because: readonly Reason[];
};

export const listSkipRows = (
  executor: Executor,
  creditor: CreditorId,
  day: PlainDate,
  { reason, offset, size }: { reason: string | null; offset: number; size: number },
): Promise<readonly SkipRow[]> =>
  rows(
    executor,
    sql<SkipRow>`select s.customer_id as customer, c.number as "customerNumber",
          c.name as "customerName", c.grade, s.step, s.reason, plan_items(s.items) as items,
          s.because
        from plan_skip s
        join customer c on c.creditor_id = s.creditor_id and c.id = s.customer_id
        where s.creditor_id = ${creditor} and s.day = ${day}
          and (${reason}::text is null or s.reason = ${reason})
        order by s.reason, s.step, c.number, s.id offset ${offset} limit ${size}`,
  );

export type SendingCount = { readonly state: string; readonly count: number };

/** How far the messages of a day's plan are. */
export const listSendingOf = (
  executor: Executor,
  creditor: CreditorId,
  day: PlainDate,
): Promise<readonly SendingCount[]> =>
  rows(
    executor,
    sql<SendingCount>`select m.state, count(*)::integer as count
        from message m
        join plan_step s on s.creditor_id = m.creditor_id and s.id = m.plan_step_id
        where s.creditor_id = ${creditor} and s.day = ${day}
        group by m.state`,
  );

export type StepCount = { readonly step: string; readonly count: number };

/** Lines of each step in a day's plan. */
export const listStepCounts = (
  executor: Executor,
  creditor: CreditorId,
  day: PlainDate,
): Promise<readonly StepCount[]> =>
  rows(
    executor,
    sql<StepCount>`select step, count(*)::integer as count from plan_step
        where creditor_id = ${creditor} and day = ${day} and state <> 'superseded'
        group by step order by step`,
  );

/** Claims still open that were overdue on the first day. */
export async function countOverdueOn(
  executor: Executor,
  creditor: CreditorId,
  day: PlainDate,
): Promise<number> {
  const { count } = await one<{ count: number }>(
    executor,
    sql`select count(*)::integer as count from item
        where creditor_id = ${creditor} and open_amount > 0 and due_on < ${day}`,
  );
  return count;
}
