/** Judges rows of invoices against the book: new, known, changed or refused. */
import { addDays, type PlainDate } from "../values/calendar.ts";
import type { ContractId, CustomerId, ItemId } from "../values/ids.ts";
import { amountText, isZero, type Money, negate, subtract } from "../values/money.ts";
import { ok, type Result, refuse } from "../values/result.ts";
import type { ItemKind } from "./booking.ts";
import {
  type CustomerBook,
  type KnownCustomer,
  matchCustomer,
  type UnknownCustomer,
} from "./customer-match.ts";
import { type Note, noteOn, type Problem, type RowRefusal, rowProblem } from "./import-problem.ts";
import type { InvoiceRow } from "./import-row.ts";

/** An item as the book has it. */
export type BookItem = {
  readonly id: ItemId;
  readonly customerId: CustomerId;
  readonly customerNumber: string;
  readonly kind: ItemKind;
  readonly number: string;
  readonly amount: Money;
  /** Open today, and on the day of the snapshot (today without one). */
  readonly open: Money;
  readonly openThen: Money;
  readonly issuedOn: PlainDate;
  readonly dueOn: PlainDate | null;
  /** Its due day was moved by agreement: no list moves it back. */
  readonly dueAgreed?: boolean;
};

export type KnownContract = {
  readonly id: ContractId;
  readonly number: string;
  readonly termsDays: number | null;
};

/** What rows of invoices are judged against. */
export type InvoiceBook = {
  readonly customers: CustomerBook;
  /** Claims and credit memos by number. */
  readonly documents: ReadonlyMap<string, BookItem>;
  /** Receipts by number, as far as they were made from paid invoices. */
  readonly settlements: ReadonlyMap<string, BookItem>;
  readonly contracts: ReadonlyMap<string, KnownContract>;
};

/** A row that becomes an item, with its due day found and its settlement dated. */
export type NewDocument = {
  readonly row: InvoiceRow;
  readonly customer: KnownCustomer | UnknownCustomer;
  readonly dueOn: PlainDate | null;
  readonly contractId: ContractId | null;
  /** What is paid, with the sign of the amount, and when; null when nothing is. */
  readonly settlement: { readonly amount: Money; readonly on: PlainDate } | null;
};

export type KnownDocument = { readonly row: InvoiceRow; readonly item: BookItem };

export type JudgedInvoices = {
  readonly created: readonly NewDocument[];
  readonly known: readonly KnownDocument[];
  readonly problems: readonly Problem[];
  readonly notes: readonly Note[];
};

/** What a file adds to documents that are in the book: numbers by which payers name them. */
export const otherNumbersOf = (known: readonly KnownDocument[]) =>
  known.flatMap(({ row: { number, taxNumber: told = null, orderNumber = null }, item }) => {
    const taxNumber = told === number ? null : told;
    return taxNumber === null && orderNumber === null ? [] : [{ item, taxNumber, orderNumber }];
  });

/** The number of the receipt that stands for what a file says is paid of an invoice. */
export const settlementNumber = (invoiceNumber: string): string => `${invoiceNumber}#1`;

export type Judging = {
  readonly today: PlainDate;
  /** The file is the whole truth of this day. */
  readonly snapshotOn: PlainDate | null;
};

/**
 * Judges row by row. Without a snapshot a row that differs from the book is refused with both
 * values, since nobody said which one is right; with one, the open amount is taken from the file
 * (`import-snapshot.ts`) and only customer and currency must agree.
 */
export function judgeInvoices(
  rows: readonly InvoiceRow[],
  book: InvoiceBook,
  judging: Judging,
): JudgedInvoices {
  const created: NewDocument[] = [];
  const known: KnownDocument[] = [];
  const problems: Problem[] = [];
  const notes: Note[] = [];
  for (const row of rows) {
    const judged = judgeInvoice(row, book, judging);
    if (!judged.ok) problems.push(rowProblem(row.line, judged.refusal));
    else if ("item" in judged.value) known.push(judged.value);
    else {
      created.push(judged.value);
      notes.push(...invoiceNotes(judged.value));
    }
  }
  return { created, known, problems, notes: [...notes, ...sharedNotes(created, judging)] };
}

function judgeInvoice(
  row: InvoiceRow,
  book: InvoiceBook,
  judging: Judging,
): Result<NewDocument | KnownDocument, RowRefusal> {
  const customer = matchCustomer(book.customers, row);
  if (!customer.ok) return customer;
  const { settledOn } = row;
  if (settledOn !== null && settledOn > judging.today) {
    return refuse({ code: "settled_in_future", day: settledOn, today: judging.today });
  }
  const due = dueDayOf(row, book);
  const item = book.documents.get(row.number);
  if (item !== undefined) {
    const changed = changeOf(row, due, item, customer.value, book, judging);
    return changed === null ? ok({ row, item }) : refuse(changed);
  }
  if (due === null && row.kind !== "credit_memo") return refuse({ code: "due_day_missing" });
  const contractId = book.contracts.get(row.contractNumber ?? "")?.id ?? null;
  return ok({
    row,
    customer: customer.value,
    dueOn: row.kind === "credit_memo" ? null : due,
    contractId,
    settlement: settlementOf(row, judging),
  });
}

