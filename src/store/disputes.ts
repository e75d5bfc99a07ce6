/** Disputes of an item or a part of it: raised, routed, answered, split, closed, reopened. */
import type { Department, DisputeReason } from "../domain/book/dispute-reason.ts";
import type { DisputeState } from "../domain/desk/dispute.ts";
import type { DisputeOutcome } from "../domain/desk/dispute-closing.ts";
import type { DisputeParts } from "../domain/desk/dispute-parts.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type {
  ApplicationId,
  CreditorId,
  CustomerId,
  DisputeId,
  ItemId,
  UserId,
} from "../domain/values/ids.ts";
import { type Currency, type Money, money } from "../domain/values/money.ts";
import { type Executor, maybe, run, sql } from "./sql.ts";

export type NewDispute = {
  readonly id: DisputeId;
  readonly customer: CustomerId;
  readonly item: ItemId;
  readonly amount: Money;
  readonly reason: DisputeReason;
  readonly note: string | null;
  readonly department: Department;
  readonly assignee: UserId | null;
  readonly answerBy: PlainDate;
  readonly openedOn: PlainDate;
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly openedById: UserId | null;
  /** The settlement that it came of, and with which it falls. */
  readonly application: ApplicationId | null;
  readonly splitFrom: DisputeId | null;
};

/** With what credit memos and write-offs had taken of the item until now. */
export async function insertDispute(
  executor: Executor,
  creditor: CreditorId,
  dispute: NewDispute,
): Promise<void> {
  await run(
    executor,
    sql`insert into dispute (creditor_id, id, customer_id, item_id, amount, currency, reason, note,
          department, assignee_id, state, answer_by, opened_on, opened_at, opened_by, opened_by_id,
          application_id, split_from_id, credited_before, written_off_before)
        select ${creditor}::uuid, ${dispute.id}::uuid, ${dispute.customer}::uuid,
          ${dispute.item}::uuid, ${dispute.amount.minor}::bigint, ${dispute.amount.currency},
          ${dispute.reason}, ${dispute.note}, ${dispute.department}, ${dispute.assignee}::uuid,
          'open', ${dispute.answerBy}::date, ${dispute.openedOn}::date,
          ${dispute.openedAt}::timestamptz, ${dispute.openedBy}, ${dispute.openedById}::uuid,
          ${dispute.application}::uuid, ${dispute.splitFrom}::uuid, r.credited, r.written_off
        from claim_reductions(${creditor}::uuid, array[${dispute.item}::uuid]) r`,
  );
}

/** Whose a dispute is; null when there is none, or none in reach. */
export const findDispute = (
  executor: Executor,
  creditor: CreditorId,
  id: DisputeId,
): Promise<{ readonly customer: CustomerId } | null> =>
  maybe(
    executor,
    sql<{ customer: CustomerId }>`select customer_id as customer
        from dispute where creditor_id = ${creditor} and id = ${id}`,
  );

export type LockedDispute = {
  readonly id: DisputeId;
  readonly customer: CustomerId;
  readonly item: ItemId;
  readonly itemNumber: string;
  readonly itemIssuedOn: PlainDate;
  readonly itemOpen: Money;
  readonly state: DisputeState;
  readonly reason: DisputeReason;
  readonly department: Department;
  readonly assignee: UserId | null;
  readonly salesperson: UserId | null;
  readonly amount: Money;
  readonly note: string | null;
  readonly closedOn: PlainDate | null;
  readonly chasedAgain: Money | null;
  readonly credited: Money;
  readonly writtenOff: Money;
};

type LockedRow = Omit<
  LockedDispute,
  "itemOpen" | "amount" | "chasedAgain" | "credited" | "writtenOff"
> & {
  readonly currency: Currency;
  readonly open: bigint;
  readonly minor: bigint;
  readonly chased: bigint | null;
  readonly creditedMinor: bigint;
  readonly writtenMinor: bigint;
};

/** Locks a dispute; its customer is locked before. */
export async function lockDispute(
  executor: Executor,
  creditor: CreditorId,
  id: DisputeId,
): Promise<LockedDispute | null> {
  const row = await maybe(
    executor,
    sql<LockedRow>`select d.id, d.customer_id as customer, d.item_id as item,
          i.number as "itemNumber", i.issued_on as "itemIssuedOn", i.open_amount as open, d.state,
          d.reason, d.department, d.assignee_id as assignee, c.sales_id as salesperson, d.currency,
          d.amount as minor, d.note, d.closed_on as "closedOn", d.chased_again as chased,
          d.credited as "creditedMinor", d.written_off as "writtenMinor"
        from dispute d
        join item i on i.creditor_id = d.creditor_id and i.id = d.item_id
        join customer c on c.creditor_id = d.creditor_id and c.id = d.customer_id
        where d.creditor_id = ${creditor} and d.id = ${id} for update of d`,
  );
  if (row === null) return null;
  const { currency, open, minor, chased, creditedMinor, writtenMinor, ...rest } = row;
  const sum = (of: bigint) => money(of, currency);
  const chasedAgain = chased === null ? null : sum(chased);
  const settled = { credited: sum(creditedMinor), writtenOff: sum(writtenMinor) };
  return { ...rest, ...settled, itemOpen: sum(open), amount: sum(minor), chasedAgain };
}

