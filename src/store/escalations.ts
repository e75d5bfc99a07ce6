/** Escalations in bulk: what is late, who answers for it, who is told at the debtor. */
import type {
  DebtorRaise,
  Escalation,
  LateCustomer,
  OpenTask,
  Responsible,
} from "../domain/desk/escalation.ts";
import type { TaskReason } from "../domain/desk/task.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type {
  AgreementId,
  CaseId,
  CreditorId,
  CustomerId,
  TaskId,
  UserId,
} from "../domain/values/ids.ts";
import { type Executor, jsonList, jsonText, rows, run, sql } from "./sql.ts";

export type Opened = {
  readonly openedOn: PlainDate;
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly openedById: UserId | null;
};

/**
 * Opens many at once. Who was called for the same cause before is not called again: gives how many
 * are new.
 */
export async function insertEscalations(
  executor: Executor,
  creditor: CreditorId,
  escalations: readonly (Escalation & { readonly id: TaskId })[],
  { openedOn, openedAt, openedBy, openedById }: Opened,
): Promise<number> {
  const of = <T>(pick: (one: Escalation & { readonly id: TaskId }) => T) => escalations.map(pick);
  return run(
    executor,
    sql`insert into desk_task (creditor_id, id, customer_id, kind, subject_id, title, note, because,
          level, cause, assignee_id, role, due_on, opened_on, opened_at, opened_by,
          opened_by_id, state)
        select ${creditor}, e.id, e.customer_id, 'escalation', e.subject_id, e.title, e.note,
          e.because, e.level, e.cause, e.assignee_id, e.role, e.due_on, ${openedOn}::date,
          ${openedAt}::timestamptz, ${openedBy}, ${openedById}::uuid, 'open'
        from unnest(${of(({ id }) => id)}::uuid[], ${of(({ customer }) => customer)}::uuid[],
          ${of(({ subject }) => subject)}::uuid[], ${of(({ title }) => title)}::text[],
          ${of(({ note }) => note)}::text[],
          ${jsonList(of(({ because }) => jsonText(because)))},
          ${of(({ level }) => level)}::text[], ${of(({ cause }) => cause)}::text[],
          ${of(({ assignee }) => assignee)}::uuid[], ${of(({ role }) => role)}::text[],
          ${of(({ dueOn }) => dueOn)}::date[])
          as e (id, customer_id, subject_id, title, note, because, level, cause, assignee_id, role,
            due_on)
        on conflict (creditor_id, cause, level) where cause is not null do nothing`,
  );
}

/** Ends escalations that were passed on to the next rung; why is added to their reasons. */
export async function updatePassedUp(
  executor: Executor,
  creditor: CreditorId,
  passed: readonly { readonly id: TaskId; readonly why: TaskReason }[],
  { on, at, by }: { readonly on: PlainDate; readonly at: Instant; readonly by: string },
): Promise<void> {
  await run(
    executor,
    sql`update desk_task t set state = 'cancelled', closed_on = ${on}, closed_at = ${at},
          closed_by = ${by}, because = t.because || p.why, version = t.version + 1
        from unnest(${passed.map(({ id }) => id)}::uuid[],
          ${jsonList(passed.map(({ why }) => jsonText([why])))}) as p (id, why)
        where t.creditor_id = ${creditor} and t.id = p.id and t.state = 'open'`,
  );
}

export type ResponsibleRow = Responsible & { readonly customer: CustomerId };

/**
 * Who is named for these customers: the lead of the owner's team (never the owner), and the
 * salesperson. Who signs in no more is nobody.
 */
export const listResponsible = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
): Promise<readonly ResponsibleRow[]> =>
  rows(
    executor,
    sql<ResponsibleRow>`select c.id as customer,
          (select l.user_id from team_member m
            join team_member l on l.creditor_id = m.creditor_id and l.team_id = m.team_id
            join app_user u on u.id = l.user_id and u.disabled_at is null
            where m.creditor_id = c.creditor_id and m.user_id = c.owner_id and l.leads
              and l.user_id <> c.owner_id
            order by l.user_id limit 1) as lead,
          (select u.id from app_user u where u.id = c.sales_id and u.disabled_at is null) as sales
        from customer c where c.creditor_id = ${creditor} and c.id = any(${customers}::uuid[])`,
  );

/**
 * Open tasks whose deadline passed long enough ago, the oldest first: escalations, and what nobody
 * was called for yet. What was answered on a rung is not asked again.
 */
export const listLateTasks = (
  executor: Executor,
  creditor: CreditorId,
  lateSince: PlainDate,
): Promise<readonly OpenTask[]> =>
  rows(
    executor,
    sql<OpenTask>`select t.id, t.kind, t.customer_id as customer, t.subject_id as subject, t.title,
          t.level, t.cause, t.because, t.due_on as "dueOn"
        from desk_task t
        where t.creditor_id = ${creditor} and t.state = 'open' and t.due_on <= ${lateSince}
          and (t.kind = 'escalation' or not exists (select from desk_task e
            where e.creditor_id = t.creditor_id and e.cause = 'task_late:' || t.id))
        order by t.due_on, t.id`,
  );

