/** Complaints about conduct: logged, owned, answered. */
import type {
  ComplaintAnswer,
  ComplaintChannel,
  ComplaintKind,
  ComplaintOffer,
  ComplaintOutcome,
  ComplaintState,
} from "../domain/desk/complaint.ts";
import type { Grade } from "../domain/strategy/policy.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type {
  ComplaintId,
  ContactId,
  CreditorId,
  CustomerId,
  UserId,
} from "../domain/values/ids.ts";
import { type Executor, maybe, rows, run, sql } from "./sql.ts";

export type NewComplaint = ComplaintOffer & {
  readonly id: ComplaintId;
  readonly customer: CustomerId;
  readonly answerBy: PlainDate;
  readonly loggedOn: PlainDate;
  readonly loggedAt: Instant;
  readonly loggedBy: string;
  readonly loggedById: UserId | null;
};

export async function insertComplaint(
  executor: Executor,
  creditor: CreditorId,
  given: NewComplaint,
): Promise<void> {
  await run(
    executor,
    sql`insert into complaint (creditor_id, id, customer_id, kind, channel, said, contact_id,
          complainant, about_id, about, contact_log_id, received_on, answer_by, owner_id, logged_at,
          logged_on, logged_by, logged_by_id, state)
        values (${creditor}, ${given.id}, ${given.customer}, ${given.kind}, ${given.channel},
          ${given.said}, ${given.contact}, ${given.complainant}, ${given.about},
          ${given.aboutName}, ${given.contactLog}, ${given.receivedOn}, ${given.answerBy},
          ${given.owner}, ${given.loggedAt}, ${given.loggedOn}, ${given.loggedBy},
          ${given.loggedById}, 'open')`,
  );
}

/** Whether a contact and an entry of the contact log, where they are named, are the customer's. */
export const isOfCustomer = async (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  named: Pick<ComplaintOffer, "contact" | "contactLog">,
): Promise<boolean> =>
  (await maybe(
    executor,
    sql<{ own: boolean }>`select true as own
        where (${named.contact}::uuid is null or exists (select from contact
            where creditor_id = ${creditor} and customer_id = ${customer}
              and id = ${named.contact}))
          and (${named.contactLog}::uuid is null or exists (select from contact_log
            where creditor_id = ${creditor} and customer_id = ${customer}
              and id = ${named.contactLog}))`,
  )) !== null;

export type StandingComplaint = {
  readonly id: ComplaintId;
  readonly customer: CustomerId;
  readonly state: ComplaintState;
  readonly kind: ComplaintKind;
  readonly about: UserId | null;
  readonly aboutName: string | null;
  readonly answerBy: PlainDate;
};

const STANDING = sql`id, customer_id as customer, state, kind, about_id as about,
  about as "aboutName", answer_by as "answerBy"`;

export const findComplaint = (
  executor: Executor,
  creditor: CreditorId,
  id: ComplaintId,
): Promise<StandingComplaint | null> =>
  maybe(
    executor,
    sql<StandingComplaint>`select ${STANDING} from complaint
        where creditor_id = ${creditor} and id = ${id}`,
  );

/** Locks it; its customer is locked before. */
export const lockComplaint = (
  executor: Executor,
  creditor: CreditorId,
  id: ComplaintId,
): Promise<StandingComplaint | null> =>
  maybe(
    executor,
    sql<StandingComplaint>`select ${STANDING} from complaint
        where creditor_id = ${creditor} and id = ${id} for update`,
  );

/** Closes it with its answer; gives 0 when it was closed before. */
export const updateComplaintClosed = (
  executor: Executor,
  creditor: CreditorId,
  id: ComplaintId,
  given: ComplaintAnswer & {
    readonly on: PlainDate;
    readonly at: Instant;
    readonly by: string;
    readonly byId: UserId | null;
  },
): Promise<number> =>
  run(
    executor,
    sql`update complaint set state = 'closed', outcome = ${given.outcome},
          answer = ${given.answer}, measures = ${given.measures}, closed_on = ${given.on},
          closed_at = ${given.at}, closed_by = ${given.by}, closed_by_id = ${given.byId}
        where creditor_id = ${creditor} and id = ${id} and state = 'open'`,
  );

export const updateComplaintOwner = (
  executor: Executor,
  creditor: CreditorId,
  id: ComplaintId,
  owner: UserId,
): Promise<number> =>
  run(
    executor,
    sql`update complaint set owner_id = ${owner}
        where creditor_id = ${creditor} and id = ${id} and state = 'open'`,
  );