/** The department has answered; the day of its first answer stays. */
export const updateDisputeAnswered = (
  executor: Executor,
  creditor: CreditorId,
  id: DisputeId,
  on: PlainDate,
): Promise<number> =>
  run(
    executor,
    sql`update dispute set state = 'answered', answered_on = coalesce(answered_on, ${on}::date)
        where creditor_id = ${creditor} and id = ${id}`,
  );

export type DisputeRouted = {
  readonly department: Department;
  readonly assignee: UserId | null;
  readonly answerBy: PlainDate;
};

/** Somebody else is to answer; it is open again. */
export const updateDisputeRoute = (
  executor: Executor,
  creditor: CreditorId,
  id: DisputeId,
  { department, assignee, answerBy }: DisputeRouted,
): Promise<number> =>
  run(
    executor,
    sql`update dispute set state = 'open', department = ${department},
          assignee_id = ${assignee}, answer_by = ${answerBy}
        where creditor_id = ${creditor} and id = ${id}`,
  );

/** A part of the amount goes to another dispute. */
export const updateDisputeSplit = (
  executor: Executor,
  creditor: CreditorId,
  id: DisputeId,
  part: Money,
): Promise<number> =>
  run(
    executor,
    sql`update dispute set amount = amount - ${part.minor}
        where creditor_id = ${creditor} and id = ${id}`,
  );

export type DisputeClosed = {
  readonly outcome: DisputeOutcome;
  readonly parts: DisputeParts;
  readonly creditItem: ItemId | null;
  readonly on: PlainDate;
  readonly at: Instant;
  readonly by: string;
  readonly byId: UserId | null;
};

export const updateDisputeClosed = (
  executor: Executor,
  creditor: CreditorId,
  id: DisputeId,
  { outcome, parts, creditItem, on, at, by, byId }: DisputeClosed,
): Promise<number> =>
  run(
    executor,
    sql`update dispute set state = 'closed', outcome = ${outcome}, paid = ${parts.paid.minor},
          credited = ${parts.credited.minor}, written_off = ${parts.writtenOff.minor},
          chased_again = ${parts.chasedAgain.minor}, credit_item_id = ${creditItem},
          closed_on = ${on}, closed_at = ${at}, closed_by = ${by}, closed_by_id = ${byId}
        where creditor_id = ${creditor} and id = ${id} and closed_on is null`,
  );

/** What was credited and written off in one dispute counts for no other one of the item. */
export const updateCreditsTaken = (
  executor: Executor,
  creditor: CreditorId,
  item: ItemId,
  taken: { readonly credited: Money; readonly writtenOff: Money },
): Promise<number> =>
  run(
    executor,
    sql`update dispute set credited_before = credited_before + ${taken.credited.minor},
          written_off_before = written_off_before + ${taken.writtenOff.minor}
        where creditor_id = ${creditor} and item_id = ${item} and closed_on is null`,
  );

/** What is chased again is disputed again; what was settled of it stays so. */
export const updateDisputeReopened = (
  executor: Executor,
  creditor: CreditorId,
  id: DisputeId,
  answerBy: PlainDate,
): Promise<number> =>
  run(
    executor,
    sql`update dispute d set state = 'open', outcome = null, chased_again = null, closed_on = null,
          closed_at = null, closed_by = null, closed_by_id = null, answer_by = ${answerBy},
          credited_before = r.credited, written_off_before = r.written_off
        from (select item_id from dispute where creditor_id = ${creditor} and id = ${id}) own
        cross join lateral claim_reductions(${creditor}::uuid, array[own.item_id]) r
        where d.creditor_id = ${creditor} and d.id = ${id}`,
  );

/** What is open of the customer's item and not disputed already; null when nothing is open. */
export async function findDisputable(
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  item: ItemId,
): Promise<Money | null> {
  const row = await maybe(
    executor,
    sql<{ currency: Currency; free: bigint }>`select i.currency,
          (i.open_amount - coalesce((select sum(d.disputed) from open_dispute d
            where d.creditor_id = i.creditor_id and d.item_id = i.id), 0))::bigint as free
        from item i
        where i.creditor_id = ${creditor} and i.customer_id = ${customer} and i.id = ${item}
          and i.open_amount > 0`,
  );
  return row === null ? null : money(row.free, row.currency);
}
