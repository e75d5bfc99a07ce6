/** Money: whole minor units of one currency. Only this file makes an amount. */
import type { Brand } from "./brand.ts";
import { assert, ok, type Result, refuse } from "./result.ts";

export type Minor = Brand<bigint, "Minor">;
export type Currency = Brand<string, "Currency">;
export type Money = { readonly currency: Currency; readonly minor: Minor };

/** A rate in parts per 10⁹, and the period it is for. */
export type Rate = { readonly partsPerBillion: Brand<bigint, "Ppb">; readonly per: "day" | "year" };

export type Rounding = "half-up" | "half-even" | "down";

/** The currencies we book by their decimals (ISO 4217, table A.1). Any other is refused. */
const CODES_BY_DECIMALS: readonly (readonly [number, string])[] = [
  [0, "JPY KRW VND"],
  [2, "CNY USD EUR GBP HKD MOP TWD SGD AUD NZD CAD CHF SEK NOK DKK PLN CZK HUF RON TRY RUB"],
  [2, "ZAR BRL MXN INR IDR THB MYR PHP AED SAR ILS KZT"],
  [3, "KWD BHD OMR JOD TND"],
  // Withdrawn, and still in statements of their time.
  [2, "DEM HRK BGN"],
];
const DECIMALS: ReadonlyMap<string, number> = new Map(
  CODES_BY_DECIMALS.flatMap(([decimals, codes]) =>
    codes.split(" ").map((code) => [code, decimals] as const),
  ),
);

/** Which currencies a sign in front of an amount may stand for. */
const SIGNS: Readonly<Record<string, string>> = {
  "¥": "CNY JPY",
  $: "USD HKD TWD SGD AUD NZD CAD MXN",
  "€": "EUR",
  "£": "GBP",
};

/** What the database can hold (bigint) with room for sums: 10¹⁷ minor units. */
const LARGEST = 10n ** 17n;

export type AmountRefusal =
  | { readonly code: "currency_unknown"; readonly currency: string }
  | { readonly code: "amount_not_a_number"; readonly text: string }
  | {
      readonly code: "amount_in_other_currency";
      readonly text: string;
      readonly currency: Currency;
    }
  | { readonly code: "amount_too_precise"; readonly text: string; readonly decimals: number }
  | { readonly code: "amount_too_large"; readonly text: string };

export const isCurrency = (text: string): text is Currency => DECIMALS.has(text);

/** The ISO code as a currency, or null when we do not book it. */
export const findCurrency = (text: string): Currency | null => (isCurrency(text) ? text : null);

/** For literals in code and tests: an unknown code is a bug. */
export function currency(code: string): Currency {
  assert(isCurrency(code), `${code} is a currency we book`);
  return code;
}

/** How many decimals the currency has: 2 for CNY, 0 for JPY, 3 for KWD. */
export function decimalsOf(unit: Currency): number {
  const decimals = DECIMALS.get(unit);
  assert(decimals !== undefined, `${unit} is a currency we book`);
  return decimals;
}

/** An amount of `minor` minor units (cents, 分). */
export const money = (minor: bigint, unit: Currency): Money => ({
  currency: unit,
  minor: minor as Minor,
});

export const zero = (unit: Currency): Money => money(0n, unit);

/**
 * Full-width characters as Chinese input methods write them, and the typographic minus. Nothing
 * else is folded: Unicode's own compatibility folding would read "10²" as 102.
 */
const halfWidth = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll("\uffe5", "¥")
    .replaceAll("\uffe1", "£")
    .replaceAll("\u2212", "-")
    .trim();

const AMOUNT = /^([+-])?(?:([¥$€£])\s*)?([+-])?(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d*))?$/;

/**
 * Reads "1234.5", "1,234.50", "-3", "¥20" or full-width digits. Never rounds: more decimals than
 * the currency has are refused, and so are another currency's sign and anything not a number.
 */
export function parseMoney(text: string, unit: string): Result<Money, AmountRefusal> {
  if (!isCurrency(unit)) return refuse({ code: "currency_unknown", currency: unit });
  const match = AMOUNT.exec(halfWidth(text));
  if (match === null) return refuse({ code: "amount_not_a_number", text });
  const [, before, sign, after, digits = "", cents = ""] = match;
  if (digits + cents === "" || (before !== undefined && after !== undefined)) {
    return refuse({ code: "amount_not_a_number", text });
  }
  if (sign !== undefined && !SIGNS[sign]?.includes(unit)) {
    return refuse({ code: "amount_in_other_currency", text, currency: unit });
  }
  const decimals = decimalsOf(unit);
  const fraction = cents.replace(/0+$/, "");
  if (fraction.length > decimals) return refuse({ code: "amount_too_precise", text, decimals });
  const whole = digits.replaceAll(",", "").replace(/^0+/, "");
  if (whole.length > 18) return refuse({ code: "amount_too_large", text });
  const minor = BigInt(whole + fraction.padEnd(decimals, "0"));
  if (minor > LARGEST) return refuse({ code: "amount_too_large", text });
  return ok(money((before ?? after) === "-" ? -minor : minor, unit));
}

