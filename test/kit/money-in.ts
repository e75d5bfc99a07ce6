/** Money in for tests: a bank's file of a few entries, imported, and what the book then says. */
import {
  type ImportStatementRefusal,
  importStatement,
  type OnProgress,
} from "../../src/actions/import-statement.ts";
import type { Desk } from "../../src/actions/perform.ts";
import type { StatementOutcome } from "../../src/actions/statement-outcome.ts";
import type { Statement, StatementEntry, StatementFile } from "../../src/domain/cash/statement.ts";
import { plainDate } from "../../src/domain/values/calendar.ts";
import type {
  ApplicationId,
  BankLineId,
  CustomerId,
  ItemId,
  ReceiptId,
} from "../../src/domain/values/ids.ts";
import { add, currency, moneyOf, total, zero } from "../../src/domain/values/money.ts";
import { ok, type Result } from "../../src/domain/values/result.ts";
import { one, rows, sql } from "../../src/store/sql.ts";
import { utf8 } from "./tables.ts";

export const OWN_ACCOUNT = "6222000011112222";

export type EntryDifferent = Partial<Omit<StatementEntry, "amount" | "bookedOn" | "valueOn">> & {
  readonly amount?: string;
  readonly currency?: string;
  readonly bookedOn?: string;
  readonly valueOn?: string;
};

/** 100.00 CNY from 甲公司 on 10 March 2026, without a remark. */
export function entryOf(different: EntryDifferent = {}): StatementEntry {
  const { amount = "100.00", currency: unit = "CNY", bookedOn = "2026-03-10" } = different;
  const { valueOn = bookedOn, ...rest } = different;
  return {
    line: 2,
    counterName: "甲公司",
    counterAccount: null,
    counterBank: null,
    bankReference: null,
    payerReference: null,
    remark: null,
    method: "bank",
    returned: null,
    ...rest,
    amount: moneyOf(amount, unit),
    bookedOn: plainDate(bookedOn),
    valueOn: plainDate(valueOn),
  };
}

/** A statement whose balances are those of its entries, from nothing. */
export function statementOf(
  entries: readonly StatementEntry[],
  different: Partial<Statement> = {},
): Statement {
  const unit = entries[0]?.amount.currency ?? currency("CNY");
  const opening = zero(unit);
  const sum = total(
    entries.map(({ amount }) => amount),
    unit,
  );
  return {
    ...{ account: OWN_ACCOUNT, owner: null, currency: unit, number: null, told: null },
    ...{ fromOn: null, toOn: null, opening, closing: add(opening, sum) },
    entries: entries.map((entry, at) => ({ ...entry, line: at + 2 })),
    ...different,
  };
}

export const fileOf = (...statements: readonly Statement[]): StatementFile => ({
  format: "test",
  statements,
  statuses: [],
});

const asText = (file: StatementFile): string =>
  JSON.stringify(file, (_, part: unknown) => (typeof part === "bigint" ? `${part}` : part));

type How = {
  readonly fileName?: string;
  readonly account?: string | null;
  readonly insist?: string | null;
  readonly onProgress?: OnProgress;
};

/** Imports a file as a door would; the file's bytes are its own text. */
export const importBankFile = (
  desk: Desk,
  file: StatementFile,
  how: How = {},
): Promise<Result<StatementOutcome, ImportStatementRefusal>> =>
  importStatement(
    desk,
    async () => ok(file),
    {
      bytes: utf8(asText(file)),
      fileName: how.fileName ?? "statement.csv",
      account: how.account ?? null,
      map: null,
      insist: how.insist ?? null,
    },
    how.onProgress,
  );

/** Imports entries that must be taken. */
export async function takenLines(
  desk: Desk,
  entries: readonly StatementEntry[],
  how: How = {},
): Promise<StatementOutcome> {
  const done = await importBankFile(desk, fileOf(statementOf(entries)), how);
  if (done.ok) return done.value;
  throw new Error(JSON.stringify(done.refusal));
}

