/** Receipts as they are read: one, those of a window, sums by state, what each has left. */
import type { PaymentMethod } from "../domain/book/payment-method.ts";
import type { ReceiptState, StandingReceipt } from "../domain/cash/receipt.ts";
import type { Grade } from "../domain/strategy/policy.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type {
  BankLineId,
  CreditorId,
  CustomerId,
  ItemId,
  ReceiptId,
} from "../domain/values/ids.ts";
import { type Currency, type Minor, money } from "../domain/values/money.ts";
import { containing } from "./search.ts";
import { type Executor, maybe, one, rows, sql } from "./sql.ts";

/** `erp`: an invoice list told that it was paid, not how. */
export type ReceiptMethod = PaymentMethod | "erp";

export type ReceiptLine = {
  readonly id: ReceiptId;
  readonly number: string;
  readonly method: ReceiptMethod;
  readonly state: ReceiptState;
  readonly customer: CustomerId | null;
  readonly customerNumber: string | null;
  readonly customerName: string | null;
  readonly grade: Grade | null;
  readonly item: ItemId | null;
  readonly line: BankLineId | null;
  readonly receivedOn: PlainDate;
  readonly currency: Currency;
  readonly amount: Minor;
  /** What settles nothing yet; all of unidentified money, nothing of returned money. */
  readonly rest: Minor;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  readonly remark: string | null;
  readonly recordedBy: string | null;
  readonly version: number;
};

/** A receipt as its rules see it. */
export const standingReceipt = ({
  state,
  customer,
  amount,
  rest,
  currency,
}: ReceiptLine): StandingReceipt => ({
  state,
  customerId: customer,
  amount: money(amount, currency),
  rest: money(rest, currency),
});

const REST = sql`(case r.state when 'unidentified' then r.amount when 'returned' then 0
  else -i.open_amount end)::bigint`;

const LINE = sql`r.id, r.number, r.method, r.state, r.customer_id as customer,
  c.number as "customerNumber", c.name as "customerName", c.grade, r.item_id as item,
  r.bank_line_id as line, r.received_on as "receivedOn", r.currency, r.amount, ${REST} as rest,
  r.payer_name as "payerName", r.payer_account as "payerAccount", r.remark,
  r.recorded_by as "recordedBy", r.version`;
const RECEIPT = sql`receipt r
  left join customer c on c.creditor_id = r.creditor_id and c.id = r.customer_id
  left join item i on i.creditor_id = r.creditor_id and i.id = r.item_id`;

export const findReceiptLine = (
  executor: Executor,
  creditor: CreditorId,
  id: ReceiptId,
): Promise<ReceiptLine | null> =>
  maybe(
    executor,
    sql<ReceiptLine>`select ${LINE} from ${RECEIPT}
        where r.creditor_id = ${creditor} and r.id = ${id} and r.state <> 'ignored'`,
  );

export const listReceiptLines = (
  executor: Executor,
  creditor: CreditorId,
  ids: readonly ReceiptId[],
): Promise<readonly ReceiptLine[]> =>
  rows(
    executor,
    sql<ReceiptLine>`select ${LINE} from ${RECEIPT}
        where r.creditor_id = ${creditor} and r.id = any(${ids}::uuid[])`,
  );

export type ReceiptsAsked = {
  readonly state: ReceiptState | null;
  readonly method: ReceiptMethod | null;
  readonly customer: CustomerId | null;
  readonly unapplied: boolean;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly text: string | null;
};

/** Everything asked for but the state: what counts and sums are over. */
function askedFor({ method, customer, from, to, text }: ReceiptsAsked) {
  const like = text === null ? null : containing(text);
  return sql`(${method}::text is null or r.method = ${method})
    and (${customer}::uuid is null or r.customer_id = ${customer})
    and (${from}::date is null or r.received_on >= ${from})
    and (${to}::date is null or r.received_on <= ${to})
    and (${like}::text is null or r.number ilike ${like} or r.payer_name ilike ${like}
      or r.payer_account ilike ${like} or r.remark ilike ${like})`;
}

const UNAPPLIED = sql`r.state = 'identified' and i.open_amount < 0`;

