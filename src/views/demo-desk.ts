/** What the demo's collector looks at: the customers' ids, and the day's lines with theirs. */
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId } from "../domain/values/ids.ts";
import { listCreditors } from "../store/creditors.ts";
import { listCustomers } from "../store/customers.ts";
import type { Database } from "../store/database.ts";
import { listSteps, type PlanStep } from "../store/plans.ts";

/** Ids of a creditor's customers by their numbers. */
export async function viewCustomerIds(
  database: Database,
  creditor: CreditorId,
): Promise<ReadonlyMap<string, CustomerId>> {
  const found = await database.reading((tx) => listCustomers(tx, creditor));
  return new Map(found.map(({ id, number }) => [number, id]));
}

/** The lines of a day, superseded ones left out. */
export const viewDayLines = (
  database: Database,
  creditor: CreditorId,
  day: PlainDate,
): Promise<readonly PlanStep[]> => database.reading((tx) => listSteps(tx, creditor, day));

/** The codes that are taken. */
export async function viewCreditorCodes(database: Database): Promise<ReadonlySet<string>> {
  const found = await database.reading(listCreditors);
  return new Set(found.map(({ code }) => code));
}
