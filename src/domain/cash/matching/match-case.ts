/** One line beside one customer: everything the explanations of a payment look at. */
import { epochDay } from "../../values/calendar.ts";
import type { Currency } from "../../values/money.ts";
import { counted } from "./counted.ts";
import type { CashRules, MatchLine } from "./match.ts";
import type { BookClaim, BookCredit, MatchBook } from "./match-book.ts";
import type { PayerSign } from "./payer.ts";
import { oneSlip } from "./payer-name.ts";
import { digitGroups, serialOf } from "./reference-text.ts";
import { groupsOf, type NumberPart, type RemarkSigns } from "./references.ts";
import type { RemarkWords } from "./remark-words.ts";

/** What is known of a line before any customer is looked at. */
export type LineSigns = {
  readonly book: MatchBook;
  readonly line: MatchLine;
  readonly rules: CashRules;
  readonly unit: Currency;
  /** In minor units, positive. */
  readonly amount: number;
  readonly day: number;
  readonly remark: RemarkSigns;
  readonly words: RemarkWords;
};

/** A number in the remark and the customer's claims that it may mean. */
export type Mention = {
  readonly text: string;
  readonly claims: readonly BookClaim[];
  readonly credits: readonly BookCredit[];
  readonly how: "whole" | "serial" | "tail" | "cut" | "swapped";
  readonly stated: number | null;
  readonly until: string | null;
};

export type MatchCase = LineSigns & {
  readonly sign: PayerSign;
  /** Open claims in the line's currency, oldest due first. */
  readonly open: readonly BookClaim[];
  /** The sum of how near to their due day the open claims are. */
  readonly dueTotal: number;
  readonly credits: readonly BookCredit[];
  readonly mentions: readonly Mention[];
  /** Whole numbers of the book that no claim or credit of this customer bears. */
  readonly strange: number;
  /** Digits that look like a number and mean no claim of this customer. */
  readonly unread: number;
};

const byDue = (left: BookClaim, right: BookClaim): number =>
  left.due - right.due || left.issued - right.issued || (left.claim.id < right.claim.id ? -1 : 1);

const MENTION_WORDS = /^(?:|N|NO|NR|N0|INV|INVOICE|FP|BILL|REF)$/;

/** Letters before a part must be the number's own, or none that say otherwise: CN is no INV. */
const lettersFit = (part: NumberPart, claim: BookClaim): boolean => {
  const own = /^[A-Z]*/.exec(claim.claim.number.normalize("NFKC").toUpperCase())?.[0] ?? "";
  return part.letters === own || MENTION_WORDS.test(part.letters);
};

/** How written digits are part of a claim's numbers: serial, tail, beginning, or a slip. */
export function partOf(part: NumberPart, claim: BookClaim): Mention["how"] | null {
  if (!lettersFit(part, claim)) return null;
  if (part.serial.length >= 3 && part.serial === serialOf(claim.claim.number)) return "serial";
  for (const number of [claim.claim.number, ...claim.claim.references]) {
    const digits = digitGroups(number).join("");
    if (part.digits.length < 4 || part.digits.length > digits.length) continue;
    if (digits.endsWith(part.digits)) return "tail";
    if (part.digits.length >= 5 && digits.startsWith(part.digits)) return "cut";
    if (part.digits.length >= 6 && oneSlip(part.digits, digits) === "swapped") return "swapped";
  }
  return null;
}

const STRENGTH: Readonly<Record<Mention["how"], number>> = {
  whole: 5,
  serial: 4,
  tail: 3,
  swapped: 2,
  cut: 1,
};

function partMention(part: NumberPart, open: readonly BookClaim[]): Mention | null {
  const found = open
    .map((claim) => ({ claim, how: partOf(part, claim) }))
    .filter((one): one is { claim: BookClaim; how: Mention["how"] } => one.how !== null);
  const best = Math.max(0, ...found.map(({ how }) => STRENGTH[how]));
  const meant = found.filter(({ how }) => STRENGTH[how] === best);
  const [first] = meant;
  if (first === undefined) return null;
  const claims = meant.map(({ claim }) => claim);
  return { text: part.digits, claims, credits: [], how: first.how, stated: null, until: null };
}

/** What a written part means: taken whole, or else each of its groups. */
function partMentions(part: NumberPart, open: readonly BookClaim[]): readonly Mention[] {
  const mention = partMention(part, open);
  if (mention !== null) return [mention];
  return groupsOf(part)
    .map((group) => partMention(group, open))
    .filter((one) => one !== null);
}

function mentionsOf(signs: LineSigns, sign: PayerSign, open: readonly BookClaim[]) {
  const mentions: Mention[] = [];
  let strange = 0;
  for (const { text, claims, credits, stated, until } of signs.remark.whole) {
    const own = claims.filter((claim) => claim.payer === sign.payer);
    const ownCredits = credits.filter((one) => sign.payer.credits.get(one.credit.id) === one);
    if (own.length + ownCredits.length === 0) strange += 1;
    else {
      const meant = own.toSorted(byDue);
      mentions.push({ text, claims: meant, credits: ownCredits, how: "whole", stated, until });
    }
  }
  let unread = 0;
  for (const part of signs.remark.parts) {
    const found = partMentions(part, open);
    mentions.push(...found);
    if (found.length === 0) unread += 1;
  }
  return { mentions, strange, unread };
}

/** Which claim a payment is for: those near their due day more often, old ones before young. */
export function nearDue(day: number, claim: BookClaim): number {
  const late = day - claim.due;
  return late >= 0 ? 1 / (1 + late / 60) : 1 / (1 - late / 15);
}

/** The line seen beside one customer. Claims issued after the line's day count only if named. */
export function caseOf(signs: LineSigns, sign: PayerSign): MatchCase {
  const named = new Set(signs.remark.whole.flatMap(({ claims }) => claims));
  const open = [...sign.payer.claims.values()]
    .filter((one) => one.open > 0 && one.unit === signs.unit)
    .filter((one) => one.issued <= signs.day || named.has(one))
    .sort(byDue);
  const credits = [...sign.payer.credits.values()].filter(
    (one) => one.open > 0 && one.unit === signs.unit && one.credit.kind === "credit_memo",
  );
  const dueTotal = open.reduce((sum, claim) => sum + nearDue(signs.day, claim), 0.01);
  return { ...signs, sign, open, dueTotal, credits, ...mentionsOf(signs, sign, open) };
}

export const dayOfLine = (line: MatchLine): number => epochDay(line.bookedOn);

export const amountOfLine = (line: MatchLine): number => Math.abs(counted(line.amount));