export type ComplaintLine = {
  readonly id: ComplaintId;
  readonly customer: CustomerId;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly grade: Grade | null;
  readonly kind: ComplaintKind;
  readonly channel: ComplaintChannel;
  readonly said: string;
  readonly contact: ContactId | null;
  readonly contactName: string | null;
  readonly complainant: string | null;
  readonly about: UserId | null;
  readonly aboutUser: string | null;
  readonly aboutName: string | null;
  readonly contactLogOn: PlainDate | null;
  readonly receivedOn: PlainDate;
  readonly answerBy: PlainDate;
  readonly owner: UserId | null;
  readonly ownerName: string | null;
  readonly loggedOn: PlainDate;
  readonly loggedAt: Instant;
  readonly loggedBy: string;
  readonly state: ComplaintState;
  readonly outcome: ComplaintOutcome | null;
  readonly answer: string | null;
  readonly measures: string | null;
  readonly closedOn: PlainDate | null;
  readonly closedAt: Instant | null;
  readonly closedBy: string | null;
};

const LINE = sql`k.id, k.customer_id as customer, c.number as "customerNumber",
  c.name as "customerName", c.grade, k.kind, k.channel, k.said, k.contact_id as contact,
  n.name as "contactName", k.complainant, k.about_id as about, a.name as "aboutUser",
  k.about as "aboutName", l.day as "contactLogOn", k.received_on as "receivedOn",
  k.answer_by as "answerBy", k.owner_id as owner, o.name as "ownerName",
  k.logged_on as "loggedOn", k.logged_at as "loggedAt", k.logged_by as "loggedBy", k.state,
  k.outcome, k.answer, k.measures, k.closed_on as "closedOn", k.closed_at as "closedAt",
  k.closed_by as "closedBy"`;
const COMPLAINT = sql`complaint k
  join customer c on c.creditor_id = k.creditor_id and c.id = k.customer_id
  left join contact n on n.creditor_id = k.creditor_id and n.id = k.contact_id
  left join contact_log l on l.creditor_id = k.creditor_id and l.id = k.contact_log_id
  left join app_user a on a.id = k.about_id
  left join app_user o on o.id = k.owner_id`;

export const findComplaintLine = (
  executor: Executor,
  creditor: CreditorId,
  id: ComplaintId,
): Promise<ComplaintLine | null> =>
  maybe(
    executor,
    sql<ComplaintLine>`select ${LINE} from ${COMPLAINT}
        where k.creditor_id = ${creditor} and k.id = ${id}`,
  );

/** A customer's complaints, the latest first. */
export const listCustomerComplaints = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  limit: number,
): Promise<readonly ComplaintLine[]> =>
  rows(
    executor,
    sql<ComplaintLine>`select ${LINE} from ${COMPLAINT}
        where k.creditor_id = ${creditor} and k.customer_id = ${customer}
        order by k.logged_at desc, k.id desc limit ${limit}`,
  );

export type ComplaintsAsked = {
  readonly state: ComplaintState | "all";
  /** Only open ones that were due before this day; null: all. */
  readonly dueBefore: PlainDate | null;
  readonly kind: ComplaintKind | null;
  readonly customer: CustomerId | null;
};

/** Open ones by the day they are due, others the latest first; and one more row. */
export function listComplaintWindow(
  executor: Executor,
  creditor: CreditorId,
  { state, dueBefore, kind, customer }: ComplaintsAsked,
  after: { readonly key: string; readonly id: string } | null,
  size: number,
): Promise<readonly ComplaintLine[]> {
  const [key, id] = [after?.key ?? null, after?.id ?? null];
  const begun =
    state === "open"
      ? sql`(${key}::date is null or (k.answer_by, k.id) > (${key}::date, ${id}::uuid))`
      : sql`(${key}::date is null or (k.received_on, k.id) < (${key}::date, ${id}::uuid))`;
  const order = state === "open" ? sql`k.answer_by, k.id` : sql`k.received_on desc, k.id desc`;
  return rows(
    executor,
    sql<ComplaintLine>`select ${LINE} from ${COMPLAINT}
        where k.creditor_id = ${creditor} and ${begun}
          and (${state} = 'all' or k.state = ${state})
          and (${dueBefore}::date is null or k.state = 'open' and k.answer_by < ${dueBefore})
          and (${kind}::text is null or k.kind = ${kind})
          and (${customer}::uuid is null or k.customer_id = ${customer})
        order by ${order} limit ${size + 1}`,
  );
}

export const listComplaintCounts = (
  executor: Executor,
  creditor: CreditorId,
  today: PlainDate,
): Promise<
  readonly { readonly state: ComplaintState; readonly count: number; readonly late: number }[]
> =>
  rows(
    executor,
    sql<{ state: ComplaintState; count: number; late: number }>`select state,
          count(*)::integer as count,
          count(*) filter (where state = 'open' and answer_by < ${today})::integer as late
        from complaint where creditor_id = ${creditor} group by state`,
  );
