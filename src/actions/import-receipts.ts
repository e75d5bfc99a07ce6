/** Imports receipts; those that name invoices settle them, the others stay unapplied. */
import { type Booking, together } from "../domain/book/booking.ts";
import { customerBook } from "../domain/book/customer-match.ts";
import {
  bookReceipt,
  judgeReceipts,
  type NewReceiptRow,
  receiptFactsText,
} from "../domain/book/import-receipts.ts";
import { withoutRepeats } from "../domain/book/import-repeats.ts";
import type { ImportOutcome } from "../domain/book/import-report.ts";
import type { ReceiptRow } from "../domain/book/import-row.ts";
import type { ImportId } from "../domain/values/ids.ts";
import { listCustomers, lockCustomers } from "../store/customers.ts";
import { insertBookings, listItemsByNumber, lockItemsByNumber } from "../store/items.ts";
import { listReceiptNumbers } from "../store/receipts.ts";
import { type Context, defineAction } from "./action.ts";
import {
  auditedImport,
  type ImportInput,
  type ImportRefusal,
  type Judgement,
  type OnStored,
  runImport,
} from "./import-rows.ts";
import { storeImportedApplications } from "./store-imported-applications.ts";

export const importReceipts = defineAction<ImportInput<ReceiptRow>, ImportOutcome, ImportRefusal>({
  name: "import_receipts",
  permission: "book:import",
  audited: auditedImport,
  run: (context, input) => runImport(context, "receipts", input, () => judge(context, input)),
});

async function judge(context: Context, input: ImportInput<ReceiptRow>): Promise<Judgement> {
  const { tx, creditorId, today } = context;
  const unrepeated = withoutRepeats(input.rows, ({ number }) => number, receiptFactsText);
  const numbers = unrepeated.rows.map(({ number }) => number);
  const named = unrepeated.rows.flatMap(({ invoiceNumbers }) => invoiceNumbers);
  const invoices = await lockItemsByNumber(tx, creditorId, [...new Set(named)]);
  const known = await listItemsByNumber(tx, creditorId, numbers, "receipts");
  const all = await listReceiptNumbers(tx, creditorId, numbers);
  const nobodys = [...all].flatMap(([number, { ownerless }]) => (ownerless ? [number] : []));
  const book = {
    nobodys: new Set(nobodys),
    customers: customerBook(await listCustomers(tx, creditorId)),
    receipts: new Map(known.map((item) => [item.number, item])),
    invoices: new Map(invoices.map((item) => [item.number, item])),
  };
  const judged = judgeReceipts(unrepeated.rows, book, today);
  return {
    created: judged.created.length,
    unchanged: judged.unchanged,
    changed: 0,
    repeated: unrepeated.repeated,
    amounts: judged.created.map(({ row }) => row.amount),
    problems: [...unrepeated.problems, ...judged.problems],
    notes: [...unrepeated.notes, ...judged.notes],
    differences: [],
    customersCreated: [],
    store: (importId) => store(context, judged.created, importId, input.onStored),
  };
}

async function store(
  context: Context,
  created: readonly NewReceiptRow[],
  importId: ImportId,
  onStored: OnStored | undefined,
): Promise<void> {
  const { tx, creditorId, today, newId } = context;
  const touched = new Set(created.map(({ customerId }) => customerId));
  await lockCustomers(tx, creditorId, [...touched]);
  const bookings: readonly Booking[] = created.map((receipt) => bookReceipt(receipt, newId));
  const booked = { creditorId, importId, bookedOn: today };
  await insertBookings(tx, booked, bookings, together, onStored);
  await storeImportedApplications(context, bookings);
}
