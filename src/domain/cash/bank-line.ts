/** The bank line: what names it, so that it is taken once ever, and on which day it counts. */
import type { PlainDate } from "../values/calendar.ts";
import type { BankLineId } from "../values/ids.ts";
import { isNegative } from "../values/money.ts";
import type { MatchLine } from "./matching/match.ts";
import type { Statement, StatementEntry } from "./statement.ts";

/** An entry of a file with what tells it from every other line of the same account. */
export type CountedEntry = {
  readonly entry: StatementEntry;
  /** Which statement of the file it stands in, from 0. */
  readonly statement: number;
  /** Our own account; "" where neither the file nor the person says. */
  readonly account: string;
  /** The facts that name it; equal for equal lines. */
  readonly text: string;
  /** Which of equal lines it is, from 1: two equal entries of one day are two payments. */
  readonly ordinal: number;
};

/** Letters and digits only, whatever their width and case: exports differ in blanks and signs. */
const folded = (text: string | null): string =>
  (text ?? "")
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/**
 * What names a line of an account: the day, the amount and the bank's own number of it. Without
 * such a number the other side and the remark take its place. The running balance is no part of
 * it: another export of the same line may not have it.
 */
export function lineText(account: string, entry: StatementEntry): string {
  const { bookedOn, amount, bankReference } = entry;
  const reference = folded(bankReference);
  const who = folded(entry.counterAccount) || folded(entry.counterName);
  const named = reference === "" ? ["remark", who, folded(entry.remark)] : ["reference", reference];
  return [account, bookedOn, amount.minor.toString(), amount.currency, ...named].join("\n");
}

/** Our own account of a statement, as it is written everywhere. */
export const accountOf = ({ account }: Pick<Statement, "account">, told: string | null): string =>
  folded(account ?? told);

/**
 * Counts equal lines of a file. Lines without a number of the bank are counted over the whole
 * file, since one day may be spread over several statements; a number that comes again in another
 * statement of the file is the same line told twice.
 */
export function countEntries(
  statements: readonly Statement[],
  account: string | null,
): readonly CountedEntry[] {
  const inFile = new Map<string, number>();
  return statements.flatMap((statement, at) => {
    const inStatement = new Map<string, number>();
    const own = accountOf(statement, account);
    return statement.entries.map((entry) => {
      const text = lineText(own, entry);
      const seen = folded(entry.bankReference) === "" ? inFile : inStatement;
      const ordinal = (seen.get(text) ?? 0) + 1;
      seen.set(text, ordinal);
      return { entry, statement: at, account: own, text, ordinal };
    });
  });
}

export type Parted = {
  readonly fresh: readonly CountedEntry[];
  readonly known: readonly CountedEntry[];
};

/** Parts lines into new ones and those the book has; a line told twice in a file is new once. */
export function partKnown(
  counted: readonly CountedEntry[],
  book: readonly Pick<CountedEntry, "text" | "ordinal">[],
): Parted {
  const keyOf = ({ text, ordinal }: Pick<CountedEntry, "text" | "ordinal">) =>
    `${ordinal}\n${text}`;
  const seen = new Set(book.map(keyOf));
  const parted = { fresh: [] as CountedEntry[], known: [] as CountedEntry[] };
  for (const line of counted) {
    const key = keyOf(line);
    parted[seen.has(key) ? "known" : "fresh"].push(line);
    seen.add(key);
  }
  return parted;
}

/** Lines of a day that is not over yet: none is taken, since the bank can't know it. */
export const futureEntry = (
  entries: readonly CountedEntry[],
  today: PlainDate,
): StatementEntry | null => entries.find(({ entry }) => entry.bookedOn > today)?.entry ?? null;

/** The day from which the money counts: the bank's value day, but never one still to come. */
export const countsOn = (
  { bookedOn, valueOn }: Pick<StatementEntry, "bookedOn" | "valueOn">,
  today: PlainDate,
): PlainDate => (valueOn <= today ? valueOn : bookedOn);

/** The line as matching sees it. */
export const matchLineOf = (id: BankLineId, entry: StatementEntry): MatchLine => ({
  id,
  bookedOn: entry.bookedOn,
  amount: entry.amount,
  payerName: entry.counterName,
  payerAccount: entry.counterAccount,
  bankReference: entry.bankReference,
  remark: [entry.remark, entry.payerReference].filter((text) => text !== null).join(" ") || null,
  returned: entry.returned !== null,
});

/**
 * The order in which lines are judged: by day, within a day money in before money out (a return
 * follows the payment it takes back), then by their own facts, so that the order of a file's rows
 * changes nothing.
 */
export function inJudgingOrder(entries: readonly CountedEntry[]): readonly CountedEntry[] {
  const key = ({ entry, text, ordinal }: CountedEntry): string =>
    [entry.bookedOn, isNegative(entry.amount) ? 1 : 0, text, `${ordinal}`.padStart(6, "0")].join(
      "\n",
    );
  const keyed = entries.map((entry) => ({ entry, key: key(entry) }));
  const sorted = keyed.toSorted((left, right) => (left.key < right.key ? -1 : 1));
  return sorted.map(({ entry }) => entry);
}
