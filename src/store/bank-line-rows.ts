/** Lines of the bank as they are read: one, a window of them, how many there are of each state. */
import type { PaymentMethod } from "../domain/book/payment-method.ts";
import type { MatchReason } from "../domain/cash/matching/match.ts";
import type { ReturnMark } from "../domain/cash/statement.ts";
import type { Grade } from "../domain/strategy/policy.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type {
  ApplicationId,
  BankLineId,
  BankStatementId,
  CreditorId,
  CustomerId,
  ReceiptId,
} from "../domain/values/ids.ts";
import type { Currency } from "../domain/values/money.ts";
import type { MadeBy } from "./applications.ts";
import type { LineState, LineWhat } from "./bank-lines.ts";
import type { ReceiptState } from "./receipts.ts";
import { containing } from "./search.ts";
import { type Executor, maybe, rows, sql } from "./sql.ts";

export type BankLineRow = {
  readonly id: BankLineId;
  readonly statement: BankStatementId;
  readonly statementNumber: string | null;
  readonly format: string;
  readonly place: number;
  readonly account: string;
  readonly bookedOn: PlainDate;
  readonly valueOn: PlainDate;
  readonly minor: bigint;
  readonly currency: Currency;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  readonly payerBank: string | null;
  readonly bankReference: string | null;
  readonly payerReference: string | null;
  readonly remark: string | null;
  readonly method: PaymentMethod;
  readonly returned: ReturnMark | null;
  readonly state: LineState;
  readonly what: LineWhat | null;
  readonly duplicateOf: BankLineId | null;
  readonly byHand: boolean;
  readonly judgement: unknown;
  readonly because: readonly MatchReason[] | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly customer: CustomerId | null;
  readonly customerNumber: string | null;
  readonly customerName: string | null;
  readonly grade: Grade | null;
  readonly receipt: ReceiptId | null;
  readonly receiptNumber: string | null;
  readonly receiptState: ReceiptState | null;
  readonly rest: bigint | null;
  readonly application: ApplicationId | null;
  readonly madeBy: MadeBy | null;
  readonly confidence: number | null;
  readonly actor: string | null;
};

const LINE = sql`l.id, l.statement_id as statement, s.number as "statementNumber", s.format,
  l.place, l.account, l.booked_on as "bookedOn", l.value_on as "valueOn", l.amount as minor,
  l.currency, l.payer_name as "payerName", l.payer_account as "payerAccount",
  l.payer_bank as "payerBank", l.bank_reference as "bankReference",
  l.payer_reference as "payerReference", l.remark, l.method, l.return_mark as returned, l.state,
  l.what, l.duplicate_of as "duplicateOf", l.by_hand as "byHand", l.judgement, l.because,
  l.decided_by as "decidedBy", l.decided_at as "decidedAt",
  c.id as customer, c.number as "customerNumber", c.name as "customerName", c.grade,
  r.id as receipt, r.number as "receiptNumber", r.state as "receiptState",
  case r.state when 'identified' then -i.open_amount when 'unidentified' then r.amount
    else 0 end::bigint as rest,
  a.id as application, a.made_by as "madeBy", a.confidence, a.actor`;

const FROM = sql`bank_line l
  join bank_statement s on s.creditor_id = l.creditor_id and s.id = l.statement_id
  left join receipt r on r.creditor_id = l.creditor_id and r.bank_line_id = l.id
  left join customer c on c.creditor_id = r.creditor_id and c.id = r.customer_id
  left join item i on i.creditor_id = r.creditor_id and i.id = r.item_id
  left join lateral (
    select a.id, a.made_by, a.confidence, a.actor from application a
    where a.creditor_id = r.creditor_id and a.receipt_id = r.id and a.state = 'live'
    order by a.applied_at desc, a.id desc limit 1) a on true`;

export const findBankLineRow = (
  executor: Executor,
  creditor: CreditorId,
  id: BankLineId,
): Promise<BankLineRow | null> =>
  maybe(
    executor,
    sql<BankLineRow>`select ${LINE} from ${FROM} where l.creditor_id = ${creditor} and l.id = ${id}`,
  );

/** The lines with these ids, in no order. */
export const listBankLineRows = (
  executor: Executor,
  creditor: CreditorId,
  ids: readonly BankLineId[],
): Promise<readonly BankLineRow[]> =>
  rows(
    executor,
    sql<BankLineRow>`select ${LINE} from ${FROM}
        where l.creditor_id = ${creditor} and l.id = any(${ids}::uuid[])`,
  );