/** At most `size` receipts, the latest first, and one more, which tells that the list goes on. */
export function listReceiptWindow(
  executor: Executor,
  creditor: CreditorId,
  asked: ReceiptsAsked,
  after: { readonly key: string; readonly id: string } | null,
  size: number,
): Promise<readonly ReceiptLine[]> {
  const { state, unapplied } = asked;
  return rows(
    executor,
    sql<ReceiptLine>`select ${LINE} from ${RECEIPT}
        where r.creditor_id = ${creditor} and r.state <> 'ignored' and ${askedFor(asked)}
          and (${state}::text is null or r.state = ${state})
          and (not ${unapplied}::boolean or ${UNAPPLIED})
          and (${after?.key ?? null}::date is null
            or (r.received_on, r.id) < (${after?.key ?? null}::date, ${after?.id ?? null}::uuid))
        order by r.received_on desc, r.id desc limit ${size + 1}`,
  );
}

export type ReceiptSum = {
  readonly state: ReceiptState;
  readonly currency: Currency;
  readonly count: number;
  readonly amount: Minor;
  readonly unappliedCount: number;
  readonly unapplied: Minor;
};

/** How many receipts there are in each state and currency, and what of them is left. */
export const listReceiptSums = (
  executor: Executor,
  creditor: CreditorId,
  asked: ReceiptsAsked,
): Promise<readonly ReceiptSum[]> =>
  rows(
    executor,
    sql<ReceiptSum>`select r.state, r.currency, count(*)::integer as count,
          sum(r.amount)::bigint as amount,
          (count(*) filter (where ${UNAPPLIED}))::integer as "unappliedCount",
          coalesce(-sum(i.open_amount) filter (where ${UNAPPLIED}), 0)::bigint as unapplied
        from ${RECEIPT}
        where r.creditor_id = ${creditor} and r.state <> 'ignored' and ${askedFor(asked)}
        group by r.state, r.currency order by r.currency`,
  );

export type UnidentifiedAsked = {
  readonly text: string | null;
  readonly show: "all" | "claimed" | "unclaimed";
};

const CLAIMED = sql`exists (select from receipt_claim rc where rc.creditor_id = r.creditor_id
  and rc.receipt_id = r.id and rc.state = 'waiting')`;

/** Money of nobody yet, the oldest first; one more than `size` tells that the list goes on. */
export function listUnidentified(
  executor: Executor,
  creditor: CreditorId,
  { text, show }: UnidentifiedAsked,
  after: { readonly key: string; readonly id: string } | null,
  size: number,
): Promise<readonly ReceiptLine[]> {
  const like = text === null ? null : containing(text);
  return rows(
    executor,
    sql<ReceiptLine>`select ${LINE} from ${RECEIPT}
        where r.creditor_id = ${creditor} and r.state = 'unidentified'
          and (${like}::text is null or r.payer_name ilike ${like} or r.remark ilike ${like}
            or r.payer_account ilike ${like} or r.number ilike ${like})
          and (${show === "all"} or ${CLAIMED} = ${show === "claimed"})
          and (${after?.key ?? null}::date is null
            or (r.received_on, r.id) > (${after?.key ?? null}::date, ${after?.id ?? null}::uuid))
        order by r.received_on, r.id limit ${size + 1}`,
  );
}

export type UnidentifiedSum = {
  readonly currency: Currency;
  readonly count: number;
  readonly claimed: number;
  readonly amount: Minor;
};

export const listUnidentifiedSums = (
  executor: Executor,
  creditor: CreditorId,
): Promise<readonly UnidentifiedSum[]> =>
  rows(
    executor,
    sql<UnidentifiedSum>`select r.currency, count(*)::integer as count,
          (count(*) filter (where ${CLAIMED}))::integer as claimed, sum(r.amount)::bigint as amount
        from receipt r where r.creditor_id = ${creditor} and r.state = 'unidentified'
        group by r.currency order by r.currency`,
  );

/** The highest count among the numbers that begin so; 0 where there is none. */
export async function findLastReceiptCount(
  executor: Executor,
  creditor: CreditorId,
  prefix: string,
): Promise<number> {
  const { last } = await one<{ last: number }>(
    executor,
    sql`select coalesce(max(substring(number from length(${prefix}) + 1)::integer), 0)::integer
          as last
        from receipt where creditor_id = ${creditor} and starts_with(number, ${prefix})
          and substring(number from length(${prefix}) + 1) ~ '^\\d{1,6}$'`,
  );
  return last;
}

export async function hasReceiptNumber(
  executor: Executor,
  creditor: CreditorId,
  number: string,
): Promise<boolean> {
  const { taken } = await one<{ taken: boolean }>(
    executor,
    sql`select exists (select from receipt
          where creditor_id = ${creditor} and number = ${number}) as taken`,
  );
  return taken;
}
