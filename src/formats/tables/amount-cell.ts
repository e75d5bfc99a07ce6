/** Amounts as files write them: brackets or a trailing minus, currency words, float artefacts. */
import type { RowRefusal } from "../../domain/book/import-problem.ts";
import {
  type AmountRefusal,
  type Currency,
  decimalsOf,
  type Money,
  parseMoney,
} from "../../domain/values/money.ts";
import { ok, type Result, refuse } from "../../domain/values/result.ts";
import { plainDecimal } from "./decimal-text.ts";

/** What accountants write for nothing. */
const NOTHING = /^[-—–－]+$/;

/**
 * Reads an amount without ever calculating in binary fractions. `(1,234.00)` and SAP's `1,234.00-`
 * are negative. More decimals than the currency has are refused, unless they are what a binary
 * fraction leaves behind (79656.600000000006), which lies within its error. Null for a dash.
 */
export function readAmount(text: string, currency: Currency): Result<Money | null, RowRefusal> {
  if (NOTHING.test(text)) return ok(null);
  const plain = signedText(text.normalize("NFKC").replaceAll("，", ","));
  const parsed = parseMoney(withoutArtefact(plain, decimalsOf(currency)), currency);
  if (parsed.ok) return parsed;
  const refusal = parsed.refusal as Exclude<AmountRefusal, { code: "currency_unknown" }>;
  return refuse({ ...refusal, text });
}

/** The text with its sign in front, without currency words and without an exponent. */
function signedText(text: string): string {
  let plain = text
    .trim()
    .replace(/^(?:人民币|RMB|CNY|USD|EUR|HKD|GBP|JPY)\s*/i, "")
    .replace(/\s*(?:元整?|圆整?|RMB|CNY|USD|EUR|HKD|GBP|JPY)$/i, "");
  if (/^\(.*\)$/.test(plain)) plain = `-${plain.slice(1, -1).trim()}`;
  else if (/\d-$/.test(plain)) plain = `-${plain.slice(0, -1)}`;
  return /\de[+-]?\d+$/i.test(plain) ? (plainDecimal(plain) ?? plain) : plain;
}

/**
 * Rounds away what a 64-bit fraction cannot hold: at most half a unit in its last place, that is
 * the amount × 2⁻⁵². Written amounts of 15 digits or fewer are exact and never touched.
 */
function withoutArtefact(text: string, decimals: number): string {
  const match = /^(-?)([\d,]+)\.(\d+)$/.exec(text);
  const [, minus = "", whole = "", fraction = ""] = match ?? [];
  const digits = whole.replaceAll(",", "").replace(/^0+/, "");
  if (match === null || fraction.length <= decimals) return text;
  const scale = 10n ** BigInt(fraction.length - decimals);
  const exact = BigInt(digits + fraction);
  const rounded = (exact + scale / 2n) / scale;
  const error = exact - rounded * scale;
  if ((error < 0n ? -error : error) * 2n ** 51n > exact) return text;
  const kept = rounded.toString().padStart(decimals + 1, "0");
  const cut = kept.length - decimals;
  return decimals === 0 ? minus + kept : `${minus}${kept.slice(0, cut)}.${kept.slice(cut)}`;
}
