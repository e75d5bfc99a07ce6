/** Lines of the bank: taken once ever, locked, and marked with what became of them. */
import type { PaymentMethod } from "../domain/book/payment-method.ts";
import type { MatchReason } from "../domain/cash/matching/match.ts";
import type { ReturnMark } from "../domain/cash/statement.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type {
  BankLineId,
  BankStatementId,
  CreditorId,
  CustomerId,
  ReceiptId,
} from "../domain/values/ids.ts";
import { type Currency, type Money, money } from "../domain/values/money.ts";
import { type Executor, jsonList, jsonText, maybe, rows, run, sql } from "./sql.ts";

export type LineState = "open" | "booked" | "ignored";
export type LineWhat = "receipt" | "return" | "refund" | "duplicate" | "not_receivable";

/** What was decided about a line; `judgement` is kept while it waits. */
export type LineDecision = {
  readonly id: BankLineId;
  readonly state: LineState;
  readonly what: LineWhat | null;
  readonly duplicateOf: BankLineId | null;
  readonly byHand: boolean;
  readonly judgement: unknown;
  readonly because: readonly MatchReason[] | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
};

export type NewBankLine = LineDecision & {
  readonly statementId: BankStatementId;
  readonly place: number;
  readonly account: string;
  /** The facts that name it, of which the fingerprint is made. */
  readonly text: string;
  readonly ordinal: number;
  readonly bookedOn: PlainDate;
  readonly valueOn: PlainDate;
  readonly amount: Money;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  readonly payerBank: string | null;
  readonly bankReference: string | null;
  readonly payerReference: string | null;
  readonly remark: string | null;
  readonly method: PaymentMethod;
  readonly returned: ReturnMark | null;
};

/** Which lines that are named so the book has, and which of equal ones. */
export const listKnownLines = (
  executor: Executor,
  creditor: CreditorId,
  texts: readonly string[],
): Promise<readonly { readonly text: string; readonly ordinal: number }[]> =>
  rows(
    executor,
    sql<{ text: string; ordinal: number }>`select asked.text, l.ordinal
        from (select distinct text, sha256(convert_to(text, 'UTF8')) as fingerprint
          from unnest(${texts}::text[]) as given (text)) asked
        join bank_line l on l.creditor_id = ${creditor} and l.fingerprint = asked.fingerprint`,
  );

const orNull = (value: unknown): string =>
  value === null || value === undefined ? "null" : jsonText(value);

/** Stores lines. One that is there already is a bug of the caller: the key refuses it. */
export async function insertBankLines(
  executor: Executor,
  creditor: CreditorId,
  lines: readonly NewBankLine[],
): Promise<void> {
  await run(
    executor,
    sql`insert into bank_line (creditor_id, id, statement_id, place, account, fingerprint, ordinal,
          booked_on, value_on, amount, currency, payer_name, payer_account, payer_bank,
          bank_reference, payer_reference, remark, method, return_mark, state, what, duplicate_of,
          by_hand, judgement, because, decided_by, decided_at)
        select ${creditor}::uuid, id, statement_id, place, account,
          sha256(convert_to(text, 'UTF8')), ordinal, booked_on, value_on, amount, currency,
          payer_name, payer_account, payer_bank, bank_reference, payer_reference, remark, method,
          nullif(return_mark, 'null'), state, what, duplicate_of, by_hand,
          nullif(judgement, 'null'), nullif(because, 'null'), decided_by, decided_at
        from unnest(
          ${lines.map(({ id }) => id)}::uuid[],
          ${lines.map(({ statementId }) => statementId)}::uuid[],
          ${lines.map(({ place }) => place)}::integer[],
          ${lines.map(({ account }) => account)}::text[],
          ${lines.map(({ text }) => text)}::text[],
          ${lines.map(({ ordinal }) => ordinal)}::smallint[],
          ${lines.map(({ bookedOn }) => bookedOn)}::date[],
          ${lines.map(({ valueOn }) => valueOn)}::date[],
          ${lines.map(({ amount }) => amount.minor)}::bigint[],
          ${lines.map(({ amount }) => amount.currency)}::text[],
          ${lines.map(({ payerName }) => payerName)}::text[],
          ${lines.map(({ payerAccount }) => payerAccount)}::text[],
          ${lines.map(({ payerBank }) => payerBank)}::text[],
          ${lines.map(({ bankReference }) => bankReference)}::text[],
          ${lines.map(({ payerReference }) => payerReference)}::text[],
          ${lines.map(({ remark }) => remark)}::text[],
          ${lines.map(({ method }) => method)}::text[],
          ${jsonList(lines.map(({ returned }) => orNull(returned)))},
          ${lines.map(({ state }) => state)}::text[],
          ${lines.map(({ what }) => what)}::text[],
          ${lines.map(({ duplicateOf }) => duplicateOf)}::uuid[],
          ${lines.map(({ byHand }) => byHand)}::boolean[],
          ${jsonList(lines.map(({ judgement }) => orNull(judgement)))},
          ${jsonList(lines.map(({ because }) => orNull(because)))},
          ${lines.map(({ decidedBy }) => decidedBy)}::text[],
          ${lines.map(({ decidedAt }) => decidedAt)}::timestamptz[])
          as given (id, statement_id, place, account, text, ordinal, booked_on, value_on,
            amount, currency, payer_name, payer_account, payer_bank, bank_reference,
            payer_reference, remark, method, return_mark, state, what, duplicate_of, by_hand,
            judgement, because, decided_by, decided_at)`,
  );
}

