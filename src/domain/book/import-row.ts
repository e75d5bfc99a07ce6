/** Rows as a file gives them, read but not yet judged against the book. */
import type { PlainDate } from "../values/calendar.ts";
import type { Currency, Money, Rate } from "../values/money.ts";
import type { Note, Problem } from "./import-problem.ts";
import type { PaymentMethod } from "./payment-method.ts";

export const IMPORT_KINDS = ["customers", "contacts", "contracts", "invoices", "receipts"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];
/** What a stored import may be: a table, or a bank's file. */
export const STORED_IMPORT_KINDS = [...IMPORT_KINDS, "statement"] as const;
export type StoredImportKind = (typeof STORED_IMPORT_KINDS)[number];

export const isImportKind = (text: string): text is ImportKind =>
  (IMPORT_KINDS as readonly string[]).includes(text);

/** In a row: undefined means that the file has no such column, null that the cell is empty. */
type Told<Value> = Value | null | undefined;

export type CustomerRow = {
  readonly line: number;
  readonly number: string;
  readonly name: string;
  readonly nameEn: Told<string>;
  readonly uscc: Told<string>;
  readonly address: Told<string>;
  readonly language: Told<"zh" | "en">;
  readonly grade: Told<string>;
  readonly segment: Told<string>;
  readonly salesperson: Told<string>;
  readonly note: Told<string>;
  /** Accounts that it pays from, one or several. */
  readonly bankAccount?: Told<string>;
};

/** Whose a row is: by number where the file has one, else by name. */
export type CustomerNamed = {
  readonly customerNumber: string | null;
  readonly customerName: string | null;
};

export const CONTACT_ROLES = [
  "clerk",
  "finance_head",
  "procurement",
  "management",
  "legal_rep",
  "mailroom",
] as const;
export type ContactRole = (typeof CONTACT_ROLES)[number];

export type ContactRow = CustomerNamed & {
  readonly line: number;
  readonly name: string;
  readonly role: ContactRole;
  readonly email: Told<string>;
  readonly phone: Told<string>;
  readonly language: Told<"zh" | "en">;
  readonly source: Told<string>;
};

/** A paper that proves part of a contract: order, delivery note, acceptance. */
export type LinkedDocument = {
  readonly kind: "contract" | "order" | "delivery" | "acceptance" | "other";
  readonly number: string;
  readonly datedOn: PlainDate | null;
  /** The invoice that it belongs to, where the file names one. */
  readonly invoiceNumber: string | null;
};

export type ContractRow = CustomerNamed & {
  readonly line: number;
  readonly number: string;
  readonly signedOn: Told<PlainDate>;
  readonly termsText: Told<string>;
  readonly termsDays: Told<number>;
  readonly lateClause: Told<string>;
  readonly lateRate: Told<Rate>;
  readonly appropriation: Told<"statutory" | "principal_first" | "agreed">;
  readonly appropriationText: Told<string>;
  readonly debtStructure: Told<"single" | "same_debt_instalments" | "independent_periodic">;
  readonly creditorSize: Told<string>;
  readonly debtorSize: Told<string>;
  readonly guarantee: Told<string>;
  readonly serviceAddress: Told<string>;
  readonly returnChargeClause: Told<string>;
  readonly documents: readonly LinkedDocument[];
};

export type InvoiceKind = "invoice" | "debit_memo" | "credit_memo";

export type InvoiceRow = CustomerNamed & {
  readonly line: number;
  readonly number: string;
  readonly kind: InvoiceKind;
  /** Positive for invoices and debit memos, negative for credit memos. */
  readonly amount: Money;
  /** How much of it is settled, with the sign of the amount; null: the file does not say. */
  readonly paid: Money | null;
  readonly settledOn: PlainDate | null;
  readonly issuedOn: PlainDate;
  readonly dueOn: PlainDate | null;
  readonly contractNumber: string | null;
  readonly reference: string | null;
  /** Other numbers by which a payer may name it; undefined: the file has no such column. */
  readonly taxNumber?: string | null;
  readonly orderNumber?: string | null;
};

export type ReceiptRow = CustomerNamed & {
  readonly line: number;
  readonly number: string;
  readonly receivedOn: PlainDate;
  /** Positive. */
  readonly amount: Money;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  readonly method: PaymentMethod | null;
  readonly remark: string | null;
  /** The invoices that it settles, in the order named. */
  readonly invoiceNumbers: readonly string[];
};

export type RowOf = {
  readonly customers: CustomerRow;
  readonly contacts: ContactRow;
  readonly contracts: ContractRow;
  readonly invoices: InvoiceRow;
  readonly receipts: ReceiptRow;
};

/** A column of the file, and what we take it for (null: not used). */
export type FileColumn = {
  readonly letter: string;
  readonly heading: string;
  readonly field: string | null;
};

/** A field of an import kind, for a person who puts columns right. */
export type KnownField = {
  readonly field: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly required: boolean;
};

/** A file read: its good rows, and everything there is to say about the others. */
export type FileRows<Row> = {
  readonly sheet: string | null;
  readonly headerLine: number;
  readonly columns: readonly FileColumn[];
  readonly fields: readonly KnownField[];
  readonly firstRows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** Rows under the header, without total rows and repeated headers. */
  readonly read: number;
  readonly duplicates: number;
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
  readonly notes: readonly Note[];
  /** Lines of refused rows, and their numbers where one could be read. */
  readonly refused: readonly { readonly line: number; readonly number: string | null }[];
};

/** How to read a file where its headings don't say it. */
export type ImportMap = {
  /** Field → heading. */
  readonly columns: Readonly<Record<string, string>>;
  /** Field → the value of every row: a currency, a payment term. */
  readonly constants: Readonly<Record<string, string>>;
  readonly dateOrder: DateOrder | null;
  /** Fields whose leading zeros are dropped. */
  readonly stripLeadingZeros: readonly string[];
};
export type DateOrder = "ymd" | "dmy" | "mdy";

export const EMPTY_MAP: ImportMap = {
  columns: {},
  constants: {},
  dateOrder: null,
  stripLeadingZeros: [],
};

export type ReadOptions = {
  readonly sheet?: string | undefined;
  readonly map?: ImportMap | undefined;
  /** Taken where neither the file nor the map names a currency. */
  readonly homeCurrency: Currency;
};
