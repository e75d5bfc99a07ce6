/** Bank lists for tests: what was read as short lines, and texts in any encoding. */
import type { StatementFile } from "../../src/domain/cash/statement.ts";
import { judgeBalance } from "../../src/domain/cash/statement-balance.ts";
import { amountText, type Money } from "../../src/domain/values/money.ts";
import { readBytes, readSample, statementSample } from "./statements.ts";

const amount = (money: Money | null): string => (money === null ? "-" : amountText(money));

/** One line a statement: account, currency, opening, closing, whether it adds up. */
export const headLines = ({ statements }: StatementFile): readonly string[] =>
  statements.map((statement) => {
    const { account, currency, opening, closing } = statement;
    const adds = judgeBalance(statement).addsUp ? "adds up" : "differs";
    return `${account ?? "-"} ${currency} ${amount(opening)} ${amount(closing)} ${adds}`;
  });

/** One line an entry: place, day, amount, other side, remark. */
export const entryLines = ({ statements }: StatementFile): readonly string[] =>
  statements.flatMap(({ entries }) =>
    entries.map(
      (entry) =>
        `${entry.line} ${entry.bookedOn} ${amountText(entry.amount)} ` +
        `${entry.counterName ?? "-"} | ${entry.remark ?? "-"}`,
    ),
  );

/** All entries of a file; their facts are what tests look at. */
export const entriesOf = ({ statements }: StatementFile) =>
  statements.flatMap(({ entries }) => entries);

/** A sample that must be read. */
export async function sampleFile(format: string, file: string): Promise<StatementFile> {
  const read = await readSample(statementSample(format, file));
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}

/** A list written in a test, that must be read. */
export async function listFile(text: string | Uint8Array): Promise<StatementFile> {
  const read = await readBytes(typeof text === "string" ? new TextEncoder().encode(text) : text);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}

/** Why a list is refused, or null. */
export async function listRefusal(text: string | Uint8Array) {
  const read = await readBytes(typeof text === "string" ? new TextEncoder().encode(text) : text);
  return read.ok ? null : read.refusal;
}

/** UTF-16 with its mark, as Excel writes "Unicode text". */
export function utf16(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(`\ufeff${text}`, "utf16le"));
}
