/** What waits at customers of the worklist, in full: lines, tasks, promises, parts, contacts. */
import type { Role } from "../domain/desk/permission.ts";
import type { TaskKind, TaskReason } from "../domain/desk/task.ts";
import type { PromiseState } from "../domain/strategy/dunning-account.ts";
import type { Stage, Track } from "../domain/strategy/policy.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type {
  AgreementId,
  CreditorId,
  CustomerId,
  PlanStepId,
  PromiseId,
  TaskId,
  UserId,
} from "../domain/values/ids.ts";
import type { Currency } from "../domain/values/money.ts";
import type { Reason, StepState, StoredTotal } from "./plans.ts";
import { type Executor, rows, sql } from "./sql.ts";

export type WorkLineRow = {
  readonly id: PlanStepId;
  readonly customer: CustomerId;
  readonly day: PlainDate;
  readonly track: Track;
  readonly stage: Stage;
  readonly step: string;
  readonly channel: string;
  readonly releasedBy: "itself" | "person";
  readonly state: StepState;
  readonly itemCount: number;
  readonly totals: readonly StoredTotal[];
  readonly because: readonly Reason[];
};

const LINE = sql`id, customer_id as customer, day, track, stage, step, channel,
  released_by as "releasedBy", state, json_array_length(items) as "itemCount", totals, because`;

/** Tasks on the list and lines that wait to be released, without their items. */
export const listWorkLines = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
): Promise<readonly WorkLineRow[]> =>
  rows(
    executor,
    sql<WorkLineRow>`select ${LINE} from plan_step
        where creditor_id = ${creditor} and customer_id = any(${customers}::uuid[])
          and state in ('planned', 'released') and (state = 'planned' or track = 'task')
        order by day, id`,
  );

/** What was done, released by a person or dropped at these customers since a moment. */
export const listDoneLines = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
  since: Instant,
): Promise<readonly WorkLineRow[]> =>
  rows(
    executor,
    sql<WorkLineRow>`select ${LINE} from plan_step
        where creditor_id = ${creditor} and changed_at >= ${since}
          and (state in ('done', 'dropped')
            or state = 'released' and track <> 'task' and released_by = 'person')
          and customer_id = any(${customers}::uuid[])
        order by changed_at, id`,
  );

export type WorkTaskRow = {
  readonly id: TaskId;
  readonly customer: CustomerId | null;
  readonly kind: TaskKind;
  readonly subject: string | null;
  readonly title: string | null;
  readonly note: string | null;
  readonly because: readonly TaskReason[];
  readonly level: string | null;
  readonly assignee: { readonly id: UserId; readonly name: string } | null;
  readonly role: Role | null;
  readonly openedOn: PlainDate;
  readonly dueOn: PlainDate;
};

const TASK = sql`t.id, t.customer_id as customer, t.kind, t.subject_id as subject, t.title,
  t.note, t.because, t.level, t.role, t.opened_on as "openedOn", t.due_on as "dueOn",
  case when u.id is null then null
    else jsonb_build_object('id', u.id, 'name', u.name) end as assignee`;

/** The open tasks of these customers. */
export const listWorkTasks = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
): Promise<readonly WorkTaskRow[]> =>
  rows(
    executor,
    sql<WorkTaskRow>`select ${TASK} from desk_task t left join app_user u on u.id = t.assignee_id
        where t.creditor_id = ${creditor} and t.customer_id = any(${customers}::uuid[])
          and t.state = 'open' order by t.due_on, t.id`,
  );

/** Open tasks of no customer: of these people, or of nobody in particular with these roles. */
export const listHouseTasks = (
  executor: Executor,
  creditor: CreditorId,
  owners: readonly UserId[] | null,
  roles: readonly Role[],
): Promise<readonly WorkTaskRow[]> =>
  rows(
    executor,
    sql<WorkTaskRow>`select ${TASK} from desk_task t left join app_user u on u.id = t.assignee_id
        where t.creditor_id = ${creditor} and t.customer_id is null and t.state = 'open'
          and (${owners}::uuid[] is null or t.assignee_id = any(${owners}::uuid[])
            or t.assignee_id is null and t.role = any(${roles}::text[]))
        order by t.due_on, t.id limit 200`,
  );

