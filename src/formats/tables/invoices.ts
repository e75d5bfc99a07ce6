/** Rows of invoices, debit and credit memos, with what is already paid of them. */
import type { InvoiceKind, InvoiceRow } from "../../domain/book/import-row.ts";
import { addDays, type PlainDate } from "../../domain/values/calendar.ts";
import {
  amountText,
  type Currency,
  compare,
  isNegative,
  isZero,
  type Money,
  negate,
  subtract,
} from "../../domain/values/money.ts";
import { chosen, KIND_WORDS } from "./choices.ts";
import { readCurrency } from "./currency.ts";
import type { RowReader } from "./row-reader.ts";
import { readTermsDays } from "./terms.ts";
import { readWhose } from "./whose.ts";

/** Reads one invoice; null when the reader has collected a problem. */
export function readInvoice(row: RowReader, home: Currency): InvoiceRow | null {
  const number = row.needed("number", row.number("number"));
  const whose = readWhose(row);
  const issuedOn = row.needed("issued_on", row.day("issued_on"));
  const dueOn = readDueDay(row, issuedOn);
  const settledOn = row.day("settled_on") ?? null;
  const unit = readCurrency(row, home);
  const amounts = unit === null ? null : readAmounts(row, unit, settledOn);
  if (number === null || whose === null || issuedOn === null || amounts === null) return null;
  return {
    line: row.line,
    ...whose,
    number,
    ...amounts,
    settledOn,
    issuedOn,
    dueOn,
    contractNumber: row.number("contract_number") ?? null,
    reference: row.text("reference") ?? null,
    taxNumber: row.number("tax_number") ?? null,
    orderNumber: row.number("order_number") ?? null,
  };
}

/** A payment term counts only where no due day is given. */
function readDueDay(row: RowReader, issuedOn: PlainDate | null): PlainDate | null {
  const dueOn = row.day("due_on");
  if (dueOn !== null && dueOn !== undefined) return dueOn;
  if (row.problems.length > 0 || issuedOn === null) return null;
  const days = readTermsDays(row);
  return days === null || days === undefined ? null : addDays(issuedOn, days);
}

type Amounts = {
  readonly kind: InvoiceKind;
  readonly amount: Money;
  readonly paid: Money | null;
};

/**
 * Amount, paid and open amount: two of them give the third, and all three must agree. A list that
 * has only open amounts is taken as invoices of that amount. A settled day without a paid amount
 * means paid in full.
 */
function readAmounts(row: RowReader, unit: Currency, settledOn: PlainDate | null): Amounts | null {
  const before = row.problems.length;
  const told = row.amount("amount", unit) ?? null;
  const left = row.amount("open_amount", unit) ?? null;
  const paid = row.amount("paid_amount", unit) ?? null;
  if (row.problems.length > before) return null;
  const amount = row.needed("amount", told ?? left);
  if (amount === null) return null;
  if (isZero(amount)) return row.refuse("amount", { code: "amount_is_zero" });
  const open = told === null ? null : left;
  const settled = settledPart(row, amount, paid, open, settledOn);
  if (settled === undefined) return null;
  const turned = isCreditMemo(row) && !isNegative(amount);
  const sign = (value: Money) => (turned ? negate(value) : value);
  const kind = kindOf(row, sign(amount));
  return { kind, amount: sign(amount), paid: settled === null ? null : sign(settled) };
}

const toldKind = (row: RowReader): InvoiceKind | null => chosen(KIND_WORDS, row.text("kind") ?? "");

const isCreditMemo = (row: RowReader): boolean => toldKind(row) === "credit_memo";

/** A negative invoice is a credit memo, whatever its type says. */
const kindOf = (row: RowReader, amount: Money): InvoiceKind =>
  isNegative(amount) ? "credit_memo" : (toldKind(row) ?? "invoice");

/** What is settled of the amount; null when the file does not say; undefined with a problem. */
function settledPart(
  row: RowReader,
  amount: Money,
  paid: Money | null,
  open: Money | null,
  settledOn: PlainDate | null,
): Money | null | undefined {
  const settled = paid ?? (open === null ? null : subtract(amount, open));
  if (settled === null) return settledOn === null ? null : amount;
  const field = paid === null ? "open_amount" : "paid_amount";
  const facts = { amount: amountText(amount), paid: amountText(settled) };
  const against = settledAgainst(amount, settled);
  if (against !== null) return row.refuse(field, { code: against, ...facts }) ?? undefined;
  if (paid !== null && open !== null && compare(subtract(amount, open), paid) !== 0) {
    const stated = { paid: amountText(paid), open: amountText(open) };
    return row.refuse("open_amount", { code: "paid_and_open_disagree", ...stated }) ?? undefined;
  }
  if (isZero(settled) && settledOn !== null) {
    return row.refuse("settled_on", { code: "settled_but_unpaid", day: settledOn }) ?? undefined;
  }
  return settled;
}

function settledAgainst(amount: Money, settled: Money) {
  if (isZero(settled)) return null;
  if (isNegative(settled) !== isNegative(amount)) return "paid_has_other_sign";
  const [larger, whole] = isNegative(amount)
    ? [negate(settled), negate(amount)]
    : [settled, amount];
  return compare(larger, whole) > 0 ? "paid_exceeds_amount" : null;
}
