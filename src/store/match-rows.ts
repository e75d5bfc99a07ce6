/** What matching looks at, read in few statements: all of a creditor, or some customers of it. */
import type { PaymentMethod } from "../domain/book/payment-method.ts";
import type {
  MatchAlias,
  MatchClaim,
  MatchCredit,
  MatchCustomer,
  MatchLine,
  MatchPast,
} from "../domain/cash/matching/match.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type {
  BankLineId,
  CreditorId,
  CustomerId,
  ItemId,
  ReceiptId,
} from "../domain/values/ids.ts";
import { type Currency, type Money, money } from "../domain/values/money.ts";
import { type Executor, rows, sql } from "./sql.ts";

/** Null: every customer. */
export type Whose = readonly CustomerId[] | null;

const among = (column: string, whose: Whose) =>
  whose === null ? sql`` : sql`and ${sql.ref(column)} = any(${whose}::uuid[])`;

export const listMatchCustomers = (
  executor: Executor,
  creditor: CreditorId,
  whose: Whose,
): Promise<readonly MatchCustomer[]> =>
  rows(
    executor,
    sql<MatchCustomer>`select c.id, c.name, c.name_en as "nameEn",
          coalesce(a.accounts, '{}') as accounts
        from customer c
        left join (
          select customer_id, array_agg(value order by value) as accounts from payer_alias
          where creditor_id = ${creditor} and kind = 'account' and source = 'master'
            and revoked_on is null
          group by customer_id
        ) a on a.customer_id = c.id
        where c.creditor_id = ${creditor} ${among("c.id", whose)}`,
  );

/** Learned payers, and other names from master records. */
export const listMatchAliases = (
  executor: Executor,
  creditor: CreditorId,
  whose: Whose,
): Promise<readonly MatchAlias[]> =>
  rows(
    executor,
    sql<MatchAlias>`select kind, value, customer_id as "customerId", confirmed
        from payer_alias a
        where creditor_id = ${creditor} and revoked_on is null
          and (source = 'learned' or kind = 'name') ${among("a.customer_id", whose)}
        order by id`,
  );

type ClaimRow = {
  readonly id: ItemId;
  readonly customer: CustomerId;
  readonly number: string;
  readonly tax: string | null;
  readonly ordered: string | null;
  readonly contract: string | null;
  readonly reference: string | null;
  readonly issued: PlainDate;
  readonly due: PlainDate;
  readonly currency: Currency;
  readonly amount: bigint;
  readonly open: bigint;
  readonly disputed: bigint;
};

/**
 * Claims that are open, and those that lines since `since` settled: whoever names one of these
 * again has paid twice.
 */
export async function listMatchClaims(
  executor: Executor,
  creditor: CreditorId,
  whose: Whose,
  since: PlainDate,
): Promise<readonly MatchClaim[]> {
  const found = await rows(
    executor,
    sql<ClaimRow>`with wanted as materialized (
          select i.id from item i
          where i.creditor_id = ${creditor} and i.open_amount <> 0 and i.amount > 0
            ${among("i.customer_id", whose)}
          union
          select (settled->>'itemId')::uuid from application a
          cross join jsonb_array_elements(a.settlement->'allocations') settled
          where a.creditor_id = ${creditor} and a.state = 'live' and a.applied_on >= ${since}
            ${among("a.customer_id", whose)}),
        disputed as materialized (
          select item_id, sum(disputed)::bigint as amount from open_dispute
          where creditor_id = ${creditor} group by item_id)
        select i.id, i.customer_id as customer, i.number, i.tax_number as tax,
          i.order_number as ordered, c.number as contract, i.reference, i.issued_on as issued,
          i.due_on as due, i.currency, i.amount, i.open_amount as open,
          coalesce(d.amount, 0) as disputed
        from wanted w
        join item i on i.creditor_id = ${creditor} and i.id = w.id
        left join contract c on c.creditor_id = i.creditor_id and c.id = i.contract_id
        left join disputed d on d.item_id = i.id`,
  );
  return found.map(claimOf);
}

function claimOf(row: ClaimRow): MatchClaim {
  const { id, customer: customerId, number, currency } = row;
  const written = [row.tax, row.ordered, row.contract, row.reference];
  const references = written.filter((text): text is string => text !== null && text !== number);
  return {
    ...{ id, customerId, number, references: [...new Set(references)] },
    ...{ issuedOn: row.issued, dueOn: row.due },
    amount: money(row.amount, currency),
    open: money(row.open, currency),
    disputed: money(row.disputed, currency),
  };
}

/** Credit memos and unapplied receipts with anything left, except the receipts of `without`. */
export async function listMatchCredits(
  executor: Executor,
  creditor: CreditorId,
  whose: Whose,
  without: readonly ItemId[],
): Promise<readonly MatchCredit[]> {
  const found = await rows(
    executor,
    sql<{
      readonly id: ItemId;
      readonly kind: "credit_memo" | "receipt";
      readonly customer: CustomerId;
      readonly number: string;
      readonly issued: PlainDate;
      readonly open: bigint;
      readonly currency: Currency;
      readonly claim: ItemId | null;
    }>`select i.id, i.kind, i.customer_id as customer, i.number, i.issued_on as issued,
          -i.open_amount as open, i.currency, f.id as claim
        from item i
        left join item f on f.creditor_id = i.creditor_id and f.kind = 'invoice'
          and i.kind = 'credit_memo' and f.number = i.reference and f.customer_id = i.customer_id
        where i.creditor_id = ${creditor} and i.open_amount < 0
          and i.id <> all(${without}::uuid[]) ${among("i.customer_id", whose)}`,
  );
  return found.map(({ customer: customerId, issued, open, currency, claim, ...credit }) => ({
    ...{ ...credit, customerId, issuedOn: issued, forClaim: claim },
    open: money(open, currency),
  }));
}

