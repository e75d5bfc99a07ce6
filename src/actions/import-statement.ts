/** Imports a bank's file: every line once ever; what is certain is settled, the rest waits. */
import { createHash } from "node:crypto";
import type { ImportMap } from "../domain/book/import-row.ts";
import { accountOf, type CountedEntry, countEntries, partKnown } from "../domain/cash/bank-line.ts";
import { openMatchBook } from "../domain/cash/matching/match-book.ts";
import type { StatementFile } from "../domain/cash/statement.ts";
import type { BalanceJudgement } from "../domain/cash/statement-balance.ts";
import { judgeStatementFile, type StatementFileRefusal } from "../domain/cash/statement-file.ts";
import type { BankStatementId, ImportId } from "../domain/values/ids.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { listKnownLines } from "../store/bank-lines.ts";
import { insertBankStatements, type NewBankStatement } from "../store/bank-statements.ts";
import { findCreditor } from "../store/creditors.ts";
import { insertImport, isKnownFile, lockForImport } from "../store/imports.ts";
import { loadMatchValues } from "../store/match-values.ts";
import { discardPlans } from "../store/sql.ts";
import { type Context, defineAction } from "./action.ts";
import { loadCashRules } from "./load-cash-rules.ts";
import { lockTouched, matchLines, type SettledLine, settleLine } from "./match-lines.ts";
import { prepareLines } from "./new-lines.ts";
import { type Desk, type PerformRefusal, perform } from "./perform.ts";
import { outcomeOf, type StatementOutcome } from "./statement-outcome.ts";
import { type NewLine, type SettledNewLine, storeLines } from "./store-lines.ts";
import { storeNotices } from "./store-notices.ts";

export type StatementPhase = "reading" | "matching" | "storing";
/** Told as the work goes on, for whoever watches. */
export type OnProgress = (phase: StatementPhase, done: number, total: number) => void;

export type StatementRequest = {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** Our own account, where the file does not name it. */
  readonly account: string | null;
  readonly map: ImportMap | null;
  /** Why it is booked although its balances differ. */
  readonly insist: string | null;
};

/** How a file is read: `readStatements` of the formats, handed in by the door. */
export type StatementReading<Refusal> = (
  bytes: Uint8Array,
  options: {
    readonly fileName: string;
    readonly map: ImportMap | null;
    readonly homeCurrency: string;
  },
) => Promise<Result<StatementFile, Refusal>>;

type Input = Pick<StatementRequest, "fileName" | "account" | "insist"> & {
  readonly sha256: string;
  readonly file: StatementFile;
  readonly onProgress: OnProgress;
};

export type ImportStatementRefusal = StatementFileRefusal | PerformRefusal;

/** Reads a bank's file and takes it whole or not at all. */
export async function importStatement<ReadRefusal>(
  desk: Desk,
  readStatements: StatementReading<ReadRefusal>,
  { bytes, map, ...request }: StatementRequest,
  onProgress: OnProgress = () => {},
): Promise<Result<StatementOutcome, ReadRefusal | ImportStatementRefusal>> {
  const creditor = await desk.database.reading((tx) => findCreditor(tx, desk.creditorId));
  if (creditor === null) return refuse({ code: "creditor_not_found" });
  onProgress("reading", 0, bytes.length);
  const { homeCurrency } = creditor;
  const file = await readStatements(bytes, { fileName: request.fileName, map, homeCurrency });
  if (!file.ok) return file;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return perform(desk, takeStatement, { ...request, sha256, file: file.value, onProgress });
}

