/** Visits: planned, reported on, called off. */
import type { Visitor, VisitPlace, VisitState } from "../domain/desk/visit.ts";
import type { Grade } from "../domain/strategy/policy.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type {
  ApprovalId,
  ContactId,
  ContactLogId,
  CreditorId,
  CustomerId,
  PlanStepId,
  UserId,
  VisitId,
} from "../domain/values/ids.ts";
import { type Executor, jsonText, maybe, rows, run, sql } from "./sql.ts";

export type NewVisit = {
  readonly id: VisitId;
  readonly customer: CustomerId;
  readonly step: PlanStepId | null;
  readonly plannedOn: PlainDate;
  readonly plannedAt: string;
  readonly placeKind: VisitPlace;
  readonly place: string;
  readonly purpose: string;
  readonly contact: ContactId | null;
  readonly visitors: readonly Visitor[];
  readonly approval: ApprovalId | null;
  readonly arrangedAt: Instant;
  readonly arrangedBy: string;
  readonly arrangedById: UserId | null;
};

export async function insertVisit(
  executor: Executor,
  creditor: CreditorId,
  visit: NewVisit,
): Promise<void> {
  await run(
    executor,
    sql`insert into visit (creditor_id, id, customer_id, plan_step_id, planned_on, planned_at,
          place_kind, place, purpose, contact_id, visitors, approval_id, state, arranged_at,
          arranged_by, arranged_by_id)
        values (${creditor}, ${visit.id}, ${visit.customer}, ${visit.step}, ${visit.plannedOn},
          ${visit.plannedAt}, ${visit.placeKind}, ${visit.place}, ${visit.purpose},
          ${visit.contact}, ${jsonText(visit.visitors)}::jsonb, ${visit.approval}, 'planned',
          ${visit.arrangedAt}, ${visit.arrangedBy}, ${visit.arrangedById})`,
  );
}

export type VisitRow = NewVisit & {
  readonly state: VisitState;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly grade: Grade | null;
  readonly happenedOn: PlainDate | null;
  readonly met: readonly ContactId[] | null;
  readonly seen: string | null;
  readonly agreed: string | null;
  readonly leftOnRequest: boolean | null;
  readonly closedAt: Instant | null;
  readonly closedBy: string | null;
  readonly cancelReason: string | null;
  readonly version: number;
};

const COLUMNS = sql`v.id, v.customer_id as customer, v.plan_step_id as step,
  v.planned_on as "plannedOn", to_char(v.planned_at, 'HH24:MI') as "plannedAt",
  v.place_kind as "placeKind", v.place, v.purpose, v.contact_id as contact, v.visitors,
  v.approval_id as approval, v.arranged_at as "arrangedAt", v.arranged_by as "arrangedBy",
  v.arranged_by_id as "arrangedById", v.state, c.number as "customerNumber",
  c.name as "customerName", c.grade, v.happened_on as "happenedOn", v.met, v.seen, v.agreed,
  v.left_on_request as "leftOnRequest", v.closed_at as "closedAt", v.closed_by as "closedBy",
  v.cancel_reason as "cancelReason", v.version`;
const VISIT = sql`visit v
  join customer c on c.creditor_id = v.creditor_id and c.id = v.customer_id`;

export const findVisit = (
  executor: Executor,
  creditor: CreditorId,
  id: VisitId,
): Promise<VisitRow | null> =>
  maybe(
    executor,
    sql<VisitRow>`select ${COLUMNS} from ${VISIT}
        where v.creditor_id = ${creditor} and v.id = ${id}`,
  );

/** A customer's visits, the next or latest first. */
export const listVisits = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
): Promise<readonly VisitRow[]> =>
  rows(
    executor,
    sql<VisitRow>`select ${COLUMNS} from ${VISIT}
        where v.creditor_id = ${creditor} and v.customer_id = ${customer}
        order by v.planned_on desc, v.id desc`,
  );

export type VisitOutcome = {
  readonly happenedOn: PlainDate;
  readonly met: readonly ContactId[];
  readonly seen: string;
  readonly agreed: string | null;
  readonly leftOnRequest: boolean;
  readonly entry: ContactLogId;
  readonly at: Instant;
  readonly by: string;
};

export async function updateVisitDone(
  executor: Executor,
  creditor: CreditorId,
  id: VisitId,
  { happenedOn, met, seen, agreed, leftOnRequest, entry, at, by }: VisitOutcome,
): Promise<void> {
  await run(
    executor,
    sql`update visit set state = 'done', happened_on = ${happenedOn}, met = ${met}::uuid[],
          seen = ${seen}, agreed = ${agreed}, left_on_request = ${leftOnRequest},
          contact_log_id = ${entry}, closed_at = ${at}, closed_by = ${by}, version = version + 1
        where creditor_id = ${creditor} and id = ${id} and state = 'planned'`,
  );
}

export async function updateVisitCancelled(
  executor: Executor,
  creditor: CreditorId,
  id: VisitId,
  to: { readonly reason: string; readonly at: Instant; readonly by: string },
): Promise<void> {
  await run(
    executor,
    sql`update visit set state = 'cancelled', cancel_reason = ${to.reason}, closed_at = ${to.at},
          closed_by = ${to.by}, version = version + 1
        where creditor_id = ${creditor} and id = ${id} and state = 'planned'`,
  );
}

/** Closes the tasks of everybody who was to go. */
export async function updateVisitTasks(
  executor: Executor,
  creditor: CreditorId,
  id: VisitId,
  to: {
    readonly state: "done" | "cancelled";
    readonly on: PlainDate;
    readonly at: Instant;
    readonly by: string;
    readonly outcome: string | null;
  },
): Promise<void> {
  await run(
    executor,
    sql`update desk_task set state = ${to.state}, closed_on = ${to.on}, closed_at = ${to.at},
          closed_by = ${to.by}, outcome = ${to.outcome}, version = version + 1
        where creditor_id = ${creditor} and kind = 'visit' and subject_id = ${id}
          and state = 'open'`,
  );
}

export type Colleague = {
  readonly user: UserId;
  readonly name: string;
  readonly roles: readonly string[];
};

/** Who of the house could go along: whoever writes the contact log at this creditor. */
export const listColleagues = (
  executor: Executor,
  creditor: CreditorId,
  roles: readonly string[],
): Promise<readonly Colleague[]> =>
  rows(
    executor,
    sql<Colleague>`select u.id as user, u.name, array_agg(r.role order by r.role) as roles
        from app_user u
        join user_role r on r.user_id = u.id
          and (r.creditor_id = ${creditor} or r.creditor_id is null)
        where u.disabled_at is null and r.role = any(${roles}::text[])
        group by u.id, u.name order by u.name, u.id`,
  );

/** Which of these accounts may see this creditor's book at all. */
export const listKnownColleagues = (
  executor: Executor,
  creditor: CreditorId,
  users: readonly UserId[],
): Promise<readonly { readonly user: UserId; readonly name: string }[]> =>
  rows(
    executor,
    sql<{ user: UserId; name: string }>`select u.id as user, u.name from app_user u
        where u.id = any(${users}::uuid[]) and u.disabled_at is null
          and exists (select from user_role r where r.user_id = u.id
            and (r.creditor_id = ${creditor} or r.creditor_id is null))
        order by u.id`,
  );