/** By the file, else by the contract's term; credit memos fall due never. */
function dueDayOf(row: InvoiceRow, book: InvoiceBook): PlainDate | null {
  if (row.dueOn !== null) return row.dueOn;
  const days = book.contracts.get(row.contractNumber ?? "")?.termsDays;
  return days === undefined || days === null ? null : addDays(row.issuedOn, days);
}

/** A payment whose day the file does not say counts from the snapshot's day, else from today. */
function settlementOf({ paid, settledOn, issuedOn }: InvoiceRow, judging: Judging) {
  if (paid === null || isZero(paid)) return null;
  const assumed = judging.snapshotOn ?? judging.today;
  return { amount: paid, on: settledOn ?? (assumed < issuedOn ? issuedOn : assumed) };
}

type Change = Extract<RowRefusal, { readonly code: "row_changed" }>;

/** The first difference between a row and the item of its number; null when they agree. */
function changeOf(
  row: InvoiceRow,
  due: PlainDate | null,
  item: BookItem,
  customer: KnownCustomer | UnknownCustomer,
  book: InvoiceBook,
  { snapshotOn }: Judging,
): Change | null {
  const changed = (field: string, inBook: string, inFile: string): Change | null =>
    inBook === inFile
      ? null
      : { code: "row_changed", number: row.number, field, book: inBook, file: inFile };
  const lasting =
    changed("customer_number", item.customerNumber, customer.number) ??
    changed("currency", item.amount.currency, row.amount.currency);
  if (lasting !== null || snapshotOn !== null) return lasting;
  return (
    changed("kind", item.kind, row.kind) ??
    changed("amount", amountText(item.amount), amountText(row.amount)) ??
    changed("issued_on", item.issuedOn, row.issuedOn) ??
    (item.dueOn === null || due === null ? null : changed("due_on", item.dueOn, due)) ??
    paymentChange(row, item, book.settlements.get(settlementNumber(row.number)), changed)
  );
}

/**
 * Whether the file says something else about payment than the book: neither what an earlier file
 * paid nor what is settled by now. A file that says nothing about payment agrees with everything.
 */
function paymentChange(
  { paid, settledOn }: InvoiceRow,
  item: BookItem,
  settlement: BookItem | undefined,
  changed: (field: string, book: string, file: string) => Change | null,
): Change | null {
  if (paid === null) return null;
  const settled = amountText(subtract(item.amount, item.open));
  const byFile = settlement === undefined ? null : amountText(negate(settlement.amount));
  const told = amountText(paid);
  if (told !== byFile) return changed("paid_amount", settled, told);
  if (settlement === undefined || settledOn === null) return null;
  return changed("settled_on", settlement.issuedOn, settledOn);
}

/** What is odd about a row and yet taken. */
function invoiceNotes({ row, dueOn, settlement }: NewDocument): readonly Note[] {
  const { line, number, issuedOn, kind } = row;
  const notes: Note[] = [];
  if (dueOn !== null && dueOn < issuedOn) {
    notes.push(noteOn(line, { code: "due_before_issue", number, due: dueOn }));
  }
  if (kind === "credit_memo") notes.push(noteOn(line, { code: "negative_is_credit_memo", number }));
  if (settlement !== null && settlement.on < issuedOn) {
    notes.push(noteOn(line, { code: "settled_before_issue", number, day: settlement.on }));
  }
  return notes;
}

/** What many rows have in common is said once. */
function sharedNotes(created: readonly NewDocument[], judging: Judging): readonly Note[] {
  const assumed = created.filter(({ row, settlement }) => settlement && row.settledOn === null);
  const strays = created.filter(
    ({ row, contractId }) => row.contractNumber !== null && contractId === null,
  );
  const notes: Note[] = [];
  if (assumed.length > 0) {
    const day = judging.snapshotOn ?? judging.today;
    notes.push(noteOn(null, { code: "settled_day_assumed", count: assumed.length, day }));
  }
  const [example = ""] = strays.flatMap(({ row }) => row.contractNumber ?? []);
  if (strays.length > 0) {
    notes.push(noteOn(null, { code: "contract_unknown", count: strays.length, example }));
  }
  return [...notes, ...differingNames(created)];
}

/** Customers that the file calls by several names; the first one stays. */
function differingNames(created: readonly NewDocument[]): readonly Note[] {
  const names = new Map<string, Set<string>>();
  for (const { row, customer } of created) {
    if (row.customerName === null || row.customerNumber === null) continue;
    const known = names.get(customer.number);
    if (known === undefined) names.set(customer.number, new Set([row.customerName]));
    else known.add(row.customerName);
  }
  const several = [...names].filter(([, set]) => set.size > 1);
  const [first] = several;
  if (first === undefined) return [];
  const example = `${first[0]}: ${[...first[1]].slice(0, 3).join(" / ")}`;
  return [noteOn(null, { code: "names_differ", count: several.length, example })];
}

/** What a row says apart from its line and the customer's name, to compare rows of one number. */
export function invoiceFactsText(row: InvoiceRow): string {
  const { line: _line, customerName, amount, paid, reference: _reference, ...facts } = row;
  const whose = row.customerNumber === null ? customerName : null;
  const amounts = [amount.currency, amountText(amount), paid === null ? null : amountText(paid)];
  return JSON.stringify([facts, whose, amounts]);
}
