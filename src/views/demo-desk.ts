/** What the demo's people look at: customers' ids, the day's lines, money that waits. */
import type { PlainDate } from "../domain/values/calendar.ts";
import type { ContactId, CreditorId, CustomerId, ItemId, ReceiptId } from "../domain/values/ids.ts";
import { listContacts } from "../store/contacts.ts";
import { listCreditors } from "../store/creditors.ts";
import { listCustomers } from "../store/customers.ts";
import type { Database } from "../store/database.ts";
import { type DemoLine, listDemoLines } from "../store/demo.ts";
import { listItemsByNumber } from "../store/items.ts";
import { listSteps, type PlanStep } from "../store/plans.ts";
import { listUnidentified } from "../store/receipt-rows.ts";

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

/** Who answers the telephone at each of these customers: a clerk before anybody else. */
export async function viewAnswering(
  database: Database,
  creditor: CreditorId,
  customers: readonly CustomerId[],
): Promise<ReadonlyMap<CustomerId, ContactId>> {
  const found = await database.reading((tx) => listContacts(tx, creditor, customers));
  const ordered = found.toSorted((left, right) =>
    `${left.role} ${left.name}` < `${right.role} ${right.name}` ? 1 : -1,
  );
  return new Map(ordered.map(({ customerId, id }) => [customerId, id]));
}

/** The codes that are taken. */
export async function viewCreditorCodes(database: Database): Promise<ReadonlySet<string>> {
  const found = await database.reading(listCreditors);
  return new Set(found.map(({ code }) => code));
}

/** The bank's lines with these references, and their receipts. */
export const viewBankLines = (
  database: Database,
  creditor: CreditorId,
  references: readonly string[],
): Promise<readonly DemoLine[]> =>
  database.reading((tx) => listDemoLines(tx, creditor, references));

/** Money that nobody has been found for, oldest first. */
export async function viewStrangers(
  database: Database,
  creditor: CreditorId,
): Promise<readonly ReceiptId[]> {
  const found = await database.reading((tx) =>
    listUnidentified(tx, creditor, { text: null, show: "all" }, null, 50),
  );
  return found.map(({ id }) => id);
}

/** Ids of invoices by their numbers. */
export async function viewInvoiceIds(
  database: Database,
  creditor: CreditorId,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, ItemId>> {
  const found = await database.reading((tx) =>
    listItemsByNumber(tx, creditor, numbers, "documents"),
  );
  return new Map(found.map(({ id, number }) => [number, id]));
}