type PastRow = {
  readonly id: BankLineId;
  readonly bookedOn: PlainDate;
  readonly minor: bigint;
  readonly currency: Currency;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  readonly bankReference: string | null;
  readonly remark: string | null;
  readonly returned: boolean;
  readonly customer: CustomerId | null;
  readonly settled: MatchPast["settled"];
};

const LINE = sql`l.id, l.booked_on as "bookedOn", l.amount as minor, l.currency,
  l.payer_name as "payerName", l.payer_account as "payerAccount",
  l.bank_reference as "bankReference", nullif(concat_ws(' ', l.remark, l.payer_reference), '') as remark,
  l.return_mark is not null as returned`;

const lineOf = ({ minor, currency, ...row }: Omit<PastRow, "customer" | "settled">): MatchLine => ({
  ...row,
  amount: money(minor, currency),
});

/** The lines since `since` and what became of them, oldest first, except those of `without`. */
export async function listMatchPast(
  executor: Executor,
  creditor: CreditorId,
  whose: Whose,
  since: PlainDate,
  without: readonly BankLineId[],
): Promise<readonly MatchPast[]> {
  const found = await rows(
    executor,
    sql<PastRow>`select ${LINE}, r.customer_id as customer,
          case when l.state = 'ignored' then 'ignored'
            when r.state = 'returned' then 'returned'
            when l.state = 'open' or r.customer_id is null then 'open'
            when exists (select from application a where a.creditor_id = r.creditor_id
              and a.receipt_id = r.id and a.state = 'live' and a.entry_id is not null)
            then 'applied' else 'on_account' end as settled
        from bank_line l
        left join receipt r on r.creditor_id = l.creditor_id and r.bank_line_id = l.id
        where l.creditor_id = ${creditor} and l.booked_on >= ${since}
          and l.id <> all(${without}::uuid[])
          ${whose === null ? sql`` : sql`and (r.customer_id is null or r.customer_id = any(${whose}::uuid[]))`}
        order by l.booked_on, l.id`,
  );
  return found.map(({ customer, settled, ...row }) => ({
    line: lineOf(row),
    customerId: customer,
    settled,
  }));
}

export type OpenLine = {
  readonly line: MatchLine;
  readonly byHand: boolean;
  /** Null for money that went out. */
  readonly receipt: {
    readonly id: ReceiptId;
    readonly version: number;
    readonly number: string;
    readonly amount: Money;
    readonly receivedOn: PlainDate;
    readonly method: PaymentMethod;
    readonly remark: string | null;
    readonly customerId: CustomerId | null;
    readonly itemId: ItemId | null;
    /** What of it settles nothing. */
    readonly rest: Money;
  } | null;
};

type OpenLineRow = Omit<PastRow, "customer" | "settled"> & {
  readonly byHand: boolean;
  readonly receipt: ReceiptId | null;
  readonly version: number;
  readonly number: string;
  readonly receivedOn: PlainDate;
  readonly method: PaymentMethod;
  readonly receiptRemark: string | null;
  readonly customerId: CustomerId | null;
  readonly itemId: ItemId | null;
  readonly rest: bigint;
};

/** Lines that wait (of `only`, or all), in the order in which they are judged. */
export async function listWaitingLines(
  executor: Executor,
  creditor: CreditorId,
  only: readonly BankLineId[] | null,
): Promise<readonly OpenLine[]> {
  const found = await rows(
    executor,
    sql<OpenLineRow>`select ${LINE}, l.by_hand as "byHand", r.id as receipt, r.version, r.number,
          r.received_on as "receivedOn", r.method, r.remark as "receiptRemark",
          r.customer_id as "customerId", r.item_id as "itemId",
          coalesce(-i.open_amount, r.amount) as rest
        from bank_line l
        left join receipt r on r.creditor_id = l.creditor_id and r.bank_line_id = l.id
        left join item i on i.creditor_id = r.creditor_id and i.id = r.item_id
        where l.creditor_id = ${creditor} and l.state = 'open'
          ${only === null ? sql`` : sql`and l.id = any(${only}::uuid[])`}
        order by l.booked_on, l.amount < 0, l.fingerprint, l.ordinal`,
  );
  return found.map(openLineOf);
}

function openLineOf(row: OpenLineRow): OpenLine {
  const { byHand, receipt, version, number, receivedOn, method, receiptRemark, ...rest } = row;
  const { customerId, itemId, rest: minor, ...past } = rest;
  const line = lineOf(past);
  const { currency } = line.amount;
  if (receipt === null) return { line, byHand, receipt: null };
  const standing = { id: receipt, version, number, amount: line.amount, receivedOn, method };
  const left = { customerId, itemId, rest: money(minor, currency) };
  return { line, byHand, receipt: { ...standing, remark: receiptRemark, ...left } };
}
