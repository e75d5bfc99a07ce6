/** Creditors: the selling entities whose receivables these are. */
import type { CreditorDetails } from "../domain/book/creditor.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId } from "../domain/values/ids.ts";
import type { Currency } from "../domain/values/money.ts";
import { type Executor, maybe, one, rows, run, sql } from "./sql.ts";

export type Creditor = {
  readonly id: CreditorId;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly uscc: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly bankName: string | null;
  readonly bankAccount: string | null;
  readonly country: string;
  readonly timeZone: string;
  readonly homeCurrency: Currency;
  readonly testMode: boolean;
  readonly demo: boolean;
  readonly liveOn: PlainDate | null;
  readonly entry: string;
  readonly policyVersion: number;
};

const COLUMNS = sql`id, code, name, name_en as "nameEn", uscc, address, phone, email,
  bank_name as "bankName", bank_account as "bankAccount", country, time_zone as "timeZone",
  home_currency as "homeCurrency", test_mode as "testMode", demo, live_on as "liveOn", entry,
  policy_version as "policyVersion"`;

export async function findTimeZone(executor: Executor, id: CreditorId): Promise<string | null> {
  const row = await maybe<{ zone: string }>(
    executor,
    sql`select time_zone as zone from creditor where id = ${id}`,
  );
  return row === null ? null : row.zone;
}

export const findCreditor = (executor: Executor, id: CreditorId): Promise<Creditor | null> =>
  maybe(executor, sql<Creditor>`select ${COLUMNS} from creditor where id = ${id}`);

export const findCreditorByCode = (executor: Executor, code: string): Promise<Creditor | null> =>
  maybe(executor, sql<Creditor>`select ${COLUMNS} from creditor where code = ${code}`);

export const listCreditors = (executor: Executor): Promise<readonly Creditor[]> =>
  rows(executor, sql<Creditor>`select ${COLUMNS} from creditor order by demo, code`);

/** Locks the creditor's row: going live, publishing a policy and numbering letters meet here. */
export const lockCreditor = (executor: Executor, id: CreditorId): Promise<Creditor> =>
  one(executor, sql<Creditor>`select ${COLUMNS} from creditor where id = ${id} for update`);

export type NewCreditor = Omit<Creditor, "liveOn" | "entry" | "policyVersion"> & {
  readonly createdAt: Instant;
};

export async function insertCreditor(executor: Executor, creditor: NewCreditor): Promise<void> {
  await run(
    executor,
    sql`insert into creditor (id, code, name, name_en, uscc, address, phone, email, bank_name,
          bank_account, country, time_zone, home_currency, test_mode, demo, created_at)
        values (${creditor.id}, ${creditor.code}, ${creditor.name}, ${creditor.nameEn},
          ${creditor.uscc}, ${creditor.address}, ${creditor.phone}, ${creditor.email},
          ${creditor.bankName}, ${creditor.bankAccount}, ${creditor.country},
          ${creditor.timeZone}, ${creditor.homeCurrency}, ${creditor.testMode},
          ${creditor.demo}, ${creditor.createdAt})`,
  );
}

export async function updateCreditorDetails(
  executor: Executor,
  id: CreditorId,
  details: CreditorDetails,
): Promise<void> {
  await run(
    executor,
    sql`update creditor set name = ${details.name}, name_en = ${details.nameEn},
          uscc = ${details.uscc}, address = ${details.address}, phone = ${details.phone},
          email = ${details.email}, bank_name = ${details.bankName},
          bank_account = ${details.bankAccount}, test_mode = ${details.testMode}
        where id = ${id}`,
  );
}

export async function updateLiveOn(
  executor: Executor,
  id: CreditorId,
  liveOn: PlainDate,
): Promise<void> {
  await run(executor, sql`update creditor set live_on = ${liveOn} where id = ${id}`);
}

export async function updateEntry(
  executor: Executor,
  id: CreditorId,
  entry: string,
): Promise<void> {
  await run(executor, sql`update creditor set entry = ${entry} where id = ${id}`);
}

/** Takes `count` letter numbers at once and gives the first. */
export async function takeLetterNumbers(
  executor: Executor,
  id: CreditorId,
  count: number,
): Promise<bigint> {
  const { last } = await one<{ last: bigint }>(
    executor,
    sql`update creditor set letter_count = letter_count + ${count} where id = ${id}
        returning letter_count as last`,
  );
  return last - BigInt(count) + 1n;
}
