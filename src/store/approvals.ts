/** Approvals: what is asked for, by whom it may be decided, and how it was. */
import type { ApprovalKind, ApprovalOffer, ApprovalState } from "../domain/desk/approval.ts";
import type { Role } from "../domain/desk/permission.ts";
import type { TaskReason } from "../domain/desk/task.ts";
import type { Grade } from "../domain/strategy/policy.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { ApprovalId, CreditorId, CustomerId, UserId } from "../domain/values/ids.ts";
import type { Currency, Minor } from "../domain/values/money.ts";
import { type Executor, jsonText, maybe, one, rows, run, sql } from "./sql.ts";

export type NewApproval = ApprovalOffer & {
  readonly id: ApprovalId;
  readonly roles: readonly Role[];
  readonly because: readonly TaskReason[];
  readonly requestedOn: PlainDate;
  readonly requestedAt: Instant;
  readonly requestedBy: string;
  readonly requestedById: UserId | null;
};

export async function insertApproval(
  executor: Executor,
  creditor: CreditorId,
  approval: NewApproval,
): Promise<void> {
  const { amount, customer, kind, subject } = approval;
  await run(
    executor,
    sql`insert into approval (creditor_id, id, customer_id, kind, subject_id, amount, currency,
          days, facts, reason, roles, because, requested_on, requested_at, requested_by,
          requested_by_id, state)
        values (${creditor}, ${approval.id}, ${customer}, ${kind}, ${subject},
          ${amount?.minor ?? null}, ${amount?.currency ?? null}, ${approval.days},
          ${jsonText(approval.facts)}::jsonb, ${approval.reason}, ${approval.roles}::text[],
          ${jsonText(approval.because)}::jsonb, ${approval.requestedOn}, ${approval.requestedAt},
          ${approval.requestedBy}, ${approval.requestedById}, 'requested')`,
  );
}

export type ApprovalLine = {
  readonly id: ApprovalId;
  readonly customer: CustomerId | null;
  readonly customerNumber: string | null;
  readonly customerName: string | null;
  readonly grade: Grade | null;
  readonly kind: ApprovalKind;
  readonly subject: string | null;
  readonly amount: Minor | null;
  readonly currency: Currency | null;
  readonly days: number | null;
  readonly facts: readonly TaskReason[];
  readonly reason: string;
  readonly roles: readonly Role[];
  readonly because: readonly TaskReason[];
  readonly requestedOn: PlainDate;
  readonly requestedAt: Instant;
  readonly requestedBy: string;
  readonly requestedById: UserId | null;
  readonly state: ApprovalState;
  readonly decidedOn: PlainDate | null;
  readonly decidedAt: Instant | null;
  readonly decidedBy: string | null;
  readonly decisionReason: string | null;
};

const LINE = sql`a.id, a.customer_id as customer, c.number as "customerNumber",
  c.name as "customerName", c.grade, a.kind, a.subject_id as subject, a.amount, a.currency, a.days,
  a.facts, a.reason, a.roles, a.because, a.requested_on as "requestedOn",
  a.requested_at as "requestedAt", a.requested_by as "requestedBy",
  a.requested_by_id as "requestedById", a.state, a.decided_on as "decidedOn",
  a.decided_at as "decidedAt", a.decided_by as "decidedBy", a.decision_reason as "decisionReason"`;
const APPROVAL = sql`approval a
  left join customer c on c.creditor_id = a.creditor_id and c.id = a.customer_id`;

export const findApproval = (
  executor: Executor,
  creditor: CreditorId,
  id: ApprovalId,
): Promise<ApprovalLine | null> =>
  maybe(
    executor,
    sql<ApprovalLine>`select ${LINE} from ${APPROVAL}
        where a.creditor_id = ${creditor} and a.id = ${id}`,
  );

/** Keeps anybody else from deciding until the transaction ends. */
export async function lockApproval(
  executor: Executor,
  creditor: CreditorId,
  id: ApprovalId,
): Promise<ApprovalLine | null> {
  await run(
    executor,
    sql`select from approval where creditor_id = ${creditor} and id = ${id} for update`,
  );
  return findApproval(executor, creditor, id);
}

/** Whether something of this kind waits already: for this subject, or else for this customer. */
export async function hasApprovalWaiting(
  executor: Executor,
  creditor: CreditorId,
  { kind, customer, subject }: Pick<ApprovalOffer, "kind" | "customer" | "subject">,
): Promise<boolean> {
  const { found } = await one<{ found: boolean }>(
    executor,
    sql`select exists (select from approval
          where creditor_id = ${creditor} and kind = ${kind} and state = 'requested'
            and customer_id = ${customer} and subject_id is not distinct from ${subject}::uuid)
        as found`,
  );
  return found;
}