/** Writes what was decided about lines that the caller has locked. */
export async function updateLineDecisions(
  executor: Executor,
  creditor: CreditorId,
  decisions: readonly LineDecision[],
): Promise<void> {
  await run(
    executor,
    sql`update bank_line l set state = given.state, what = given.what,
          duplicate_of = given.duplicate_of, by_hand = l.by_hand or given.by_hand,
          judgement = nullif(given.judgement, 'null'), because = nullif(given.because, 'null'),
          decided_by = given.decided_by, decided_at = given.decided_at
        from unnest(
          ${decisions.map(({ id }) => id)}::uuid[],
          ${decisions.map(({ state }) => state)}::text[],
          ${decisions.map(({ what }) => what)}::text[],
          ${decisions.map(({ duplicateOf }) => duplicateOf)}::uuid[],
          ${decisions.map(({ byHand }) => byHand)}::boolean[],
          ${jsonList(decisions.map(({ judgement }) => orNull(judgement)))},
          ${jsonList(decisions.map(({ because }) => orNull(because)))},
          ${decisions.map(({ decidedBy }) => decidedBy)}::text[],
          ${decisions.map(({ decidedAt }) => decidedAt)}::timestamptz[])
          as given (id, state, what, duplicate_of, by_hand, judgement, because, decided_by,
            decided_at)
        where l.creditor_id = ${creditor} and l.id = given.id`,
  );
}

export type LockedLine = {
  readonly id: BankLineId;
  readonly state: LineState;
  readonly what: LineWhat | null;
  readonly amount: Money;
  readonly bookedOn: PlainDate;
  readonly valueOn: PlainDate;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  readonly remark: string | null;
  readonly method: PaymentMethod;
  readonly returned: ReturnMark | null;
  readonly judgement: unknown;
};

type LineRow = Omit<LockedLine, "amount"> & {
  readonly minor: bigint;
  readonly currency: Currency;
};

const LINE = sql`l.id, l.state, l.what, l.amount as minor, l.currency, l.booked_on as "bookedOn",
  l.value_on as "valueOn", l.payer_name as "payerName", l.payer_account as "payerAccount",
  l.remark, l.method, l.return_mark as returned, l.judgement`;

const lineOf = <Row extends LineRow>({ minor, currency, ...line }: Row) => ({
  ...line,
  amount: money(minor, currency),
});

/** Locks a line; null when there is none. Customer and receipt are locked before. */
export async function lockBankLine(
  executor: Executor,
  creditor: CreditorId,
  id: BankLineId,
): Promise<LockedLine | null> {
  const row = await maybe(
    executor,
    sql<LineRow>`select ${LINE} from bank_line l
        where l.creditor_id = ${creditor} and l.id = ${id} for update`,
  );
  return row === null ? null : lineOf(row);
}

export type FoundLine = LockedLine & {
  readonly receipt: ReceiptId | null;
  /** Whose the receipt is; null also where it is nobody's yet. */
  readonly customer: CustomerId | null;
};

/** A line with its receipt, without locking either; null when there is none. */
export async function findBankLine(
  executor: Executor,
  creditor: CreditorId,
  id: BankLineId,
): Promise<FoundLine | null> {
  const row = await maybe(
    executor,
    sql<LineRow & { readonly receipt: ReceiptId | null; readonly customer: CustomerId | null }>`
        select ${LINE}, r.id as receipt, r.customer_id as customer
        from bank_line l
        left join receipt r on r.creditor_id = l.creditor_id and r.bank_line_id = l.id
        where l.creditor_id = ${creditor} and l.id = ${id}`,
  );
  return row === null ? null : lineOf(row);
}

/** Keeps what matching says now of lines that still wait. */
export async function updateJudgements(
  executor: Executor,
  creditor: CreditorId,
  judged: readonly { readonly id: BankLineId; readonly judgement: unknown }[],
): Promise<void> {
  await run(
    executor,
    sql`update bank_line l set judgement = given.judgement
        from unnest(
          ${judged.map(({ id }) => id)}::uuid[],
          ${jsonList(judged.map(({ judgement }) => jsonText(judgement)))}) as given (id, judgement)
        where l.creditor_id = ${creditor} and l.id = given.id and l.state = 'open'`,
  );
}
