/** A bank's file as statements: the format is recognised by content, never asked for. */
import type { StatementRefusal } from "../../domain/cash/statement.ts";
import { currency } from "../../domain/values/money.ts";
import { refuse } from "../../domain/values/result.ts";
import type { ReadStatement, SniffedFile, StatementFormat, StatementMap } from "./format.ts";
import { statementFormats } from "./index.ts";
import { sniffedFile } from "./sniff.ts";

/** Larger files are refused unread: 64 MB are more than a million entries. */
export const MOST_BYTES = 64 * 1024 * 1024;

export type StatementOptions = {
  readonly fileName: string;
  /** Which column is which, where a person has said so: then no format is looked for. */
  readonly map?: StatementMap | null;
  /** ISO code of a currency we book; for lists that name none. */
  readonly homeCurrency: string;
};

/** The format that reads a table by a person's map. */
const MAPPED = "mapped";

/**
 * Reads a file of any registered format. Refuses what is empty, too large, of no known format,
 * broken, or has one unreadable amount, day, currency or mark. Never throws for what is in a file.
 */
export async function readStatements(
  bytes: Uint8Array,
  { fileName, map = null, homeCurrency }: StatementOptions,
): Promise<ReadStatement> {
  const refusal = refusedUnread(bytes);
  if (refusal !== null) return refuse(refusal);
  const file = sniffedFile(bytes, { fileName, map, homeCurrency: currency(homeCurrency) });
  const candidates = await candidatesFor(file);
  return firstThatReads(candidates, file);
}

function refusedUnread(bytes: Uint8Array): StatementRefusal | null {
  if (bytes.length > MOST_BYTES)
    return { code: "statement_too_large", bytes: bytes.length, most: MOST_BYTES };
  const blank = bytes.length < 4096 && bytes.every((byte) => byte <= 0x20);
  return blank ? { code: "statement_empty" } : null;
}

/** Every registered format, by name. */
export async function allFormats(): Promise<readonly StatementFormat[]> {
  return Promise.all(Object.values(statementFormats).map((load) => load()));
}

/** Those that are sure, or else those that may be; the file's name puts its own format first. */
async function candidatesFor(file: SniffedFile): Promise<readonly StatementFormat[]> {
  const formats = await allFormats();
  if (file.map !== null) return formats.filter(({ name }) => name === MAPPED);
  const sniffed = await Promise.all(
    formats.map(async (format) => ({ format, sniffing: await format.sniff(file) })),
  );
  const sure = sniffed.filter(({ sniffing }) => sniffing === "sure");
  const found = sure.length > 0 ? sure : sniffed.filter(({ sniffing }) => sniffing === "maybe");
  const named = ({ name }: StatementFormat) => file.fileName.toLowerCase().includes(name);
  return found
    .map(({ format }) => format)
    .toSorted((left, right) => Number(named(right)) - Number(named(left)));
}

/** Where several could be it, the first that can read it; else the first one's refusal. */
async function firstThatReads(
  formats: readonly StatementFormat[],
  file: SniffedFile,
): Promise<ReadStatement> {
  let first: ReadStatement | null = null;
  for (const format of formats) {
    const read = await format.read(file);
    if (read.ok) return read;
    first ??= read;
  }
  return first ?? refuse({ code: "statement_unknown_format" });
}
