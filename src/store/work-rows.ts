/** The worklist's rows: lines that wait for a person, what was done, and who is to be called back. */
import type { Grade } from "../domain/strategy/policy.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId } from "../domain/values/ids.ts";
import type { Currency } from "../domain/values/money.ts";
import { PLAN_ROW, PLAN_ROWS, type PlanRow } from "./plan-rows.ts";
import { type Executor, rows, sql } from "./sql.ts";

/** Tasks on the list, of whatever day, and lines of the plan that wait to be released. */
export const listOpenWork = (
  executor: Executor,
  creditor: CreditorId,
): Promise<readonly PlanRow[]> =>
  rows(
    executor,
    sql<PlanRow>`select ${PLAN_ROW} from ${PLAN_ROWS}
        where s.creditor_id = ${creditor}
          and (s.state = 'planned' or s.state = 'released' and s.track = 'task')`,
  );

/** What was done, released or dropped by somebody since a moment. */
export const listDoneWork = (
  executor: Executor,
  creditor: CreditorId,
  since: Instant,
): Promise<readonly PlanRow[]> =>
  rows(
    executor,
    sql<PlanRow>`select ${PLAN_ROW} from ${PLAN_ROWS}
        where s.creditor_id = ${creditor} and s.changed_at >= ${since}
          and (s.state in ('done', 'dropped') or s.state = 'released' and s.track <> 'task')`,
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

/** Customers whose last contact was to be followed up by this day, the longest waiting first. */
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