export type LinesAsked = {
  readonly state: LineState | null;
  readonly account: string | null;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly text: string | null;
};

type After = { readonly key: string; readonly id: string } | null;

const chosen = (creditor: CreditorId, { account, from, to, text }: Omit<LinesAsked, "state">) => {
  const like = text === null ? null : containing(text);
  return sql`l.creditor_id = ${creditor}
    and (${account}::text is null or l.account = ${account})
    and (${from}::date is null or l.booked_on >= ${from})
    and (${to}::date is null or l.booked_on <= ${to})
    and (${like}::text is null or l.payer_name ilike ${like} or l.remark ilike ${like}
      or l.payer_account ilike ${like} or l.bank_reference ilike ${like}
      or l.amount::text like ${like})`;
};

/** One window, the latest first: at most `size` rows and one more. */
export const listBankLineWindow = (
  executor: Executor,
  creditor: CreditorId,
  asked: LinesAsked,
  after: After,
  size: number,
): Promise<readonly BankLineRow[]> =>
  rows(
    executor,
    sql<BankLineRow>`select ${LINE} from ${FROM}
        where ${chosen(creditor, asked)}
          and (${asked.state}::text is null or l.state = ${asked.state})
          ${after === null ? sql`` : sql`and (l.booked_on, l.id) < (${after.key}::date, ${after.id}::uuid)`}
        order by l.booked_on desc, l.id desc limit ${size + 1}`,
  );

/** One window of what waits, the oldest first; `what` is what the first proposal says. */
export const listWaitingWindow = (
  executor: Executor,
  creditor: CreditorId,
  { what, text }: { readonly what: string | null; readonly text: string | null },
  after: After,
  size: number,
): Promise<readonly BankLineRow[]> =>
  rows(
    executor,
    sql<BankLineRow>`select ${LINE} from ${FROM}
        where ${chosen(creditor, { account: null, from: null, to: null, text })}
          and l.state = 'open'
          and (${what}::text is null
            or coalesce(l.judgement #>> '{proposals,0,what}', 'unidentified') = ${what})
          ${after === null ? sql`` : sql`and (l.booked_on, l.id) > (${after.key}::date, ${after.id}::uuid)`}
        order by l.booked_on, l.id limit ${size + 1}`,
  );

/** How many lines there are of each state. */
export const listLineCounts = (
  executor: Executor,
  creditor: CreditorId,
  asked: Omit<LinesAsked, "state">,
): Promise<readonly { readonly state: LineState; readonly count: number }[]> =>
  rows(
    executor,
    sql<{ state: LineState; count: number }>`select l.state, count(*)::integer as count
        from bank_line l where ${chosen(creditor, asked)} group by l.state`,
  );

/** Our own accounts that lines have come of. */
export async function listOwnAccounts(
  executor: Executor,
  creditor: CreditorId,
): Promise<readonly string[]> {
  const found = await rows<{ account: string }>(
    executor,
    sql`select distinct account from bank_statement where creditor_id = ${creditor}
        order by account`,
  );
  return found.map(({ account }) => account);
}

export type WaitingSum = {
  readonly kind: "applied" | "proposed" | "unmatched" | "unidentified";
  readonly currency: Currency;
  readonly count: number;
  readonly sum: bigint;
};

/** What waits with a proposal and without, what is nobody's, and what was applied on a day. */
export const listWaitingSums = (
  executor: Executor,
  creditor: CreditorId,
  day: PlainDate,
): Promise<readonly WaitingSum[]> =>
  rows(
    executor,
    sql<WaitingSum>`select kind, currency, count(*)::integer as count, sum(amount)::bigint as sum
        from (
          select case when jsonb_path_exists(judgement, '$.proposals[*] ? (@.what != "unidentified")')
            then 'proposed' else 'unmatched' end as kind, currency, amount
          from bank_line where creditor_id = ${creditor} and state = 'open'
          union all
          select 'unidentified', currency, amount from receipt
          where creditor_id = ${creditor} and state = 'unidentified'
          union all
          select 'applied', r.currency, r.amount
          from receipt r
          where r.creditor_id = ${creditor} and r.bank_line_id is not null and exists (
            select from application a where a.creditor_id = r.creditor_id and a.receipt_id = r.id
              and a.state = 'live' and a.applied_on = ${day})
        ) as counted
        group by kind, currency order by kind, currency`,
  );
