/** A set for measuring cash application: a year's bank lines with their truth, in one folder. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parsePlainDate } from "../../src/domain/values/calendar.ts";
import { isCurrency } from "../../src/domain/values/money.ts";

/** Amounts are whole minor units of the currency; money out of a bank line is negative. */
export type SetAllocation = { readonly invoiceId: string; readonly amount: number };

export type SetCustomer = {
  readonly id: string;
  readonly name: string;
  readonly englishName?: string;
  readonly currency: string;
  readonly terms: number;
  readonly bankAccount?: string;
};

export type SetInvoice = {
  readonly id: string;
  readonly number: string;
  readonly fapiao?: string;
  readonly po?: string;
  readonly contract?: string;
  readonly customerId: string;
  readonly currency: string;
  readonly issued: string;
  readonly due: string;
  readonly amount: number;
};

export type SetCreditNote = {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly currency: string;
  readonly issued: string;
  readonly amount: number;
  readonly forInvoice?: string;
};

export type SetLine = {
  readonly id: string;
  readonly date: string;
  readonly currency: string;
  readonly amount: number;
  readonly payerName: string;
  readonly payerAccount: string;
  readonly bankRef: string;
  readonly remark: string;
};

export type SetTruth = {
  readonly kind: string;
  /** How the payer's name was written. */
  readonly nameKind: string;
  readonly customerId: string | null;
  readonly allocations: readonly SetAllocation[];
  readonly creditNotes: readonly { readonly creditNoteId: string; readonly amount: number }[];
  readonly fee: number;
  readonly discount: number;
  readonly onAccount: number;
  readonly duplicateOf?: string;
  readonly reverses?: string;
  /** Invoices that would be as good as the one of the truth, for the same amount. */
  readonly alternatives: readonly string[];
  readonly decidable: boolean;
  /** Advice of the set's maker: not scored. */
  readonly expected: "auto" | "review" | "ignore";
};

export type CashSet = {
  readonly customers: readonly SetCustomer[];
  readonly invoices: readonly SetInvoice[];
  readonly creditNotes: readonly SetCreditNote[];
  /** In the order in which they are to be decided. */
  readonly bank: readonly SetLine[];
  readonly truth: Readonly<Record<string, SetTruth>>;
};

const PARTS = ["customers", "invoices", "creditNotes", "bank", "truth"] as const;

/** The set, or one sentence that says what is wrong with the folder. */
export function readCashSet(folder: string): CashSet | string {
  if (!existsSync(folder)) return `There is no folder ${folder}.`;
  const read: Record<string, unknown> = {};
  for (const part of PARTS) {
    const file = join(folder, `${part}.json`);
    if (!existsSync(file)) return `${folder} lacks the file ${part}.json.`;
    try {
      read[part] = JSON.parse(readFileSync(file, "utf8"));
    } catch {
      return `${file} is no JSON.`;
    }
    if (part !== "truth" && !Array.isArray(read[part])) return `${file} should hold a list.`;
  }
  return checked(folder, read as CashSet);
}

function checked(folder: string, set: CashSet): CashSet | string {
  const truths = set.truth as CashSet["truth"] | null;
  if (truths === null || typeof truths !== "object" || Array.isArray(truths)) {
    return `${join(folder, "truth.json")} should hold an object by line id.`;
  }
  const without = set.bank.find(({ id }) => truths[id] === undefined);
  if (without !== undefined) return `${join(folder, "truth.json")} has no line ${without.id}.`;
  const customers = new Set(set.customers.map(({ id }) => id));
  for (const { id, amount, currency } of [...set.bank, ...set.invoices, ...set.creditNotes]) {
    if (!Number.isSafeInteger(amount)) return `${folder}: the amount of ${id} is no whole number.`;
    if (!isCurrency(currency)) return `${folder}: ${id} is in ${currency}, which we do not book.`;
  }
  for (const { id, issued, customerId } of [...set.invoices, ...set.creditNotes]) {
    if (!parsePlainDate(issued).ok) return `${folder}: the day of ${id} does not exist.`;
    if (!customers.has(customerId)) return `${folder}: ${id} is of no listed customer.`;
  }
  const undated = set.bank.find(({ date }) => !parsePlainDate(date).ok);
  if (undated !== undefined) return `${folder}: the day of ${undated.id} does not exist.`;
  return set;
}

/** Writes the set where `readCashSet` finds it. */
export function writeCashSet(folder: string, set: CashSet): void {
  mkdirSync(folder, { recursive: true });
  for (const part of PARTS) {
    writeFileSync(join(folder, `${part}.json`), `${JSON.stringify(set[part], null, 1)}\n`);
  }
}
