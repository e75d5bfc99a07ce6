/** Rows of receipts. */
import type { ReceiptRow } from "../../domain/book/import-row.ts";
import { amountText, type Currency, isPositive } from "../../domain/values/money.ts";
import { chosen, METHOD_WORDS } from "./choices.ts";
import { readCurrency } from "./currency.ts";
import type { RowReader } from "./row-reader.ts";

/** Between numbers of several invoices: commas, semicolons, blanks. A slash is part of a number. */
const SEPARATORS = /[,;、，；\s]+/;

/** Reads one receipt; null when the reader has collected a problem. */
export function readReceipt(row: RowReader, home: Currency): ReceiptRow | null {
  const number = row.needed("number", row.number("number"));
  const receivedOn = row.needed("received_on", row.day("received_on"));
  const unit = readCurrency(row, home);
  const amount = unit === null ? null : row.needed("amount", row.amount("amount", unit));
  if (number === null || receivedOn === null || amount === null) return null;
  if (!isPositive(amount)) {
    return row.refuse("amount", { code: "amount_not_positive", text: amountText(amount) });
  }
  const payerName = row.text("payer_name") ?? null;
  const numbers = row.number("invoice_number") ?? "";
  return {
    line: row.line,
    customerNumber: row.number("customer_number") ?? null,
    customerName: row.text("customer_name") ?? payerName,
    number,
    receivedOn,
    amount,
    payerName,
    payerAccount: row.number("payer_account") ?? null,
    method: methodOf(row.text("method") ?? null),
    remark: row.text("remark") ?? null,
    invoiceNumbers: [...new Set(numbers.split(SEPARATORS).filter((one) => one !== ""))],
  };
}

/** A word that we do not know is a way of the bank: ledgers call transfers by many names. */
const methodOf = (word: string | null) =>
  word === null ? null : (chosen(METHOD_WORDS, word) ?? "bank");
