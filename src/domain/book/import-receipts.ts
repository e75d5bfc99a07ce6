/** Judges rows of receipts against the book, and settles the invoices that they name. */
import type { PlainDate } from "../values/calendar.ts";
import { later } from "../values/calendar.ts";
import type { CustomerId, EntryId, ItemId } from "../values/ids.ts";
import {
  amountText,
  isPositive,
  isZero,
  lesser,
  type Money,
  negate,
  subtract,
} from "../values/money.ts";
import { ok, type Result, refuse } from "../values/result.ts";
import {
  allocationEntry,
  type Booking,
  documentEntry,
  type NewItem,
  NOTHING_BOOKED,
  together,
} from "./booking.ts";
import { type CustomerBook, knownCustomer } from "./customer-match.ts";
import type { NewId } from "./import-booking.ts";
import type { BookItem } from "./import-invoices.ts";
import { type Note, noteOn, type Problem, type RowRefusal, rowProblem } from "./import-problem.ts";
import type { ReceiptRow } from "./import-row.ts";

export type ReceiptBook = {
  readonly customers: CustomerBook;
  readonly receipts: ReadonlyMap<string, BookItem>;
  /** Numbers of receipts that are nobody's: of a bank line whose payer is not known yet. */
  readonly nobodys: ReadonlySet<string>;
  readonly invoices: ReadonlyMap<string, BookItem>;
};

export type Allocation = { readonly item: BookItem; readonly amount: Money };

export type NewReceiptRow = {
  readonly row: ReceiptRow;
  readonly customerId: CustomerId;
  readonly allocations: readonly Allocation[];
};

export type JudgedReceipts = {
  readonly created: readonly NewReceiptRow[];
  readonly unchanged: number;
  readonly problems: readonly Problem[];
  readonly notes: readonly Note[];
};

/** Judges receipts in the order of the file: the first to name an invoice settles it first. */
export function judgeReceipts(
  rows: readonly ReceiptRow[],
  book: ReceiptBook,
  today: PlainDate,
): JudgedReceipts {
  const left = new Map<ItemId, Money>();
  const created: NewReceiptRow[] = [];
  const problems: Problem[] = [];
  const notes: Note[] = [];
  let unchanged = 0;
  for (const row of rows) {
    const judged = judgeReceipt(row, book, today);
    if (!judged.ok) {
      problems.push(rowProblem(row.line, judged.refusal));
    } else if (judged.value === "unchanged") {
      unchanged += 1;
    } else {
      const { allocations, rest } = allocate(row.amount, judged.value.invoices, left);
      if (isPositive(rest) && row.invoiceNumbers.length > 0) {
        const facts = { number: row.number, rest: amountText(rest) };
        notes.push(noteOn(row.line, { code: "receipt_exceeds_invoices", ...facts }));
      }
      created.push({ row, customerId: judged.value.customerId, allocations });
    }
  }
  return { created, unchanged, problems, notes };
}

type Payable = { readonly customerId: CustomerId; readonly invoices: readonly BookItem[] };

function judgeReceipt(
  row: ReceiptRow,
  book: ReceiptBook,
  today: PlainDate,
): Result<Payable | "unchanged", RowRefusal> {
  if (row.receivedOn > today) {
    return refuse({ code: "received_in_future", day: row.receivedOn, today });
  }
  const before = book.receipts.get(row.number);
  if (before !== undefined) {
    const change = changeOf(row, before);
    return change === null ? ok("unchanged") : refuse(change);
  }
  if (book.nobodys.has(row.number)) {
    const { number, customerNumber, customerName } = row;
    const told = { book: "", file: customerNumber ?? customerName ?? "" };
    return refuse({ code: "row_changed", number, field: "customer_number", ...told });
  }
  const invoices = row.invoiceNumbers.map((number) => book.invoices.get(number));
  const lost = row.invoiceNumbers.find((_, index) => invoices[index] === undefined);
  if (lost !== undefined) return refuse({ code: "invoice_unknown", number: lost });
  const named = invoices.filter((item) => item !== undefined);
  const customerId = customerOf(row, book, named);
  if (!customerId.ok) return customerId;
  const strange = named.find((item) => item.customerId !== customerId.value);
  if (strange !== undefined) {
    return refuse({ code: "invoice_of_other_customer", number: strange.number });
  }
  const foreign = named.find(({ amount }) => amount.currency !== row.amount.currency);
  if (foreign !== undefined) {
    return refuse({ code: "invoice_in_other_currency", number: foreign.number });
  }
  return ok({ customerId: customerId.value, invoices: named });
}

