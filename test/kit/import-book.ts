/** Rows and items for tests of imports, with whatever a test wants different. */

import type { NewId } from "../../src/domain/book/import-booking.ts";
import type { BookItem } from "../../src/domain/book/import-invoices.ts";
import type { InvoiceRow } from "../../src/domain/book/import-row.ts";
import { type PlainDate, plainDate } from "../../src/domain/values/calendar.ts";
import type { CustomerId, ItemId } from "../../src/domain/values/ids.ts";
import { type Money, moneyOf, zero } from "../../src/domain/values/money.ts";

export const cny = (text: string): Money => moneyOf(text, "CNY");
export const on = (text: string): PlainDate => plainDate(text);

/** Ids that count up, so that two are never the same. */
export function countingIds(): NewId {
  let made = 0;
  return <Id>() => {
    made += 1;
    return `id-${made}` as Id;
  };
}

/** An invoice of 100.00 CNY of customer C1, issued in January 2026, due in February. */
export const invoiceRow = (different: Partial<InvoiceRow> = {}): InvoiceRow => ({
  line: 2,
  customerNumber: "C1",
  customerName: "甲",
  number: "INV1",
  kind: "invoice",
  amount: cny("100.00"),
  paid: null,
  settledOn: null,
  issuedOn: on("2026-01-05"),
  dueOn: on("2026-02-05"),
  contractNumber: null,
  reference: null,
  ...different,
});

/** The same invoice as the book has it, open in full. */
export function bookItem(different: Partial<BookItem> = {}): BookItem {
  const amount = different.amount ?? cny("100.00");
  const open = different.open ?? amount;
  const number = different.number ?? "INV1";
  return {
    id: `item-${number}` as ItemId,
    customerId: "customer-1" as CustomerId,
    customerNumber: "C1",
    kind: "invoice",
    number,
    amount,
    open,
    openThen: open,
    issuedOn: on("2026-01-05"),
    dueOn: on("2026-02-05"),
    ...different,
  };
}

/** The sum of amounts, of one currency. */
export const sumOf = (amounts: readonly Money[]): bigint =>
  amounts.reduce((sum, { minor }) => sum + minor, zero(cny("0").currency).minor as bigint);
