/** Lines of the plan as screens list them: with their customer, and how far their message is. */
import type { Grade, Stage, Track } from "../domain/strategy/policy.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, MessageId, PlanStepId } from "../domain/values/ids.ts";
import type { StoredItem } from "./plan-items.ts";
import type { Reason, StepState, StoredTotal } from "./plans.ts";
import { containing } from "./search.ts";
import { type Executor, one, rows, sql } from "./sql.ts";

export type PlanRow = {
  readonly id: PlanStepId;
  readonly day: PlainDate;
  readonly customer: CustomerId;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly grade: Grade | null;
  readonly track: Track;
  readonly stage: Stage;
  readonly step: string;
  readonly channel: string;
  readonly template: string | null;
  readonly tone: string | null;
  readonly recipient: string | null;
  readonly releasedBy: "itself" | "person";
  readonly state: StepState;
  readonly items: readonly StoredItem[];
  readonly totals: readonly StoredTotal[];
  readonly because: readonly Reason[];
  readonly dropReason: string | null;
  readonly message: MessageId | null;
  readonly messageState: string | null;
  readonly messageNumber: string | null;
};

const PLAN_ROW = sql`s.id, s.day, s.customer_id as customer, c.number as "customerNumber",
  c.name as "customerName", c.grade, s.track, s.stage, s.step, s.channel, s.template, s.tone,
  s.recipient, s.released_by as "releasedBy", s.state, plan_items(s.items) as items, s.totals,
  s.because, s.drop_reason as "dropReason", m.id as message, m.state as "messageState",
  m.number as "messageNumber"`;

/** Lines `s` with their customer `c` and their message `m`, one that was withdrawn left out. */
const PLAN_ROWS = sql`plan_step s
  join customer c on c.creditor_id = s.creditor_id and c.id = s.customer_id
  left join message m on m.creditor_id = s.creditor_id and m.plan_step_id = s.id
    and m.state <> 'withdrawn'`;

export type PlanRowsAsked = {
  readonly day: PlainDate;
  readonly track: Track | null;
  readonly stage: Stage | null;
  readonly channel: string | null;
  /** Null: every state but superseded. */
  readonly state: StepState | null;
  readonly search: string | null;
  readonly offset: number;
  readonly size: number;
};

function asked(creditor: CreditorId, filter: PlanRowsAsked) {
  const { day, track, stage, channel, state, search } = filter;
  const like = search === null ? null : containing(search);
  return sql`s.creditor_id = ${creditor} and s.day = ${day}
    and (${state}::text is null and s.state <> 'superseded' or s.state = ${state})
    and (${track}::text is null or s.track = ${track})
    and (${stage}::text is null or s.stage = ${stage})
    and (${channel}::text is null or s.channel = ${channel})
    and (${like}::text is null or c.name ilike ${like} or c.number ilike ${like})`;
}

const ORDER = sql`array_position(array['demand', 'reminder', 'task'], s.track),
  array_position(array['legal', 'late', 'middle', 'early', 'pre_due'], s.stage),
  s.step, c.number, s.id`;

/**
 * A window of a day's lines: demands, reminders and tasks, the late stages first, then by customer.
 * The window is cut before the wide columns are read: a day may have ten thousand lines.
 */
export const listPlanRows = (
  executor: Executor,
  creditor: CreditorId,
  filter: PlanRowsAsked,
): Promise<readonly PlanRow[]> =>
  rows(
    executor,
    sql<PlanRow>`with picked as materialized (
          select s.id from plan_step s
          join customer c on c.creditor_id = s.creditor_id and c.id = s.customer_id
          where ${asked(creditor, filter)}
          order by ${ORDER} offset ${filter.offset} limit ${filter.size})
        select ${PLAN_ROW} from ${PLAN_ROWS}
        where s.creditor_id = ${creditor} and s.id in (select id from picked)
        order by ${ORDER}`,
  );

export async function countPlanRows(
  executor: Executor,
  creditor: CreditorId,
  filter: PlanRowsAsked,
): Promise<number> {
  const { count } = await one<{ count: number }>(
    executor,
    sql`select count(*)::integer as count from plan_step s
        join customer c on c.creditor_id = s.creditor_id and c.id = s.customer_id
        where ${asked(creditor, filter)}`,
  );
  return count;
}

/** A customer's lines that wait, or whose message has not left yet. */
export const listWaitingRows = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
): Promise<readonly PlanRow[]> =>
  rows(
    executor,
    sql<PlanRow>`select ${PLAN_ROW} from ${PLAN_ROWS}
        where s.creditor_id = ${creditor} and s.customer_id = ${customer}
          and (s.state = 'planned' or s.state = 'released'
            and (s.track = 'task' or m.state in ('queued', 'composed', 'sending')))
        order by s.day desc, s.track, s.id`,
  );
