/** What a case is judged by, a statement for each kind of fact and many customers. */
import type { CaseStage, DebtorLevel } from "../domain/desk/case.ts";
import type { OverdueReason } from "../domain/desk/contact-log.ts";
import type { Grade, Stage, Track } from "../domain/strategy/policy.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { CaseId, CreditorId, CustomerId } from "../domain/values/ids.ts";
import type { Currency } from "../domain/values/money.ts";
import { type Executor, rows, sql } from "./sql.ts";

export type CaseCustomer = {
  readonly customer: CustomerId;
  readonly grade: Grade | null;
  /** Null: asleep, or changed by this very transaction. */
  readonly wakeOn: PlainDate | null;
  readonly changed: boolean;
  readonly case: CaseId | null;
  readonly openedOn: PlainDate | null;
  readonly stage: CaseStage | null;
  readonly reason: OverdueReason | null;
  readonly reasonAt: Instant | null;
  readonly debtorLevel: DebtorLevel | null;
  readonly callBackOn: PlainDate | null;
  readonly callBackAt: string | null;
  readonly callBackNote: string | null;
  readonly callBackSetAt: Instant | null;
  readonly snoozedUntil: PlainDate | null;
  readonly snoozedOn: PlainDate | null;
  /** Money came in since the snooze was set. */
  readonly paidSinceSnooze: boolean;
};

/**
 * These customers, locked, each with its open case or the one that was closed today. What has an id
 * later than the snooze's was made after it: ids sort by when they were made.
 */
export const lockCaseCustomers = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
  today: PlainDate,
): Promise<readonly CaseCustomer[]> =>
  rows(
    executor,
    sql<CaseCustomer>`with locked as materialized (
          select id, grade, wake_on from customer
          where creditor_id = ${creditor} and id = any(${customers}::uuid[])
          order by id for no key update)
        select c.id as customer, c.grade, nullif(c.wake_on, '-infinity') as "wakeOn",
          coalesce(c.wake_on = '-infinity', false) as changed,
          k.id as case, k.opened_on as "openedOn", k.stage, k.reason,
          k.reason_at as "reasonAt", k.debtor_level as "debtorLevel",
          k.call_back_on as "callBackOn", to_char(k.call_back_at, 'HH24:MI') as "callBackAt",
          k.call_back_note as "callBackNote", k.call_back_set_at as "callBackSetAt",
          k.snoozed_until as "snoozedUntil", k.snoozed_on as "snoozedOn",
          k.snooze_id is not null and exists (
            select from item i where i.creditor_id = ${creditor} and i.customer_id = c.id
              and i.kind = 'receipt' and i.id > k.snooze_id) as "paidSinceSnooze"
        from locked c
        left join lateral (
          select id, opened_on, stage, reason, reason_at, debtor_level, call_back_on, call_back_at,
            call_back_note, call_back_set_at, snoozed_until, snoozed_on, snooze_id
          from collection_case k where k.creditor_id = ${creditor} and k.customer_id = c.id
            and (k.closed_on is null or k.closed_on >= ${today})
          order by k.closed_on nulls first, k.id desc limit 1) k on true
        order by c.id`,
  );

export type OverdueSum = {
  readonly customer: CustomerId;
  readonly currency: Currency;
  readonly overdue: bigint;
  readonly oldestDueOn: PlainDate;
  readonly items: number;
};

/** What these customers owe past due on a day, a line per currency. */
export const listOverdueSums = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
  today: PlainDate,
): Promise<readonly OverdueSum[]> =>
  rows(
    executor,
    sql<OverdueSum>`select customer_id as customer, currency,
          sum(open_amount)::bigint as overdue, min(due_on) as "oldestDueOn",
          count(*)::integer as items
        from item where creditor_id = ${creditor} and customer_id = any(${customers}::uuid[])
          and open_amount <> 0 and open_amount > 0 and due_on < ${today}
        group by customer_id, currency order by customer_id, currency`,
  );

/** The steps that claims of these customers which are past due have had. */
export const listStepsHad = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
  today: PlainDate,
): Promise<readonly { readonly customer: CustomerId; readonly step: string }[]> =>
  rows(
    executor,
    sql<{ customer: CustomerId; step: string }>`select distinct s.customer_id as customer, s.step
        from item_step s
        join item i on i.creditor_id = s.creditor_id and i.id = s.item_id
        where s.creditor_id = ${creditor} and s.customer_id = any(${customers}::uuid[])
          and not s.passed_over and i.open_amount > 0 and i.due_on < ${today}`,
  );

export type WaitingWork = {
  readonly customer: CustomerId;
  readonly track: Track;
  readonly stage: Stage;
  readonly on: PlainDate;
  readonly step: string;
};

/** Tasks on the list and lines of the plan that wait to be released. */
export const listWaitingWork = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
): Promise<readonly WaitingWork[]> =>
  rows(
    executor,
    sql<WaitingWork>`select customer_id as customer, track, stage, day as on, step from plan_step
        where creditor_id = ${creditor} and customer_id = any(${customers}::uuid[])
          and state in ('planned', 'released') and (state = 'planned' or track = 'task')`,
  );