/** For literals in code and tests: `moneyOf("12.50", "CNY")`. */
export function moneyOf(text: string, unit: string): Money {
  const parsed = parseMoney(text, unit);
  assert(parsed.ok, `${text} ${unit} is an amount`);
  return parsed.value;
}

/** "1250.00": the currency's own decimals, no separators, a minus sign if negative. */
export function amountText({ minor, currency: unit }: Money): string {
  const decimals = decimalsOf(unit);
  const digits = (minor < 0n ? -minor : minor).toString().padStart(decimals + 1, "0");
  const cut = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return minor < 0n ? `-${text}` : text;
}

/** "1,250.00": as `amountText`, with thousands separators. */
export const groupedAmount = (amount: Money): string =>
  amountText(amount).replace(/\B(?=(\d{3})+(\.|$))/g, ",");

function same(left: Money, right: Money): void {
  assert(left.currency === right.currency, `${left.currency} never meets ${right.currency}`);
}

export function add(left: Money, right: Money): Money {
  same(left, right);
  return money(left.minor + right.minor, left.currency);
}

export function subtract(left: Money, right: Money): Money {
  same(left, right);
  return money(left.minor - right.minor, left.currency);
}

export const negate = (amount: Money): Money => money(-amount.minor, amount.currency);

/** −1, 0 or 1. */
export function compare(left: Money, right: Money): -1 | 0 | 1 {
  same(left, right);
  if (left.minor === right.minor) return 0;
  return left.minor < right.minor ? -1 : 1;
}

export const lesser = (left: Money, right: Money): Money =>
  compare(left, right) <= 0 ? left : right;

export const isPositive = (amount: Money): boolean => amount.minor > 0n;
export const isNegative = (amount: Money): boolean => amount.minor < 0n;
export const isZero = (amount: Money): boolean => amount.minor === 0n;

/** The sum; the currency is named because a sum of nothing has one too. */
export function total(amounts: Iterable<Money>, unit: Currency): Money {
  let sum = 0n;
  for (const amount of amounts) {
    assert(amount.currency === unit, `${amount.currency} never meets ${unit}`);
    sum += amount.minor;
  }
  return money(sum, unit);
}

/** One total per currency, in the order in which the currencies first appear. */
export function totalsByCurrency(amounts: Iterable<Money>): readonly Money[] {
  const sums = new Map<Currency, bigint>();
  for (const { currency: unit, minor } of amounts) sums.set(unit, (sums.get(unit) ?? 0n) + minor);
  return [...sums].map(([unit, minor]) => money(minor, unit));
}

/** `numerator / denominator` in whole units with the rounding named. */
export function divide(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  assert(denominator > 0n, "a denominator is positive");
  const negative = numerator < 0n;
  const size = negative ? -numerator : numerator;
  const quotient = size / denominator;
  const twice = (size % denominator) * 2n;
  const half = rounding === "half-up" || quotient % 2n === 1n;
  const up = rounding !== "down" && (twice > denominator || (twice === denominator && half));
  const rounded = up ? quotient + 1n : quotient;
  return negative ? -rounded : rounded;
}

/** The amount × numerator ÷ denominator, rounded once. */
export const scale = (
  amount: Money,
  numerator: bigint,
  denominator: bigint,
  rounding: Rounding,
): Money => money(divide(amount.minor * numerator, denominator, rounding), amount.currency);

/**
 * Splits an amount by weights so that the parts sum to the whole: each part is rounded down and
 * the left-over minor units go to the largest remainders, earlier parts first.
 */
export function split(amount: Money, weights: readonly bigint[]): readonly Money[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  assert(whole > 0n && weights.every((weight) => weight >= 0n), "weights are positive in sum");
  const sign = amount.minor < 0n ? -1n : 1n;
  const size = amount.minor * sign;
  const shares = weights.map((weight) => ({
    part: (size * weight) / whole,
    rest: (size * weight) % whole,
  }));
  let left = size - shares.reduce((sum, { part }) => sum + part, 0n);
  const byRest = (a: { rest: bigint }, b: { rest: bigint }) => Number(b.rest - a.rest);
  for (const share of shares.toSorted(byRest)) {
    if (left === 0n) break;
    share.part += 1n;
    left -= 1n;
  }
  return shares.map(({ part }) => money(part * sign, amount.currency));
}

/** A rate of `partsPerBillion` per day or year: 0.05 % a day is 500_000 per day. */
export const rate = (partsPerBillion: bigint, per: Rate["per"]): Rate => ({
  partsPerBillion: partsPerBillion as Rate["partsPerBillion"],
  per,
});