export type SilentStage = {
  readonly case: CaseId;
  readonly customer: CustomerId;
  readonly stage: string;
  readonly since: PlainDate;
};

/** Cases that reached a stage after `since`, and nobody was spoken to since they opened. */
export const listSilentStages = (
  executor: Executor,
  creditor: CreditorId,
  since: PlainDate,
): Promise<readonly SilentStage[]> =>
  rows(
    executor,
    sql<SilentStage>`select distinct k.id as case, k.customer_id as customer, k.stage,
          k.opened_on as since
        from case_event e
        join collection_case k on k.creditor_id = e.creditor_id and k.id = e.case_id
        where e.creditor_id = ${creditor} and e.kind = 'stage' and e.day > ${since}
          and e.facts ->> 'to' = k.stage and k.closed_on is null
          and k.stage in ('middle', 'late', 'legal')
          and not exists (select from contact_log l
            where l.creditor_id = k.creditor_id and l.customer_id = k.customer_id
              and l.day >= k.opened_on and l.channel <> 'review'
              and l.outcome not in ('no_answer', 'wrong_contact'))
        order by k.id`,
  );

export type MissedInstalment = {
  readonly agreement: AgreementId;
  readonly customer: CustomerId;
  readonly number: string;
  readonly place: number;
  readonly dueOn: PlainDate;
};

/** Instalments that were missed after `since` and are missed still. */
export const listMissedSince = (
  executor: Executor,
  creditor: CreditorId,
  since: PlainDate,
): Promise<readonly MissedInstalment[]> =>
  rows(
    executor,
    sql<MissedInstalment>`select a.id as agreement, a.customer_id as customer, a.number, i.place,
          i.due_on as "dueOn"
        from agreement a
        join instalment i on i.creditor_id = a.creditor_id and i.agreement_id = a.id
        where a.creditor_id = ${creditor} and a.state in ('approved', 'active', 'in_default')
          and i.state = 'missed' and i.missed_on > ${since}
        order by a.id, i.place`,
  );

/** Late customers who are not at the top of the debtor's ladder yet, with what its clocks count. */
export const listLateCustomers = (
  executor: Executor,
  creditor: CreditorId,
  top: string,
  day: PlainDate,
): Promise<readonly LateCustomer[]> =>
  rows(
    executor,
    sql<LateCustomer>`select k.customer_id as customer, k.debtor_level as level,
          greatest(k.oldest_due_on, k.opened_on, (select max(r.received_on) from receipt r
            where r.creditor_id = k.creditor_id and r.customer_id = k.customer_id
              and r.state = 'identified')) as "withoutMoneySince",
          (select count(*)::integer from promise p where p.creditor_id = k.creditor_id
            and p.customer_id = k.customer_id and p.state in ('broken', 'partially_kept')
            and p.judged_on >= k.opened_on) as "brokenPromises"
        from collection_case k
        where k.creditor_id = ${creditor} and k.closed_on is null and k.debtor_level <> ${top}
          and k.oldest_due_on < ${day}
        order by k.customer_id`,
  );

/** Raises the open cases of these customers, and writes down each step up with its reasons. */
export async function raiseDebtorLevels(
  executor: Executor,
  creditor: CreditorId,
  raises: readonly (DebtorRaise & { readonly id: string })[],
  { on, at }: { readonly on: PlainDate; readonly at: Instant },
): Promise<void> {
  const of = <T>(pick: (one: DebtorRaise & { readonly id: string }) => T) => raises.map(pick);
  await run(
    executor,
    sql`with raised as (
          select r.id, r.customer_id, r.from_level, r.to_level, r.because
          from unnest(${of(({ id }) => id)}::uuid[], ${of(({ customer }) => customer)}::uuid[],
            ${of(({ from }) => from)}::text[], ${of(({ to }) => to)}::text[],
            ${jsonList(of(({ because }) => jsonText(because)))})
            as r (id, customer_id, from_level, to_level, because)),
        kept as (
          insert into debtor_escalation (creditor_id, id, customer_id, from_level, to_level,
            raised_on, raised_at, because)
          select ${creditor}, id, customer_id, from_level, to_level, ${on}::date,
            ${at}::timestamptz, because
          from raised)
        update collection_case k set debtor_level = r.to_level
        from raised r
        where k.creditor_id = ${creditor} and k.customer_id = r.customer_id
          and k.closed_on is null`,
  );
}

export type DebtorEvent = {
  readonly id: string;
  readonly day: PlainDate;
  readonly at: Instant;
  readonly from: string;
  readonly to: string;
  readonly because: readonly TaskReason[];
};

/** At most `limit` steps up at this customer, the latest first. */
export const listDebtorEvents = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  limit: number,
): Promise<readonly DebtorEvent[]> =>
  rows(
    executor,
    sql<DebtorEvent>`select id, raised_on as day, raised_at as at, from_level as "from",
          to_level as "to", because
        from debtor_escalation where creditor_id = ${creditor} and customer_id = ${customer}
        order by raised_at desc, id desc limit ${limit}`,
  );