export const takeStatement = defineAction<Input, StatementOutcome, StatementFileRefusal>({
  name: "import_statement",
  permission: "statement:import",
  audited: ({ file, onProgress: _, ...how }) => ({
    ...how,
    format: file.format,
    statements: file.statements.length,
  }),
  async run(context, input) {
    const { tx, creditorId, today } = context;
    const { file, account, insist } = input;
    await lockForImport(tx, creditorId);
    const counted = countEntries(file.statements, account);
    const balances = judgeStatementFile(file.statements, counted, account, insist, today);
    if (!balances.ok) return balances;
    const texts = counted.map(({ text }) => text);
    const { fresh, known } = partKnown(counted, await listKnownLines(tx, creditorId, texts));
    const twice = await isKnownFile(tx, creditorId, "statement", input.sha256);
    const notices = twice ? [] : file.statuses;
    const amounts = (lines: readonly CountedEntry[]) => lines.map(({ entry }) => entry.amount);
    const told = { format: file.format, notices: notices.length };
    const read = amounts(counted);
    if (fresh.length === 0 && notices.length === 0) {
      return ok(outcomeOf({ ...told, importId: null }, read, amounts(known), []));
    }
    const importId = context.newId<ImportId>();
    await recordImport(context, input, importId, fresh.length);
    await storeNotices(context, importId, notices);
    const statements = await recordStatements(context, input, importId, balances.value, known);
    const settled = await takeLines(context, input, importId, fresh, statements);
    return ok(outcomeOf({ ...told, importId }, read, amounts(known), settled));
  },
});

async function recordImport(
  { tx, creditorId, now, actor }: Context,
  { fileName, sha256, insist, file, account }: Input,
  id: ImportId,
  stored: number,
): Promise<void> {
  await insertImport(tx, creditorId, {
    ...{ id, kind: "statement", fileName, sha256, snapshotOn: null, stored },
    report: { format: file.format, account, insist },
    importedAt: now,
    importedBy: actor.name,
  });
}

/** Stores the heads of the file's statements; gives their ids in the file's order. */
async function recordStatements(
  { tx, creditorId, newId }: Context,
  { file, account, insist }: Input,
  importId: ImportId,
  balances: readonly BalanceJudgement[],
  known: readonly CountedEntry[],
): Promise<readonly BankStatementId[]> {
  const heads = file.statements.map((statement, at): NewBankStatement => {
    const { owner, currency, number, fromOn, toOn, opening, closing, entries } = statement;
    const { difference = null, addsUp = true } = balances[at] ?? {};
    return {
      ...{ id: newId<BankStatementId>(), account: accountOf(statement, account), owner, currency },
      ...{ number, fromOn, toOn, opening, closing, difference },
      insistedBecause: addsUp ? null : insist,
      lines: entries.length,
      known: known.filter((one) => one.statement === at).length,
    };
  });
  await insertBankStatements(tx, creditorId, { importId, format: file.format }, heads);
  return heads.map(({ id }) => id);
}

/** Lines stored by one statement: large enough to be quick, small enough to be remembered. */
const CHUNK = 2_000;

/** Judges the new lines in their order, settles what is certain, and stores them all. */
async function takeLines(
  context: Context,
  { onProgress }: Input,
  importId: ImportId,
  fresh: readonly CountedEntry[],
  statements: readonly BankStatementId[],
): Promise<readonly SettledLine<NewLine>[]> {
  const lines = await prepareLines(context, fresh, statements);
  const [first] = lines;
  if (first === undefined) return [];
  const from = first.line.bookedOn;
  const without = { lines: [], items: [] };
  const asked = { from, whose: null, without };
  const book = openMatchBook(await loadMatchValues(context.tx, context.creditorId, asked));
  const rules = await loadCashRules(context.tx, context.creditorId);
  const matched = await matchLines(book, rules, lines, (done, total) =>
    onProgress("matching", done, total),
  );
  const [open, made] = [await lockTouched(context, matched), new Map()];
  const settled: SettledNewLine[] = [];
  if (matched.length > 1000) await discardPlans(context.tx);
  for (let at = 0; at < matched.length; at += CHUNK) {
    onProgress("storing", at, matched.length);
    const chunk = matched
      .slice(at, at + CHUNK)
      .map((one) => settleLine(one, rules, open, made, context));
    await storeLines(context, importId, chunk);
    settled.push(...chunk);
  }
  onProgress("storing", matched.length, matched.length);
  return settled;
}