/** Who paid: as the row says, else whose invoice it names. */
function customerOf(
  row: ReceiptRow,
  { customers }: ReceiptBook,
  named: readonly BookItem[],
): Result<CustomerId, RowRefusal> {
  const [first] = named;
  const told = row.customerNumber !== null || (row.customerName !== null && first === undefined);
  if (!told && first !== undefined) return ok(first.customerId);
  const found = knownCustomer(customers, row);
  return found.ok ? ok(found.value.id) : found;
}

function changeOf(row: ReceiptRow, before: BookItem): RowRefusal | null {
  const compared = [
    ["currency", before.amount.currency, row.amount.currency],
    ["amount", amountText(negate(before.amount)), amountText(row.amount)],
    ["received_on", before.issuedOn, row.receivedOn],
    ["customer_number", before.customerNumber, row.customerNumber ?? before.customerNumber],
  ] as const;
  const different = compared.find(([, inBook, inFile]) => inBook !== inFile);
  if (different === undefined) return null;
  const [field, inBook, inFile] = different;
  return { code: "row_changed", number: row.number, field, book: inBook, file: inFile };
}

/** Settles the named invoices in their order, as far as the receipt and what is open reach. */
function allocate(amount: Money, invoices: readonly BookItem[], left: Map<ItemId, Money>) {
  const allocations: Allocation[] = [];
  let rest = amount;
  for (const item of invoices) {
    const open = left.get(item.id) ?? item.open;
    if (!isPositive(open)) continue;
    const part = lesser(open, rest);
    if (isZero(part)) break;
    allocations.push({ item, amount: part });
    left.set(item.id, subtract(open, part));
    rest = subtract(rest, part);
  }
  return { allocations, rest };
}

/** A receipt and what it settles; what is left stays open as unapplied cash. */
export function bookReceipt(
  { row, customerId, allocations }: NewReceiptRow,
  newId: NewId,
): Booking {
  const applied = allocations.reduce((sum, { amount }) => subtract(sum, amount), row.amount);
  const item: NewItem = {
    id: newId<ItemId>(),
    customerId,
    kind: "receipt",
    number: row.number,
    amount: negate(row.amount),
    open: negate(applied),
    issuedOn: row.receivedOn,
    dueOn: null,
    contractId: null,
    reference: row.invoiceNumbers.join(", ") || null,
  };
  const { payerName, payerAccount, remark } = row;
  const details = { payerName, payerAccount, method: row.method ?? "bank", remark };
  const because = [{ code: "imported", line: row.line }];
  return together([
    {
      ...NOTHING_BOOKED,
      items: [item],
      receipts: [{ itemId: item.id, ...details }],
      ...documentEntry(item, newId(), because),
    },
    ...allocations.map((part) => bookAllocation(item, part, row.line, newId)),
  ]);
}

function bookAllocation(
  receipt: NewItem,
  { item, amount }: Allocation,
  line: number,
  newId: NewId,
): Booking {
  const because = [{ code: "named_in_file", line }];
  const effectiveOn = later(receipt.issuedOn, item.issuedOn);
  const entry = { id: newId<EntryId>(), effectiveOn, because };
  return {
    ...NOTHING_BOOKED,
    ...allocationEntry(entry, item.id, receipt.id, amount),
    opened: [{ itemId: item.id, by: negate(amount) }],
  };
}

/** What a row says apart from its line, to compare rows of one number. */
export function receiptFactsText({ line: _line, amount, ...facts }: ReceiptRow): string {
  return JSON.stringify([facts, amount.currency, amountText(amount)]);
}