export type StoredLine = {
  readonly id: BankLineId;
  readonly state: string;
  readonly what: string | null;
  readonly byHand: boolean;
  readonly minor: bigint;
  readonly remark: string | null;
  readonly receipt: ReceiptId | null;
  readonly receiptState: string | null;
  readonly application: ApplicationId | null;
};

/** All lines of the book with their receipt and its live application, in the bank's order. */
export const linesOf = (desk: Desk): Promise<readonly StoredLine[]> =>
  desk.database.reading((tx) =>
    rows(
      tx,
      sql<StoredLine>`select l.id, l.state, l.what, l.by_hand as "byHand", l.amount as minor,
            l.remark, r.id as receipt, r.state as "receiptState", a.id as application
          from bank_line l
          left join receipt r on r.creditor_id = l.creditor_id and r.bank_line_id = l.id
          left join application a on a.creditor_id = r.creditor_id and a.receipt_id = r.id
            and a.state = 'live'
          where l.creditor_id = ${desk.creditorId}
          order by l.booked_on, l.statement_id, l.place`,
    ),
  );

/** Sums of the postings by account and currency, without those that came to nothing. */
export async function ledgerOf(desk: Desk): Promise<Readonly<Record<string, bigint>>> {
  const found = await desk.database.reading((tx) =>
    rows<{ account: string; sum: bigint }>(
      tx,
      sql`select account || ' ' || currency as account, sum(amount)::bigint as sum from posting
          where creditor_id = ${desk.creditorId} group by account, currency
          having sum(amount) <> 0 order by 1`,
    ),
  );
  return Object.fromEntries(found.map(({ account, sum }) => [account, sum]));
}

/** What must always hold; empty when it does. */
export async function ledgerFaults(desk: Desk): Promise<readonly string[]> {
  const found = await desk.database.reading((tx) =>
    rows<{ fault: string }>(
      tx,
      sql`select 'entries do not balance' as fault where exists (
            select from posting where creditor_id = ${desk.creditorId}
            group by entry_id, currency having sum(amount) <> 0)
          union all
          select 'item ' || i.number || ' is not its postings' from item i
          where i.creditor_id = ${desk.creditorId} and i.open_amount <> (
            select coalesce(sum(p.amount), 0) from posting p
            where p.creditor_id = i.creditor_id and p.item_id = i.id)
          union all
          select 'item ' || number || ' is over-settled' from item
          where creditor_id = ${desk.creditorId}
            and (sign(open_amount) = -sign(amount) or abs(open_amount) > abs(amount))
          union all
          select 'unidentified money differs by ' || (coalesce((
            select sum(amount) from posting where creditor_id = ${desk.creditorId}
              and account = 'unidentified'), 0) + coalesce((
            select sum(amount) from receipt where creditor_id = ${desk.creditorId}
              and state = 'unidentified'), 0)) as fault
          where coalesce((select sum(amount) from posting where creditor_id = ${desk.creditorId}
              and account = 'unidentified'), 0)
            <> -coalesce((select sum(amount) from receipt where creditor_id = ${desk.creditorId}
              and state = 'unidentified'), 0)`,
    ),
  );
  return found.map(({ fault }) => fault);
}

/** The id of the item with this number. */
export async function itemOf(desk: Desk, number: string): Promise<ItemId> {
  const { id } = await desk.database.reading((tx) =>
    one<{ id: ItemId }>(
      tx,
      sql`select id from item where creditor_id = ${desk.creditorId} and number = ${number}`,
    ),
  );
  return id;
}

/** The id of the customer with this number. */
export async function customerOf(desk: Desk, number: string): Promise<CustomerId> {
  const { id } = await desk.database.reading((tx) =>
    one<{ id: CustomerId }>(
      tx,
      sql`select id from customer where creditor_id = ${desk.creditorId} and number = ${number}`,
    ),
  );
  return id;
}
