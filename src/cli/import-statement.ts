/** `huikuan import statement`: a bank's file into the book, once ever. */
import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import {
  importStatement,
  type StatementPhase,
  type StatementRequest,
} from "../actions/import-statement.ts";
import type { Desk } from "../actions/perform.ts";
import { isFileRefusal, refusalWords } from "../contract/import-refusals.ts";
import type { ImportMap } from "../domain/book/import-row.ts";
import { readStatementsApart } from "../formats/statements/read-apart.ts";
import { MOST_BYTES } from "../formats/statements/read-statements.ts";
import { look } from "../views/look.ts";
import { viewStatement } from "../views/statement-preview.ts";
import { type Io, Stop } from "./command.ts";
import { moneyJson } from "./money-json.ts";
import { startProgress } from "./progress.ts";
import { refused } from "./refusal-words.ts";
import { outcomeText, previewText } from "./statement-text.ts";

export type StatementFlags = {
  readonly account: string | undefined;
  readonly insist: string | undefined;
  readonly preview: boolean;
  readonly json: boolean;
  readonly map: ImportMap | undefined;
};

/** Reads the file from disk; one that is too large is refused unread. */
export async function statementRequest(
  io: Io,
  path: string,
  { account, insist, map }: StatementFlags,
): Promise<StatementRequest> {
  const at = resolve(io.cwd, path);
  const { size } = await stat(at);
  if (size > MOST_BYTES) {
    const refusal = { code: "statement_too_large", bytes: size, most: MOST_BYTES };
    throw stopped(refusal);
  }
  return {
    bytes: await readFile(at),
    fileName: basename(path),
    account: account ?? null,
    map: map ?? null,
    insist: insist ?? null,
  };
}

/** Takes the file or shows what it holds; 1 where it could not be stored as it is. */
export async function carryOutStatement(
  desk: Desk,
  request: StatementRequest,
  { preview, json }: StatementFlags,
  io: Io,
): Promise<number> {
  if (preview) return showPreview(desk, request, json, io);
  const bar = statementBar(io);
  const done = await importStatement(desk, readStatementsApart, request, bar.reach);
  bar.end();
  if (!done.ok) throw stopped(done.refusal);
  io.out(json ? moneyJson(done.value) : outcomeText(request.fileName, done.value, io.language));
  return 0;
}

async function showPreview(
  desk: Desk,
  { bytes, fileName, map, account }: StatementRequest,
  json: boolean,
  io: Io,
): Promise<number> {
  const homeCurrency = await look(desk, async ({ creditor }) => creditor.homeCurrency);
  const file = await readStatementsApart(bytes, { fileName, map, homeCurrency });
  if (!file.ok) throw stopped(file.refusal);
  const preview = await look(desk, (sight) => viewStatement(sight, file.value, account));
  io.out(json ? moneyJson(preview) : previewText(fileName, preview, io.language));
  if (preview.problem !== null && isFileRefusal(preview.problem) && !json) {
    io.err(`${refusalWords(preview.problem)[io.language]}\n`);
  }
  return preview.storable ? 0 : 1;
}

const PHASES: Readonly<Record<StatementPhase, { readonly zh: string; readonly en: string }>> = {
  reading: { zh: "读取", en: "reading" },
  matching: { zh: "匹配", en: "matching" },
  storing: { zh: "写入", en: "storing" },
};

/** One bar a phase. */
function statementBar(io: Io) {
  let phase: StatementPhase | null = null;
  let bar = startProgress(io, "", 0);
  return {
    reach(now: StatementPhase, done: number, total: number) {
      if (now !== phase) {
        bar.end();
        bar = startProgress(io, PHASES[now][io.language], 100);
        phase = now;
      }
      bar.reach(total === 0 ? 100 : (100 * done) / total);
    },
    end: () => bar.end(),
  };
}

const stopped = (refusal: { readonly code: string }): Stop =>
  isFileRefusal(refusal) ? new Stop(refusalWords(refusal)) : refused(refusal);
