/** Imports invoices, debit and credit memos with what is paid; or a whole open-item list. */
import type { Booking } from "../domain/book/booking.ts";
import { together } from "../domain/book/booking.ts";
import { customerBook, type UnknownCustomer } from "../domain/book/customer-match.ts";
import { bookCorrection, bookDocument } from "../domain/book/import-booking.ts";
import {
  type BookItem,
  type InvoiceBook,
  invoiceFactsText,
  type JudgedInvoices,
  judgeInvoices,
  otherNumbersOf,
  settlementNumber,
} from "../domain/book/import-invoices.ts";
import { withoutRepeats } from "../domain/book/import-repeats.ts";
import type { ImportOutcome } from "../domain/book/import-report.ts";
import type { InvoiceRow } from "../domain/book/import-row.ts";
import { judgeSnapshot, type Snapshot, UNCHANGED } from "../domain/book/import-snapshot.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { listContractTerms } from "../store/contracts.ts";
import { insertCustomers, listCustomers, lockCustomers } from "../store/customers.ts";
import {
  insertBookings,
  listItemsByNumber,
  lockItemsOn,
  updateDueDays,
  updateOtherNumbers,
} from "../store/items.ts";
import { type Context, defineAction } from "./action.ts";
import {
  auditedImport,
  type ImportInput,
  type ImportRefusal,
  type Judgement,
  runImport,
} from "./import-rows.ts";
import { storeImportedApplications } from "./store-imported-applications.ts";

export const importInvoices = defineAction<ImportInput<InvoiceRow>, ImportOutcome, ImportRefusal>({
  name: "import_invoices",
  permission: "book:import",
  audited: auditedImport,
  run: (context, input) => runImport(context, "invoices", input, () => judge(context, input)),
});

async function judge(context: Context, input: ImportInput<InvoiceRow>): Promise<Judgement> {
  const { snapshotOn } = input;
  const unrepeated = withoutRepeats(input.rows, ({ number }) => number, invoiceFactsText);
  const { book, items } = await loadBook(context, unrepeated.rows, input);
  const judged = judgeInvoices(unrepeated.rows, book, { today: context.today, snapshotOn });
  const refused = input.refused.flatMap(({ number }) => number ?? []);
  const mentioned = [...input.rows.map(({ number }) => number), ...refused];
  const snapshot =
    snapshotOn === null
      ? UNCHANGED
      : judgeSnapshot(judged.known, items, new Set(mentioned), snapshotOn);
  const customers = newCustomers(judged);
  return {
    created: judged.created.length,
    unchanged: judged.known.length - snapshot.changed,
    changed: snapshot.changed,
    repeated: unrepeated.repeated,
    amounts: [...judged.created, ...judged.known].map(({ row }) => row.amount),
    problems: [...unrepeated.problems, ...judged.problems],
    notes: [...unrepeated.notes, ...judged.notes, ...snapshot.notes],
    differences: snapshot.corrections.map(({ difference }) => difference),
    customersCreated: customers,
    store: (importId) => store(context, { importId, input, judged, snapshot, customers }),
  };
}

/** What the rows are judged against; for a snapshot also everything that is or was open. */
async function loadBook(
  { tx, creditorId }: Context,
  rows: readonly InvoiceRow[],
  { snapshotOn }: ImportInput<InvoiceRow>,
): Promise<{ readonly book: InvoiceBook; readonly items: readonly BookItem[] }> {
  const numbers = rows.map(({ number }) => number);
  const paid = rows.filter(({ paid: amount }) => amount !== null);
  const contracts = rows.flatMap(({ contractNumber }) => contractNumber ?? []);
  const items =
    snapshotOn === null
      ? await listItemsByNumber(tx, creditorId, numbers, "documents")
      : await lockItemsOn(tx, creditorId, numbers, snapshotOn);
  const receipts = paid.map(({ number }) => settlementNumber(number));
  const settlements = await listItemsByNumber(tx, creditorId, receipts, "receipts");
  const known = await listContractTerms(tx, creditorId, [...new Set(contracts)]);
  const documents = items.filter(({ kind }) => kind !== "receipt");
  const byNumber = <One extends { readonly number: string }>(ones: readonly One[]) =>
    new Map(ones.map((one) => [one.number, one]));
  return {
    items,
    book: {
      customers: customerBook(await listCustomers(tx, creditorId)),
      documents: byNumber(documents),
      settlements: byNumber(settlements),
      contracts: byNumber(known),
    },
  };
}

/** Every unknown customer once, under the first name the file gives. */
function newCustomers({ created }: JudgedInvoices): readonly UnknownCustomer[] {
  const found = new Map<string, UnknownCustomer>();
  for (const { customer } of created) {
    if (!("id" in customer) && !found.has(customer.number)) found.set(customer.number, customer);
  }
  return [...found.values()];
}

type Storing = {
  readonly importId: Parameters<Judgement["store"]>[0];
  readonly input: ImportInput<InvoiceRow>;
  readonly judged: JudgedInvoices;
  readonly snapshot: Snapshot;
  readonly customers: readonly UnknownCustomer[];
};

async function store(context: Context, storing: Storing): Promise<void> {
  const { tx, creditorId, now, today, newId } = context;
  const { importId, input, judged, snapshot, customers } = storing;
  const created = customers.map((customer) => ({ ...customer, id: newId<CustomerId>() }));
  await insertCustomers(tx, creditorId, created, now);
  const ids = new Map(created.map(({ number, id }) => [number, id]));
  const touched = new Set([
    ...snapshot.corrections.map(({ item }) => item.customerId),
    ...snapshot.dueDays.map(({ item }) => item.customerId),
  ]);
  const bookings: Booking[] = [];
  for (const document of judged.created) {
    const { customer } = document;
    const id = "id" in customer ? customer.id : ids.get(customer.number);
    if (id === undefined) continue;
    touched.add(id);
    bookings.push(bookDocument(document, id, newId));
  }
  for (const correction of snapshot.corrections) {
    bookings.push(bookCorrection(correction, input.snapshotOn ?? today, newId));
  }
  await lockCustomers(tx, creditorId, [...touched]);
  await updateDueDays(tx, creditorId, snapshot.dueDays);
  await updateOtherNumbers(tx, creditorId, otherNumbersOf(judged.known));
  const booked = { creditorId, importId, bookedOn: today };
  await insertBookings(tx, booked, bookings, together, input.onStored);
  await storeImportedApplications(context, bookings);
}
