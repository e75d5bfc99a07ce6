/** Cells of bank lists: fillers are empty, days and amounts in every form that banks write. */
import type { DateOrder } from "../../../domain/book/import-row.ts";
import type { PlainDate } from "../../../domain/values/calendar.ts";
import { type Currency, findCurrency, type Money } from "../../../domain/values/money.ts";
import { readAmount } from "../../tables/amount-cell.ts";
import { currencyOf } from "../../tables/choices.ts";
import { readDay } from "../../tables/day-column.ts";
import { hasExponent } from "../../tables/decimal-text.ts";

/** What banks put where nothing is: ----, /, N/A. */
const FILLER = /^(?:[-—–－_/\\*.\s]*|无|空|null|none|n\/a|nil)$/i;
/** Boxes drawn around a remark that isn't there. */
const LEADING_LINE = /^-{4,}\s*|\s*-{4,}$/g;

/** A text without fillers and double blanks; "" where it says nothing. */
export function plainText(cell: string): string {
  const text = cell.replace(LEADING_LINE, "").replace(/\s+/g, " ").trim();
  return FILLER.test(text) ? "" : text;
}

/** A reference or number; "" for fillers of zeros and for what a spreadsheet has cut digits off. */
export function referenceText(cell: string): string {
  const text = plainText(cell);
  return /^0+$/.test(text) || hasExponent(text) ? "" : text;
}

/** An account without blanks and hyphens; masked digits stay as they are. */
export const accountText = (cell: string): string => referenceText(cell).replace(/[\s-]/g, "");

/** A time that follows the day without a blank, or after a hyphen as ICBC's systems write it. */
const DAY_AND_TIME = /^(\d{4}-\d{2}-\d{2})[-T]?(\d{2}[:.]\d{2}[:.]\d{2}).*$/;
const COMPACT_TIME = /^(\d{8})\s*(\d{6}|\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?$/;
const CLOCK_BEHIND = /^(\S+?)[\sT]+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.:]\d+)?(?:\s*[AP]M)?$/i;
const CHINESE_CLOCK = /\s*\d{1,2}[时點点]\d{1,2}分(?:\d{1,2}秒)?$/;

/** The day a cell says, whatever time stands behind it; null where it says none for certain. */
export function dayIn(cell: string, order: DateOrder | null): PlainDate | null {
  const text = cell.normalize("NFKC").trim().replace(CHINESE_CLOCK, "");
  const cut =
    DAY_AND_TIME.exec(text)?.[1] ?? COMPACT_TIME.exec(text)?.[1] ?? CLOCK_BEHIND.exec(text)?.[1];
  const read = readDay(cut ?? text, order);
  return read.ok ? read.value : null;
}

/** null: the cell is empty or a dash; "unreadable": it is neither that nor an amount. */
export function amountIn(cell: string, unit: Currency): Money | null | "unreadable" {
  const text = cell
    .replace(/\s+/g, " ")
    .trim()
    .replace(/\/(?:CNY|RMB)$/i, "");
  if (text === "" || /^[-—–－/\s]*$/.test(text)) return null;
  const read = readAmount(text, unit);
  return read.ok ? read.value : "unreadable";
}

/** A balance may say on which side it stands: 1,200.00 CR; 贷 1,200.00; overdrawn ones 借, DR. */
export function balanceIn(cell: string, unit: Currency): Money | null | "unreadable" {
  const match = /^(贷|借|cr|dr)?\s*(.*?)\s*(贷|借|cr|dr)?$/i.exec(cell.trim());
  const side = match?.[1] ?? match?.[3] ?? "";
  const text = match?.[2] ?? "";
  const overdrawn = /^(?:借|dr)$/i.test(side) && !text.startsWith("-");
  return amountIn(overdrawn ? `-${text}` : text, unit);
}

/** ISO 4217 numbers, and those that banks in China used before. */
const NUMBERED: Readonly<Record<string, string>> = {
  "156": "CNY",
  "001": "CNY",
  "01": "CNY",
  "840": "USD",
  "014": "USD",
  "344": "HKD",
  "013": "HKD",
  "978": "EUR",
  "038": "EUR",
};

/** A currency by code, word or number, also where a cell says it twice: CNY-人民币. */
export function currencyIn(cell: string): Currency | null {
  const whole = currencyOf(cell);
  if (whole !== null) return whole;
  const parts = cell.split(/[\s()（）\-/,，|:：]+/).filter((part) => part !== "");
  const found = new Set(parts.flatMap((part) => numbered(part) ?? currencyOf(part) ?? []));
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

const numbered = (text: string): Currency | null => findCurrency(NUMBERED[text] ?? "");
