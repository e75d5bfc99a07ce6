/** Which claims a remark names: whole numbers, parts of numbers, ranges, counts, months. */
import { epochDay, type PlainDate, plainDate } from "../../values/calendar.ts";
import type { MatchLine } from "./match.ts";
import type { BookClaim, BookCredit, MatchBook } from "./match-book.ts";
import { type Folded, foldText } from "./reference-text.ts";

/** A number of the book, found whole. A contract's number may mean several claims. */
export type WholeNumber = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly claims: readonly BookClaim[];
  readonly credits: readonly BookCredit[];
  /** The amount written right behind it, in minor units of a two-decimal currency. */
  readonly stated: number | null;
  /** The running number up to which a range goes, or its last digits. */
  readonly until: string | null;
};

/** Digits that are no whole number of the book: a tail, a beginning, or somebody else's number. */
export type NumberPart = {
  readonly letters: string;
  readonly digits: string;
  /** The last group without leading zeros. */
  readonly serial: string;
  readonly groups: readonly string[];
};

/** What a remark says about claims. */
export type RemarkSigns = {
  readonly whole: readonly WholeNumber[];
  readonly parts: readonly NumberPart[];
  /** "…等5张": how many claims are paid. */
  readonly count: number | null;
  /** First and last day (since 1970) of the months whose deliveries are paid. */
  readonly months: { readonly from: number; readonly to: number } | null;
  /** The remark with its numbers taken out, for words. */
  readonly rest: string;
};

const isDigit = (letter: string | undefined): boolean =>
  letter !== undefined && letter >= "0" && letter <= "9";

/** An amount with cents may run into the number behind it: "35000.00INV…", "35000.0045000…". */
const CENTS_BEFORE = /(?:^|\D)\d[\d,]*\.\d\d$/;

/** No digit stands directly before the number, save the cents of an amount. */
function startsAlone({ plain, places }: Folded, from: number): boolean {
  const start = places[from] ?? 0;
  if (!isDigit(plain[start])) return true;
  const before = plain.slice(0, start);
  return !/\d\.?$/.test(before) || CENTS_BEFORE.test(before);
}

/** No digit stands directly behind the number. */
function endsAlone({ plain, places, text }: Folded, to: number): boolean {
  const end = places[to - 1] ?? 0;
  if (!isDigit(text[to - 1])) return true;
  return !isDigit(plain[end + 1]) && !/^\.\d/.test(plain.slice(end + 1));
}

type Span = { readonly from: number; readonly to: number; readonly key: string };

const isKnown = (book: MatchBook, key: string): boolean =>
  book.byNumber.has(key) || book.creditsByNumber.has(key);

/** The longest number of the book from here; run into the next one it must be followed by one. */
function spanAt(
  book: MatchBook,
  folded: Folded,
  lengths: readonly number[],
  from: number,
): Span | null {
  for (const length of lengths) {
    const to = from + length;
    if (to > folded.text.length) continue;
    const key = folded.text.slice(from, to);
    if (!isKnown(book, key)) continue;
    if (endsAlone(folded, to) || spanAt(book, folded, lengths, to) !== null)
      return { from, to, key };
  }
  return null;
}

/** The numbers of the book in the remark, left to right, without overlap. */
function spansIn(book: MatchBook, folded: Folded): readonly Span[] {
  const lengths = [...book.lengths.keys()].sort((a, b) => b - a);
  const spans: Span[] = [];
  let from = 0;
  let joined = false;
  while (from < folded.text.length) {
    const span: Span | null =
      joined || startsAlone(folded, from) ? spanAt(book, folded, lengths, from) : null;
    joined = span !== null;
    if (span !== null) spans.push(span);
    from = span?.to ?? from + 1;
  }
  return spans;
}

const STATED =
  /^号?\s*[:=]?\s*(?:CNY|RMB|USD|EUR|¥|\$|€)?\s*(\d{1,3}(?:,\d{3})+|\d+)\.(\d{2})(?!\d)/;
const UNTIL = /^号?\s*(?:至|到|~|～|—|–|-|\.\.|TO\b|THRU\b|TILL\b)\s*(?=[A-Z]*[-_ ]?\d)/;
const TAIL = /^([A-Z]*)[-_ ]?((?:\d{1,8}[-_ ])*\d+)(?![\d.])/;

const statedBehind = (rest: string): number | null => {
  const [, whole, cents] = STATED.exec(rest) ?? [];
  if (whole === undefined || cents === undefined) return null;
  const minor = Number.parseInt(whole.replaceAll(",", "") + cents, 10);
  return Number.isSafeInteger(minor) ? minor : null;
};

const untilBehind = (rest: string): { readonly tail: string; readonly length: number } | null => {
  const sign = UNTIL.exec(rest)?.[0];
  if (sign === undefined) return null;
  const [tail, , digits] = TAIL.exec(rest.slice(sign.length)) ?? [];
  const last = digits?.match(/\d+/g)?.at(-1);
  if (tail === undefined || last === undefined || last.length > 9) return null;
  return { tail: last, length: sign.length + tail.length };
};

function wholeNumbers(book: MatchBook, folded: Folded): readonly WholeNumber[] {
  const found: WholeNumber[] = [];
  for (const { from, to, key } of spansIn(book, folded)) {
    const start = folded.places[from] ?? 0;
    const end = (folded.places[to - 1] ?? 0) + 1;
    if (found.some((one) => start < one.end)) continue;
    const rest = folded.plain.slice(end);
    const until = untilBehind(rest);
    found.push({
      text: folded.plain.slice(start, end),
      start,
      end: end + (until?.length ?? 0),
      claims: [...(book.byNumber.get(key) ?? [])],
      credits: [...(book.creditsByNumber.get(key) ?? [])],
      stated: statedBehind(rest),
      until: until?.tail ?? null,
    });
  }
  return found;
}

