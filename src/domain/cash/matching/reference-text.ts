/** Numbers as remarks write them, levelled: look-alikes and breaks do not matter. */

/** A remark levelled: letters and digits, look-alikes folded, each with its place in `plain`. */
export type Folded = {
  /** The remark in half width and upper case; line breaks are blanks. */
  readonly plain: string;
  readonly text: string;
  /** `places[i]` is where letter `i` of `text` stands in `plain`. */
  readonly places: readonly number[];
};

const LOOK_ALIKE: Readonly<Record<string, string>> = { O: "0", I: "1", L: "1" };

const isLetterOrDigit = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90);

/** O is 0 and I or l is 1 to whoever types a number from paper; so they are here, everywhere. */
export function foldText(text: string): Folded {
  const plain = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\r\n\t]/g, " ");
  const places: number[] = [];
  let folded = "";
  for (let at = 0; at < plain.length; at += 1) {
    if (!isLetterOrDigit(plain.charCodeAt(at))) continue;
    const letter = plain.charAt(at);
    folded += LOOK_ALIKE[letter] ?? letter;
    places.push(at);
  }
  return { plain, text: folded, places };
}

const NOT_LEVEL = /[^A-Z0-9]/g;

/** A document's number as a key: levelled as a remark is. */
export const foldNumber = (number: string): string =>
  number
    .normalize("NFKC")
    .toUpperCase()
    .replace(NOT_LEVEL, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");

/** The digits of a number, group by group: INV-2025-001234 is 2025, 001234. */
export const digitGroups = (number: string): readonly string[] =>
  number.normalize("NFKC").match(/\d+/g) ?? [];

/** The running number at the end, without leading zeros: 1234. Empty where there is none. */
export const serialOf = (number: string): string =>
  (digitGroups(number).at(-1) ?? "").replace(/^0+/, "");
