/** The worklist's rows: lines that wait for a person, what was done, whom to call back. */
import type { Grade, Stage, Track } from "../domain/strategy/policy.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, PlanStepId } from "../domain/values/ids.ts";
import type { Currency } from "../domain/values/money.ts";
import { type Executor, rows, sql } from "./sql.ts";

/** What ranking a line of work needs to know of it. */
export type WorkRow = {
  readonly id: PlanStepId;
  readonly customer: CustomerId;
  readonly track: Track;
  readonly stage: Stage;
  readonly promiseBroken: boolean;
};

const WORK_ROW = sql`id, customer_id as customer, track, stage,
  because @> '[{"code": "promise_broken"}]' as "promiseBroken"`;

/** Tasks on the list, of whatever day, and lines of the plan that wait to be released. */
export const listOpenWork = (
  executor: Executor,
  creditor: CreditorId,
): Promise<readonly WorkRow[]> =>
  rows(
    executor,
    sql<WorkRow>`select ${WORK_ROW} from plan_step
        where creditor_id = ${creditor} and state in ('planned', 'released')
          and (state = 'planned' or track = 'task')
        order by id`,
  );

/** What was done, released or dropped by somebody since a moment. */
export const listDoneWork = (
  executor: Executor,
  creditor: CreditorId,
  since: Instant,
): Promise<readonly WorkRow[]> =>
  rows(
    executor,
    sql<WorkRow>`select ${WORK_ROW} from plan_step
        where creditor_id = ${creditor} and changed_at >= ${since}
          and (state in ('done', 'dropped') or state = 'released' and track <> 'task')
        order by id`,
  );

export type FollowUpRow = {
  readonly id: CustomerId;
  readonly number: string;
  readonly name: string;
  readonly grade: Grade | null;
  readonly followUpOn: PlainDate;
  readonly outcome: string;
  readonly said: string | null;
};

/**
 * Customers who owe something and whose last contact was to be followed up by this day, the longest
 * waiting first.
 */
export const listFollowUps = (
  executor: Executor,
  creditor: CreditorId,
  today: PlainDate,
): Promise<readonly FollowUpRow[]> =>
  rows(
    executor,
    sql<FollowUpRow>`select c.id, c.number, c.name, c.grade, l.follow_up_on as "followUpOn",
          l.outcome, l.said
        from contact_log l
        join customer c on c.creditor_id = l.creditor_id and c.id = l.customer_id
        where l.creditor_id = ${creditor} and l.follow_up_on <= ${today} and not exists (
          select from contact_log later where later.creditor_id = l.creditor_id
            and later.customer_id = l.customer_id and (later.at, later.id) > (l.at, l.id))
          and exists (
            select from item i where i.creditor_id = l.creditor_id
              and i.customer_id = l.customer_id and i.open_amount > 0)
        order by l.follow_up_on, c.number limit 200`,
  );

export type PromisedSum = { readonly currency: Currency; readonly amount: bigint };

/** What open promises say will come on a day. */
export const listPromisedFor = (
  executor: Executor,
  creditor: CreditorId,
  day: PlainDate,
): Promise<readonly PromisedSum[]> =>
  rows(
    executor,
    sql<PromisedSum>`select currency, sum(amount)::bigint as amount from promise
        where creditor_id = ${creditor} and state = 'open' and pay_on = ${day}
        group by currency order by currency`,
  );