export type WorkPromiseRow = {
  readonly id: PromiseId;
  readonly customer: CustomerId;
  readonly amount: bigint;
  readonly currency: Currency;
  readonly payOn: PlainDate;
  readonly judgeOn: PlainDate;
  readonly judgedOn: PlainDate | null;
  readonly state: PromiseState;
};

/** Promises to be paid by a day that wait, and the last one of each customer that was not kept. */
export const listWorkPromises = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
  today: PlainDate,
): Promise<readonly WorkPromiseRow[]> =>
  rows(
    executor,
    sql<WorkPromiseRow>`select p.id, p.customer_id as customer, p.amount, p.currency,
          p.pay_on as "payOn", p.judge_on as "judgeOn", p.judged_on as "judgedOn", p.state
        from promise p
        where p.creditor_id = ${creditor} and p.customer_id = any(${customers}::uuid[])
          and (p.state = 'open' and p.pay_on <= ${today}
            or p.state in ('broken', 'partially_kept'))
        order by p.judged_on desc nulls first, p.id`,
  );

export type MissedPartRow = {
  readonly agreement: AgreementId;
  readonly customer: CustomerId;
  readonly place: number;
  readonly dueOn: PlainDate;
  readonly missedOn: PlainDate;
  readonly open: bigint;
  readonly currency: Currency;
};

/** Instalments that were missed and are not paid. */
export const listMissedParts = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
): Promise<readonly MissedPartRow[]> =>
  rows(
    executor,
    sql<MissedPartRow>`select a.id as agreement, a.customer_id as customer, n.place,
          n.due_on as "dueOn", n.missed_on as "missedOn",
          n.amount + n.interest - n.settled as open, a.currency
        from agreement a
        join instalment n on n.creditor_id = a.creditor_id and n.agreement_id = a.id
        where a.creditor_id = ${creditor} and a.customer_id = any(${customers}::uuid[])
          and a.state in ('active', 'in_default') and n.state = 'missed'
          and n.missed_on is not null
        order by n.due_on, n.place`,
  );

export type LastContactRow = {
  readonly customer: CustomerId;
  readonly at: Instant;
  readonly on: PlainDate;
  readonly channel: string;
  readonly outcome: string;
  readonly contact: string | null;
  readonly said: string | null;
  readonly followUpOn: PlainDate | null;
  readonly followUpAt: string | null;
  readonly by: string;
};

/** The last contacts of each of these customers, up to `each`, the newest first. */
export const listLastContacts = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
  each: number,
): Promise<readonly LastContactRow[]> =>
  rows(
    executor,
    sql<LastContactRow>`select l.customer, l.at, l.on, l.channel, l.outcome, p.name as contact,
          l.said, l."followUpOn", l."followUpAt", l.by
        from unnest(${customers}::uuid[]) as c (id)
        cross join lateral (
          select l.customer_id as customer, l.at, l.day as on, l.channel, l.outcome,
            l.contact_id, l.said, l.follow_up_on as "followUpOn",
            to_char(l.follow_up_at, 'HH24:MI') as "followUpAt", l.written_by as by
          from contact_log l where l.creditor_id = ${creditor} and l.customer_id = c.id
          order by l.at desc, l.id desc limit ${each}) l
        left join contact p on p.creditor_id = ${creditor} and p.id = l.contact_id
        order by l.customer, l.at desc`,
  );

export type AgreementBriefRow = {
  readonly id: AgreementId;
  readonly kind: string;
  readonly number: string;
  readonly state: string;
  readonly amount: bigint;
  readonly currency: Currency;
  readonly nextOn: PlainDate | null;
  readonly nextAmount: bigint | null;
};

/** Agreements of a customer in force or waiting, with the next part that is not paid. */
export const listAgreementBriefs = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
): Promise<readonly AgreementBriefRow[]> =>
  rows(
    executor,
    sql<AgreementBriefRow>`select a.id, a.kind, a.number, a.state, a.amount, a.currency,
          n.due_on as "nextOn", n.open as "nextAmount"
        from agreement a
        left join lateral (
          select n.due_on, n.amount + n.interest - n.settled as open from instalment n
          where n.creditor_id = a.creditor_id and n.agreement_id = a.id
            and n.state in ('open', 'partially_paid', 'missed')
          order by n.place limit 1) n on true
        where a.creditor_id = ${creditor} and a.customer_id = ${customer}
          and a.state in ('proposed', 'approved', 'active', 'in_default')
        order by a.number`,
  );
