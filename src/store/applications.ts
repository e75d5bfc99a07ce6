/** Applications: decisions on receipts; live ones stand, undone and returned ones are history. */
import type { Because } from "../domain/book/booking.ts";
import type { StoredSettlement } from "../domain/cash/stored-settlement.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type {
  ApplicationId,
  BankLineId,
  CreditorId,
  CustomerId,
  EntryId,
  ReceiptId,
} from "../domain/values/ids.ts";
import { type Executor, jsonList, jsonText, maybe, one, rows, run, sql } from "./sql.ts";

export type MadeBy = "itself" | "person" | "import";

export type LearnedPayer = readonly ["name" | "account", string];

export type NewApplication = {
  readonly id: ApplicationId;
  readonly receiptId: ReceiptId;
  readonly customerId: CustomerId;
  /** Null: only identified, everything stays on account. */
  readonly entryId: EntryId | null;
  /** It named the receipt's customer. */
  readonly identified: boolean;
  readonly madeBy: MadeBy;
  readonly actor: string;
  /** Parts per 1000; null for what a person chose. */
  readonly confidence: number | null;
  readonly settlement: StoredSettlement;
  readonly because: readonly Because[];
  /** Payers it taught. */
  readonly learned: readonly LearnedPayer[];
  readonly appliedOn: PlainDate;
  readonly appliedAt: Instant;
};

/** Stores applications; their entries are in the book already. */
export async function insertApplications(
  executor: Executor,
  creditor: CreditorId,
  made: readonly NewApplication[],
): Promise<void> {
  await run(
    executor,
    sql`insert into application (creditor_id, id, receipt_id, customer_id, entry_id, identified,
          made_by, actor, confidence, settlement, because, learned, applied_on, applied_at, state)
        select ${creditor}::uuid, id, receipt_id, customer_id, entry_id, identified, made_by, actor,
          confidence, settlement, because, learned, applied_on, applied_at, 'live'
        from unnest(
          ${made.map(({ id }) => id)}::uuid[],
          ${made.map(({ receiptId }) => receiptId)}::uuid[],
          ${made.map(({ customerId }) => customerId)}::uuid[],
          ${made.map(({ entryId }) => entryId)}::uuid[],
          ${made.map(({ identified }) => identified)}::boolean[],
          ${made.map(({ madeBy }) => madeBy)}::text[],
          ${made.map(({ actor }) => actor)}::text[],
          ${made.map(({ confidence }) => confidence)}::smallint[],
          ${jsonList(made.map(({ settlement }) => jsonText(settlement)))},
          ${jsonList(made.map(({ because }) => jsonText(because)))},
          ${jsonList(made.map(({ learned }) => jsonText(learned)))},
          ${made.map(({ appliedOn }) => appliedOn)}::date[],
          ${made.map(({ appliedAt }) => appliedAt)}::timestamptz[])
          as given (id, receipt_id, customer_id, entry_id, identified, made_by, actor, confidence,
            settlement, because, learned, applied_on, applied_at)`,
  );
}

export type LiveApplication = {
  readonly id: ApplicationId;
  readonly receiptId: ReceiptId;
  readonly customerId: CustomerId;
  readonly entryId: EntryId | null;
  readonly identified: boolean;
  readonly madeBy: MadeBy;
  readonly settlement: StoredSettlement;
  readonly learned: readonly LearnedPayer[];
};

const COLUMNS = sql`id, receipt_id as "receiptId", customer_id as "customerId",
  entry_id as "entryId", identified, made_by as "madeBy", settlement, learned`;

/** The live applications of a receipt, the latest first, locked with it by the caller. */
export const listLiveApplications = (
  executor: Executor,
  creditor: CreditorId,
  receipt: ReceiptId,
): Promise<readonly LiveApplication[]> =>
  rows(
    executor,
    sql<LiveApplication>`select ${COLUMNS} from application
        where creditor_id = ${creditor} and receipt_id = ${receipt} and state = 'live'
        order by applied_at desc, id desc`,
  );

/**
 * Whether the receipt's customer may be taken away again: an application, of whatever state, named
 * it (it came as nobody's), and none that ended by a return had used its money: that stays history.
 */
export const isNamedByApplication = async (
  executor: Executor,
  creditor: CreditorId,
  receipt: ReceiptId,
): Promise<boolean> =>
  (
    await one(
      executor,
      sql<{ named: boolean }>`select exists (select from application
          where creditor_id = ${creditor} and receipt_id = ${receipt} and identified)
        and not exists (select from receipt r
          join posting p on p.creditor_id = r.creditor_id and p.item_id = r.item_id
          join application a on a.creditor_id = p.creditor_id and a.entry_id = p.entry_id
          where r.creditor_id = ${creditor} and r.id = ${receipt} and a.state = 'returned')
        as named`,
    )
  ).named;

/** Whose and of which receipt and line an application is; null when there is none. */
export const findApplication = (
  executor: Executor,
  creditor: CreditorId,
  id: ApplicationId,
): Promise<{
  readonly receiptId: ReceiptId;
  readonly customerId: CustomerId;
  readonly lineId: BankLineId | null;
} | null> =>
  maybe(
    executor,
    sql<{ receiptId: ReceiptId; customerId: CustomerId; lineId: BankLineId | null }>`
        select a.receipt_id as "receiptId", a.customer_id as "customerId",
          r.bank_line_id as "lineId"
        from application a
        join receipt r on r.creditor_id = a.creditor_id and r.id = a.receipt_id
        where a.creditor_id = ${creditor} and a.id = ${id}`,
  );

export type EndedApplication = {
  readonly id: ApplicationId;
  readonly state: "undone" | "returned";
  readonly endedOn: PlainDate;
  readonly endedBy: string;
  readonly reason: string;
  /** The entry that took it back; null where it had none. */
  readonly endEntryId: EntryId | null;
};

/** Ends live applications; gives how many were live. */
export async function updateApplicationsEnded(
  executor: Executor,
  creditor: CreditorId,
  ended: readonly EndedApplication[],
): Promise<number> {
  return run(
    executor,
    sql`update application a set state = given.state, ended_on = given.ended_on,
          ended_by = given.ended_by, end_reason = given.reason, end_entry_id = given.end_entry_id
        from unnest(
          ${ended.map(({ id }) => id)}::uuid[],
          ${ended.map(({ state }) => state)}::text[],
          ${ended.map(({ endedOn }) => endedOn)}::date[],
          ${ended.map(({ endedBy }) => endedBy)}::text[],
          ${ended.map(({ reason }) => reason)}::text[],
          ${ended.map(({ endEntryId }) => endEntryId)}::uuid[])
          as given (id, state, ended_on, ended_by, reason, end_entry_id)
        where a.creditor_id = ${creditor} and a.id = given.id and a.state = 'live'`,
  );
}
