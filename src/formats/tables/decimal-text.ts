/** Numbers as text: spreadsheets keep binary fractions, and we never calculate with those. */

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/** Digits before the point from which a spreadsheet no longer keeps every digit. */
const KEPT_DIGITS = 15;

/** Written out without an exponent: "1.5E3" is "1500". Null when it is no number. */
export function plainDecimal(text: string): string | null {
  const match = NUMBER.exec(text);
  if (match === null) return null;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  if (whole + fraction === "") return null;
  const shift = Number(exponent);
  const digits = whole + fraction;
  const point = whole.length + shift;
  const padded =
    point <= 0
      ? "0".repeat(1 - point) + digits
      : digits.padEnd(Math.max(point, digits.length), "0");
  const cut = point <= 0 ? 1 : point;
  const left = padded.slice(0, cut).replace(/^0+(?=\d)/, "");
  const right = padded.slice(cut).replace(/0+$/, "");
  const minus = sign === "-" ? "-" : "";
  return right === "" ? minus + left : `${minus}${left}.${right}`;
}

/**
 * A spreadsheet's number cell as text. From 16 digits on the last ones are lost, so that an invoice
 * number of 20 digits is no longer that number: then it keeps its exponent, by which it is known.
 */
export function cellNumberText(raw: string): string {
  const plain = plainDecimal(raw);
  if (plain === null) return raw;
  const whole = plain.replace(/^-/, "").replace(/\..*$/, "");
  if (whole.length <= KEPT_DIGITS) return plain;
  const sign = plain.startsWith("-") ? "-" : "";
  const digits = whole.replace(/0+$/, "");
  return `${sign}${digits[0]}.${digits.slice(1) || "0"}E+${whole.length - 1}`;
}

/** Whether a text is a number in scientific notation, as Excel shows long numbers. */
export const hasExponent = (text: string): boolean => /^[+-]?\d+(\.\d+)?[eE]\+?\d+$/.test(text);
