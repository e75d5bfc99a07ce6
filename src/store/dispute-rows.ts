/** Disputes as lists and pages show them: with customer, item, who answers, and when it is due. */
import type { Department, DisputeReason } from "../domain/book/dispute-reason.ts";
import type { DisputeState } from "../domain/desk/dispute.ts";
import type { DisputeOutcome } from "../domain/desk/dispute-closing.ts";
import type { Grade } from "../domain/strategy/policy.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, DisputeId, ItemId, UserId } from "../domain/values/ids.ts";
import type { Currency, Minor } from "../domain/values/money.ts";
import { type Executor, maybe, rows, sql } from "./sql.ts";

export type DisputeLine = {
  readonly id: DisputeId;
  readonly customer: CustomerId;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly grade: Grade | null;
  readonly item: ItemId;
  readonly itemNumber: string;
  readonly currency: Currency;
  readonly amount: Minor;
  readonly paid: Minor;
  readonly credited: Minor;
  readonly writtenOff: Minor;
  readonly chasedAgain: Minor | null;
  readonly reason: DisputeReason;
  readonly note: string | null;
  readonly department: Department;
  readonly assignee: UserId | null;
  readonly assigneeName: string | null;
  readonly state: DisputeState;
  readonly answerBy: PlainDate;
  readonly dueOn: PlainDate;
  readonly answeredOn: PlainDate | null;
  readonly openedOn: PlainDate;
  readonly openedBy: string | null;
  readonly closedOn: PlainDate | null;
  readonly closedBy: string | null;
  readonly outcome: DisputeOutcome | null;
  readonly creditMemo: string | null;
  readonly splitFrom: DisputeId | null;
};

/** The day of the open task: of the answer, or of the decision on it. */
const DUE = sql`coalesce((select min(t.due_on) from desk_task t
  where t.creditor_id = d.creditor_id and t.subject_id = d.id and t.kind = 'dispute'
    and t.state = 'open'), d.answer_by)`;

const LINE = sql`d.id, d.customer_id as customer, c.number as "customerNumber",
  c.name as "customerName", c.grade, d.item_id as item, i.number as "itemNumber", d.currency,
  d.amount, d.paid, d.credited, d.written_off as "writtenOff", d.chased_again as "chasedAgain",
  d.reason, d.note, d.department, d.assignee_id as assignee, u.name as "assigneeName", d.state,
  d.answer_by as "answerBy", ${DUE} as "dueOn", d.answered_on as "answeredOn",
  d.opened_on as "openedOn", d.opened_by as "openedBy", d.closed_on as "closedOn",
  d.closed_by as "closedBy", d.outcome, m.number as "creditMemo", d.split_from_id as "splitFrom"`;

const DISPUTE = sql`dispute d
  join customer c on c.creditor_id = d.creditor_id and c.id = d.customer_id
  join item i on i.creditor_id = d.creditor_id and i.id = d.item_id
  left join item m on m.creditor_id = d.creditor_id and m.id = d.credit_item_id
  left join app_user u on u.id = d.assignee_id`;

export const findDisputeLine = (
  executor: Executor,
  creditor: CreditorId,
  id: DisputeId,
): Promise<DisputeLine | null> =>
  maybe(
    executor,
    sql<DisputeLine>`select ${LINE} from ${DISPUTE}
        where d.creditor_id = ${creditor} and d.id = ${id}`,
  );

/** A customer's disputes, the latest first. */
export const listCustomerDisputes = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
): Promise<readonly DisputeLine[]> =>
  rows(
    executor,
    sql<DisputeLine>`select ${LINE} from ${DISPUTE}
        where d.creditor_id = ${creditor} and d.customer_id = ${customer}
        order by d.opened_on desc, d.id desc`,
  );

export type DisputesAsked = {
  readonly department: Department | null;
  readonly reason: DisputeReason | null;
  readonly customer: CustomerId | null;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  /** Named to answer it, or answers for the customer. */
  readonly person: UserId | null;
  readonly text: string | null;
};

const asked = (creditor: CreditorId, given: DisputesAsked) => sql`d.creditor_id = ${creditor}
  and (${given.department}::text is null or d.department = ${given.department})
  and (${given.reason}::text is null or d.reason = ${given.reason})
  and (${given.customer}::uuid is null or d.customer_id = ${given.customer})
  and (${given.from}::date is null or d.opened_on >= ${given.from})
  and (${given.to}::date is null or d.opened_on <= ${given.to})
  and (${given.person}::uuid is null or d.assignee_id = ${given.person}
    or c.owner_id = ${given.person} or c.sales_id = ${given.person})
  and (${given.text}::text is null or strpos(lower(i.number), lower(${given.text})) > 0
    or strpos(lower(c.name), lower(${given.text})) > 0 or c.number = ${given.text})`;

export type DisputeWindow = {
  readonly state: DisputeState | "waiting" | "all";
  /** Only what is due before this day; null: all. */
  readonly dueBefore: PlainDate | null;
  readonly after: { readonly key: string; readonly id: string } | null;
  readonly size: number;
};

/** Those that wait by the day they must be answered, others the latest first; and one more row. */
export function listDisputeWindow(
  executor: Executor,
  creditor: CreditorId,
  filter: DisputesAsked,
  { state, dueBefore, after, size }: DisputeWindow,
): Promise<readonly DisputeLine[]> {
  const [key, id] = [after?.key ?? null, after?.id ?? null];
  const ascending = state === "waiting" || state === "open" || state === "answered";
  const begun = ascending
    ? sql`(${key}::date is null or (d.answer_by, d.id) > (${key}::date, ${id}::uuid))`
    : sql`(${key}::date is null or (d.opened_on, d.id) < (${key}::date, ${id}::uuid))`;
  const order = ascending ? sql`d.answer_by, d.id` : sql`d.opened_on desc, d.id desc`;
  return rows(
    executor,
    sql<DisputeLine>`select ${LINE} from ${DISPUTE}
        where ${asked(creditor, filter)} and ${begun}
          and (${state} = 'all' or d.state = ${state}
            or ${state} = 'waiting' and d.closed_on is null)
          and (${dueBefore}::date is null or d.closed_on is null and ${DUE} < ${dueBefore})
        order by ${order} limit ${size + 1}`,
  );
}

export type DisputeCount = {
  readonly state: DisputeState;
  readonly count: number;
  readonly late: number;
};

/** How many there are in each state, and how many of them are late on a day. */
export const listDisputeCounts = (
  executor: Executor,
  creditor: CreditorId,
  filter: DisputesAsked,
  today: PlainDate,
): Promise<readonly DisputeCount[]> =>
  rows(
    executor,
    sql<DisputeCount>`select d.state, count(*)::integer as count,
          count(*) filter (where d.closed_on is null and ${DUE} < ${today})::integer as late
        from ${DISPUTE} where ${asked(creditor, filter)} group by d.state`,
  );

/** What is still disputed of them, by currency. */
export const listDisputedSums = (
  executor: Executor,
  creditor: CreditorId,
  filter: DisputesAsked,
): Promise<readonly { readonly currency: Currency; readonly disputed: bigint }[]> =>
  rows(
    executor,
    sql<{ currency: Currency; disputed: bigint }>`select d.currency,
          sum(o.disputed)::bigint as disputed
        from ${DISPUTE}
        join open_dispute o on o.creditor_id = d.creditor_id and o.id = d.id
        where ${asked(creditor, filter)} and o.disputed > 0
        group by d.currency order by d.currency`,
  );