const withoutSpans = (plain: string, spans: readonly WholeNumber[]): string => {
  let rest = "";
  let at = 0;
  for (const { start, end } of spans) {
    rest += `${plain.slice(at, start)} | `;
    at = end;
  }
  return rest + plain.slice(at);
};

const COUNT =
  /等\s*(\d{1,3})\s*(?:张|笔|份|单|票|个)|(?:共|合计)\s*(\d{1,3})\s*(?:张|笔|份|单|票)/u;
/** What looks like a number and is none: amounts, shares, months, days, the bank's own marks. */
const NO_NUMBER = new RegExp(
  [
    String.raw`\/ROC\/\w*`,
    String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)\.\d+`,
    String.raw`\d+(?:\.\d+)?\s*%`,
    String.raw`\d{4}\s*年|\d{1,2}\s*月(?:份)?|\d{1,2}\s*日`,
    String.raw`等\s*\d+\s*\S`,
  ].join("|"),
  "gu",
);
const PART = /([A-Z]*)[-_ ]?([\dOIL]*\d[\dOIL]*(?:[-_ ]{1,2}\d+)*)/gu;

const unmixed = (text: string): string => text.replaceAll("O", "0").replace(/[IL]/g, "1");

const partOfGroups = (letters: string, groups: readonly string[]): NumberPart => ({
  letters,
  digits: groups.join(""),
  serial: (groups.at(-1) ?? "").replace(/^0+/, ""),
  groups,
});

function partsIn(rest: string): readonly NumberPart[] {
  const parts: NumberPart[] = [];
  for (const [, letters = "", run = ""] of rest.replace(NO_NUMBER, " | ").matchAll(PART)) {
    const part = partOfGroups(letters, unmixed(run).match(/\d+/g) ?? []);
    if (part.digits.length >= 3 && part.digits.length <= 30) parts.push(part);
  }
  return parts;
}

/** The groups of a written number taken for numbers of their own; a year is none. */
export const groupsOf = (part: NumberPart): readonly NumberPart[] =>
  part.groups
    .filter((group) => group.length >= 3 && !/^20[1-4]\d$/.test(group))
    .map((group) => partOfGroups("", [group]));

const monthDays = (year: number, month: number): { from: number; to: number } => {
  const first = (y: number, m: number): number =>
    epochDay(plainDate(`${y}-${String(m).padStart(2, "0")}-01`));
  const next = month === 12 ? first(year + 1, 1) : first(year, month + 1);
  return { from: first(year, month), to: next - 1 };
};

const CHINESE_MONTH = /(?:(\d{4})\s*年\s*)?(?:(\d{1,2})\s*(?:[-~～至到、,，])\s*)?(\d{1,2})\s*月/u;
const YEAR_MONTH = String.raw`(20\d\d)[-/.]?(0[1-9]|1[0-2])(?!\d)`;
const STATEMENT = "(?:STATEMENT|SOA|STMT|对账|账单|月结)";
const STATEMENT_MONTH = new RegExp(
  `${STATEMENT}\\D{0,12}${YEAR_MONTH}|(?<!\\d)${YEAR_MONTH}\\s*(?:月)?(?:份)?\\s*${STATEMENT}`,
  "u",
);

/** The months named, in the year that makes them the latest before or in the line's own month. */
function monthsIn(plain: string, bookedOn: PlainDate): RemarkSigns["months"] {
  const statement = STATEMENT_MONTH.exec(plain) ?? [];
  const statementYear = statement[1] ?? statement[3];
  const statementMonth = statement[2] ?? statement[4];
  if (statementYear !== undefined && statementMonth !== undefined) {
    return monthDays(Number.parseInt(statementYear, 10), Number.parseInt(statementMonth, 10));
  }
  const found = CHINESE_MONTH.exec(plain);
  if (found === null) return null;
  const last = Number.parseInt(found[3] ?? "", 10);
  const first = found[2] === undefined ? last : Number.parseInt(found[2], 10);
  if (first < 1 || last > 12 || first > last) return null;
  const [bookedYear = 0, bookedMonth = 0] = bookedOn
    .split("-")
    .map((part) => Number.parseInt(part, 10));
  const told = found[1] === undefined ? null : Number.parseInt(found[1], 10);
  const year = told ?? (last <= bookedMonth ? bookedYear : bookedYear - 1);
  if (year < 1970 || year > 9000) return null;
  return { from: monthDays(year, first).from, to: monthDays(year, last).to };
}

/** Reads a line's remark. What it finds are signs, no decisions. */
export function readRemark(book: MatchBook, line: MatchLine): RemarkSigns {
  const folded = foldText(line.remark ?? "");
  const whole = wholeNumbers(book, folded);
  const rest = withoutSpans(folded.plain, whole);
  const months = monthsIn(rest, line.bookedOn);
  const [, counted, together] = COUNT.exec(folded.plain) ?? [];
  const count = counted ?? together;
  return {
    whole,
    parts: partsIn(months === null ? rest : rest.replace(STATEMENT_MONTH, " ")),
    count: count === undefined ? null : Number.parseInt(count, 10),
    months,
    rest,
  };
}