export type PromiseFacts = {
  readonly customer: CustomerId;
  readonly dueOn: PlainDate | null;
  readonly brokenOn: PlainDate | null;
  readonly broken: number;
};

/** Open promises, and those that were not kept and touch something still open. */
export const listPromiseFacts = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
): Promise<readonly PromiseFacts[]> =>
  rows(
    executor,
    sql<PromiseFacts>`select customer_id as customer,
          min(pay_on) filter (where state = 'open') as "dueOn",
          max(judged_on) filter (where state <> 'open') as "brokenOn",
          (count(*) filter (where state <> 'open'))::integer as broken
        from promise p
        where creditor_id = ${creditor} and customer_id = any(${customers}::uuid[])
          and (state = 'open' or state in ('broken', 'partially_kept') and exists (
            select from promise_item pi
            join item i on i.creditor_id = pi.creditor_id and i.id = pi.item_id
            where pi.creditor_id = p.creditor_id and pi.promise_id = p.id and i.open_amount > 0))
        group by customer_id`,
  );

export type ContactFacts = {
  readonly customer: CustomerId;
  readonly on: PlainDate;
  readonly at: Instant;
  readonly outcome: string;
  readonly said: string | null;
  readonly followUpOn: PlainDate | null;
  readonly followUpAt: string | null;
  readonly reason: OverdueReason | null;
  readonly reasonWilful: boolean | null;
  readonly reasonNote: string | null;
  readonly reasonOn: PlainDate | null;
  readonly reasonAt: Instant | null;
  readonly reasonBy: string | null;
};

/** Each customer's last contact, and the last one that found out why it is late. */
export const listContactFacts = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
): Promise<readonly ContactFacts[]> =>
  rows(
    executor,
    sql<ContactFacts>`select l.customer_id as customer, l.day as on, l.at, l.outcome, l.said,
          l.follow_up_on as "followUpOn", to_char(l.follow_up_at, 'HH24:MI') as "followUpAt",
          r.overdue_reason as reason, r.reason_wilful as "reasonWilful",
          r.reason_note as "reasonNote", r.day as "reasonOn", r.at as "reasonAt",
          r.written_by as "reasonBy"
        from unnest(${customers}::uuid[]) as c (id)
        cross join lateral (
          select customer_id, day, at, outcome, said, follow_up_on, follow_up_at from contact_log l
          where l.creditor_id = ${creditor} and l.customer_id = c.id
          order by l.at desc, l.id desc limit 1) l
        left join lateral (
          select overdue_reason, reason_wilful, reason_note, day, at, written_by from contact_log r
          where r.creditor_id = ${creditor} and r.customer_id = c.id
            and r.overdue_reason is not null
          order by r.at desc, r.id desc limit 1) r on true`,
  );

export type TaskFacts = { readonly customer: CustomerId; readonly on: PlainDate };

/**
 * From when on each customer has a task of the collector's: of the owner, or of nobody in
 * particular among the collectors. A visit is to be made on its day, anything else at once.
 */
export const listTaskFacts = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
): Promise<readonly TaskFacts[]> =>
  rows(
    executor,
    sql<TaskFacts>`select t.customer_id as customer,
          min(case when t.kind in ('visit', 'meeting') then t.due_on else t.opened_on end) as on
        from desk_task t
        join customer c on c.creditor_id = t.creditor_id and c.id = t.customer_id
        where t.creditor_id = ${creditor} and t.customer_id = any(${customers}::uuid[])
          and t.state = 'open' and (t.assignee_id = c.owner_id
            or t.assignee_id is null and t.role = 'collector')
        group by t.customer_id`,
  );

/** Since when each customer has an instalment of a plan that was missed and is not paid. */
export const listMissedInstalments = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
): Promise<readonly TaskFacts[]> =>
  rows(
    executor,
    sql<TaskFacts>`select a.customer_id as customer, max(n.missed_on) as on
        from agreement a
        join instalment n on n.creditor_id = a.creditor_id and n.agreement_id = a.id
        where a.creditor_id = ${creditor} and a.customer_id = any(${customers}::uuid[])
          and a.state in ('active', 'in_default') and n.state = 'missed'
        group by a.customer_id having max(n.missed_on) is not null`,
  );

export type SalesSum = {
  readonly customer: CustomerId;
  readonly currency: Currency;
  readonly amount: bigint;
};

/** What these customers bought since a day, as the book has it: invoices and debit memos. */
export const listSalesSince = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
  since: PlainDate,
): Promise<readonly SalesSum[]> =>
  rows(
    executor,
    sql<SalesSum>`select customer_id as customer, currency, sum(amount)::bigint as amount
        from item where creditor_id = ${creditor} and customer_id = any(${customers}::uuid[])
          and amount > 0 and issued_on > ${since}
        group by customer_id, currency`,
  );