/** `mine`: asked for by me; `others`: by anybody else, in a role of mine or not. */
export type ApprovalsAsked = {
  readonly show: "waiting" | "asked" | "decided";
  readonly viewer: { readonly name: string; readonly user: UserId | null };
  readonly kind: ApprovalKind | null;
  readonly customer: CustomerId | null;
  readonly after: { readonly key: string; readonly id: string } | null;
  readonly size: number;
};

const askedBy = ({ name, user }: ApprovalsAsked["viewer"]) =>
  sql`(case when a.requested_by_id is null or ${user}::uuid is null then a.requested_by = ${name}
       else a.requested_by_id = ${user}::uuid end)`;

function shownOf({ show, viewer }: ApprovalsAsked) {
  if (show === "waiting") return sql`and a.state = 'requested'`;
  return show === "asked" ? sql`and ${askedBy(viewer)}` : sql`and a.state <> 'requested'`;
}

/** At most `size` approvals, the latest asked for first, and one more where the list goes on. */
export const listApprovalLines = (
  executor: Executor,
  creditor: CreditorId,
  asked: ApprovalsAsked,
): Promise<readonly ApprovalLine[]> =>
  rows(
    executor,
    sql<ApprovalLine>`select ${LINE} from ${APPROVAL}
        where a.creditor_id = ${creditor} ${shownOf(asked)}
          and (${asked.kind}::text is null or a.kind = ${asked.kind})
          and (${asked.customer}::uuid is null or a.customer_id = ${asked.customer})
          and (${asked.after?.key ?? null}::timestamptz is null
            or (a.requested_at, a.id)
              < (${asked.after?.key ?? null}::timestamptz, ${asked.after?.id ?? null}::uuid))
        order by a.requested_at desc, a.id desc limit ${asked.size + 1}`,
  );

/** At most `limit` approvals of a customer, the latest asked for first. */
export const listApprovalsOf = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  limit: number,
): Promise<readonly ApprovalLine[]> =>
  rows(
    executor,
    sql<ApprovalLine>`select ${LINE} from ${APPROVAL}
        where a.creditor_id = ${creditor} and a.customer_id = ${customer}
        order by a.requested_at desc, a.id desc limit ${limit}`,
  );

export type ApprovalCounts = {
  readonly waiting: number;
  /** Of them, those that the viewer may decide. */
  readonly mine: number;
  readonly asked: number;
};

export const countApprovals = (
  executor: Executor,
  creditor: CreditorId,
  viewer: ApprovalsAsked["viewer"],
  roles: readonly Role[],
): Promise<ApprovalCounts> =>
  one(
    executor,
    sql<ApprovalCounts>`select count(*)::integer as waiting,
          count(*) filter (where not ${askedBy(viewer)} and a.roles && ${roles}::text[])::integer
            as mine,
          count(*) filter (where ${askedBy(viewer)})::integer as asked
        from approval a where a.creditor_id = ${creditor} and a.state = 'requested'`,
  );

/** Writes down how an approval that waits ended; gives 0 when it no longer waits. */
export const updateApprovalDecided = (
  executor: Executor,
  creditor: CreditorId,
  id: ApprovalId,
  decided: {
    readonly state: ApprovalState;
    readonly on: PlainDate;
    readonly at: Instant;
    readonly by: string;
    readonly byId: UserId | null;
    readonly reason: string | null;
  },
): Promise<number> =>
  run(
    executor,
    sql`update approval set state = ${decided.state}, decided_on = ${decided.on},
          decided_at = ${decided.at}, decided_by = ${decided.by},
          decided_by_id = ${decided.byId}, decision_reason = ${decided.reason}
        where creditor_id = ${creditor} and id = ${id} and state = 'requested'`,
  );

/**
 * Withdraws what waits for this subject, with it: an agreement that was taken back is not decided.
 * Gives how many fell.
 */
export const updateApprovalsFallen = (
  executor: Executor,
  creditor: CreditorId,
  subject: string,
  fallen: {
    readonly on: PlainDate;
    readonly at: Instant;
    readonly by: string;
    readonly byId: UserId | null;
    readonly reason: string | null;
  },
): Promise<number> =>
  run(
    executor,
    sql`update approval set state = 'withdrawn', decided_on = ${fallen.on},
          decided_at = ${fallen.at}, decided_by = ${fallen.by}, decided_by_id = ${fallen.byId},
          decision_reason = ${fallen.reason}
        where creditor_id = ${creditor} and subject_id = ${subject} and state = 'requested'`,
  );
