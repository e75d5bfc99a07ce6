/** Rows of a list as entries, each with the account and the balance that its row names. */
import type { DateOrder } from "../../../domain/book/import-row.ts";
import type { PaymentMethod } from "../../../domain/book/payment-method.ts";
import type {
  SkippedRow,
  StatementEntry,
  StatementRefusal,
} from "../../../domain/cash/statement.ts";
import { type Currency, isNegative, type Money } from "../../../domain/values/money.ts";
import { ok, type Result, refuse } from "../../../domain/values/result.ts";
import { broken, type FieldName, unreadable } from "../fields.ts";
import { accountText, balanceIn, currencyIn, dayIn, referenceText } from "./list-cells.ts";
import { methodOf, returnMark } from "./list-marks.ts";
import type { AmountHabit, MoneyRule, Movement } from "./list-money.ts";
import type { ListRow } from "./list-row.ts";

/** What all rows of a list share. */
export type RowReading = {
  readonly format: string;
  readonly money: MoneyRule;
  readonly habit: AmountHabit;
  readonly dateOrder: DateOrder | null;
  readonly method: PaymentMethod | null;
  /** Of rows that name none themselves. */
  readonly currency: Currency;
  readonly account: string | null;
  /** How many columns the header names: a row with more is cut at commas within its values. */
  readonly width: number;
  /** Null where the whole column is masked. */
  readonly hasBalances: boolean;
};

export type ReadRow = {
  readonly account: string | null;
  readonly owner: string | null;
  readonly currency: Currency;
  readonly entries: readonly StatementEntry[];
  readonly skipped: SkippedRow | null;
  readonly balance: Money | null;
  /** Booked in red: told sums count it on the other side. */
  readonly red: boolean;
};

type RowResult = Result<ReadRow, StatementRefusal>;

/** A spreadsheet formula in a text file: it would be run by whoever opens an export of ours. */
const FORMULA = /^[=@]\s*[A-Z][A-Z.]*\s*\(|^[=+@-]\w+\|/i;

/** Reads one row; refuses the first field that can't be read. */
export function readRow(row: ListRow, reading: RowReading): RowResult {
  const { format, habit } = reading;
  const no = (field: FieldName, text: string) => refuse(unreadable(format, row.line, field, text));
  if (row.cells.some((cell) => FORMULA.test(cell))) {
    return refuse(broken(format, row.line, "forbidden"));
  }
  if (row.cells.slice(reading.width).some((cell) => cell !== "")) {
    return refuse(broken(format, row.line, "structure"));
  }
  const unit = rowCurrency(row, reading);
  if (unit === null) return no("currency", row.raw("currency"));
  const bookedOn = firstDay(row, reading);
  if (bookedOn === null) return no("day", row.raw("day"));
  const valueText = row.text("value_day");
  const valueOn = valueText === "" ? bookedOn : dayIn(valueText, reading.dateOrder);
  if (valueOn === null) return no("day", valueText);
  const balance = reading.hasBalances ? balanceIn(row.raw("balance"), unit) : null;
  if (balance === "unreadable") return no("balance", row.raw("balance"));
  const money = reading.money(row, unit, habit);
  if (money.what === "unreadable") return no(money.field, money.text);
  const account = row.text("account", accountText) || reading.account;
  const shared = { account, owner: row.text("owner") || null, currency: unit, balance };
  if (money.what === "still") {
    const skipped = { line: row.line, because: money.because };
    return ok({ ...shared, entries: [], skipped, red: false });
  }
  const { red } = money;
  const entries = money.movements.map((movement) => ({
    ...wordsOf(row, movement, reading),
    bookedOn,
    valueOn,
    returned: returnMark(row, red),
  }));
  return ok({ ...shared, entries, skipped: null, red });
}

/** The booking day; where its cell is empty or only a clock, the next column that has a day. */
function firstDay(row: ListRow, { dateOrder }: RowReading) {
  const texts = [row.raw("day"), ...row.texts("day")];
  for (const text of texts) {
    const day = dayIn(text, dateOrder);
    if (day !== null) return day;
    if (text !== "" && !/^\d{1,2}[:.]?\d{2}([:.]?\d{2})?$/.test(text)) return null;
  }
  return null;
}

function rowCurrency(row: ListRow, { currency }: RowReading): Currency | null {
  const text = row.text("currency");
  return text === "" ? currency : currencyIn(text);
}

function wordsOf(row: ListRow, movement: Movement, { method }: RowReading) {
  const { amount, reference, remark } = movement;
  const other = otherSide(row, amount);
  return {
    line: row.line,
    amount,
    ...other,
    bankReference: reference || row.text("bank_reference", referenceText) || null,
    payerReference: row.text("payer_reference", referenceText) || null,
    remark: (remark ?? remarkOf(row)) || null,
    method: method ?? methodOf(row),
  };
}

/** Parts that another one contains add nothing. */
const remarkOf = (row: ListRow): string => {
  const parts = [...new Set(row.texts("remark"))];
  return parts.filter((part) => !parts.some((one) => one !== part && one.includes(part))).join(" ");
};

/** Only digits, masked or not, are an account that stands in the name's column. */
const ACCOUNT_ONLY = /^[\d*\s-]{8,}$/;

/** Alipay's own way: 青禾包装厂(buy***@example.com). */
const NAME_AND_ACCOUNT = /^(.*\p{Script=Han}.*)[(（]([\w.*@+-]{5,})[)）]$/u;

/** Name and account in one cell, as above or as CCB's 6217001/青禾包装厂. */
function bothOf(row: ListRow, account: string): { name: string; account: string } | null {
  const together = NAME_AND_ACCOUNT.exec(account);
  if (together !== null) return { name: together[1] ?? "", account: together[2] ?? "" };
  const cell = row.text("counter_both");
  if (cell === "") return null;
  const [first = "", ...others] = cell.split("/");
  return ACCOUNT_ONLY.test(first)
    ? { name: others.join("/"), account: first }
    : { name: cell, account: "" };
}

/**
 * Lists with a payer and a payee name the other one: the payer of money in, else the payee. A list
 * with only one of those columns names the other side in it, whichever way the money went.
 */
function otherSide(row: ListRow, amount: Money) {
  const [side, back] = isNegative(amount) ? ["payee", "payer"] : ["payer", "payee"];
  const pick = (own: string, part: string) =>
    row.text(own) || row.text(row.has(`${side}_${part}`) ? `${side}_${part}` : `${back}_${part}`);
  const both = bothOf(row, pick("counter_account", "account"));
  const name = pick("counter_name", "name") || (both?.name ?? "");
  const account = accountText(both?.account ?? pick("counter_account", "account"));
  const misplaced = account === "" && ACCOUNT_ONLY.test(name);
  return {
    counterName: misplaced ? null : name || null,
    counterAccount: (misplaced ? accountText(name) : account) || null,
    counterBank: pick("counter_bank", "bank") || null,
  };
}
