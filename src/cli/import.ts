/** `huikuan import`: a table or a bank's file into the book, whole or not at all. */
import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type ImportRequest, importFile } from "../actions/import-file.ts";
import type { Desk } from "../actions/perform.ts";
import { isFileRefusal, refusalWords } from "../contract/import-refusals.ts";
import type { ImportReport } from "../domain/book/import-report.ts";
import {
  IMPORT_KINDS,
  type ImportKind,
  type ImportMap,
  isImportKind,
} from "../domain/book/import-row.ts";
import { parseImportMap } from "../formats/tables/import-map.ts";
import { readRows } from "../formats/tables/read-rows.ts";
import { type Command, type Io, misused, Stop } from "./command.ts";
import { DESK_OPTIONS, dayOption, withDesk } from "./house.ts";
import { carryOutStatement, statementRequest } from "./import-statement.ts";
import { reportJson, reportText, snapshotText } from "./import-text.ts";
import { startProgress } from "./progress.ts";
import { refused } from "./refusal-words.ts";

const flag = { type: "boolean", default: false } as const;

export const importCommand: Command = {
  name: "import",
  usage: [
    `${IMPORT_KINDS.join("|")}|statement`,
    "FILE [--creditor C] [--map M.json] [--sheet NAME] [--snapshot DAY]",
    "[--partial] [--update] [--account A] [--insist REASON] [--dry-run] [--json]",
  ].join(" "),
  summary: {
    zh: "导入客户、联系人、合同、应收、收款（XLSX 或 CSV），或银行流水原文件",
    en: "import customers, contacts, contracts, invoices, receipts, or a bank's own file",
  },
  details: {
    zh: [
      "--map M.json    映射文件：列名、固定值、日期顺序（示例见 maps/）",
      "--sheet NAME    工作表",
      "--snapshot DAY  文件是该日全部未清应收：差额入账，未列出的视为已在 ERP 结清",
      "--partial       有问题的行不导入，其余照收",
      "--update        客户、联系人、合同有变时以文件为准",
      "--account A     银行流水：文件没有写明的本方账号",
      "--insist REASON 银行流水：余额对不上仍要入账的原因",
      "--dry-run       只看不存（银行流水也可写 --preview）",
      "--json          输出完整报告",
    ].join("\n"),
    en: [
      "--map M.json    which column is which, constants, order of dates (see maps/)",
      "--sheet NAME    the sheet to read",
      "--snapshot DAY  the file is all that was open on that day: differences are posted,",
      "                what is missing counts as settled in the ERP",
      "--partial       take the good rows although others are refused",
      "--update        customers, contacts, contracts: the file is right",
      "--account A     statement: our own account, where the file does not name it",
      "--insist REASON statement: why it is booked although its balances differ",
      "--dry-run       look only, store nothing (for a statement also --preview)",
      "--json          the whole report",
    ].join("\n"),
  },
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...DESK_OPTIONS,
        map: { type: "string" },
        sheet: { type: "string" },
        snapshot: { type: "string" },
        account: { type: "string" },
        insist: { type: "string" },
        partial: flag,
        update: flag,
        preview: flag,
        "dry-run": flag,
        json: flag,
      },
    });
    const map = values.map === undefined ? undefined : await readMap(resolve(io.cwd, values.map));
    const [first, file, ...more] = positionals;
    if (first === "statement" && file !== undefined && more.length === 0) {
      const { account, insist, json } = values;
      const preview = values.preview || values["dry-run"];
      const flags = { account, insist, json, preview, map };
      const request = await statementRequest(io, file, flags);
      return withDesk(io, values, (desk) => carryOutStatement(desk, request, flags, io));
    }
    const [kind, path] = kindAndFile(positionals);
    const request: ImportRequest = {
      kind,
      fileName: basename(path),
      bytes: await readFile(resolve(io.cwd, path)),
      map,
      sheet: values.sheet,
      snapshotOn: dayOption("snapshot", values.snapshot),
      partial: values.partial,
      update: values.update,
    };
    const how = { dryRun: values["dry-run"], json: values.json };
    return withDesk(io, values, (desk) => carryOut(desk, request, how, io));
  },
};

function kindAndFile(positionals: readonly string[]): readonly [ImportKind, string] {
  const [kind = "", path, ...more] = positionals;
  if (isImportKind(kind) && path !== undefined && more.length === 0) return [kind, path];
  const kinds = `${IMPORT_KINDS.join("|")}|statement`;
  throw misused({
    zh: `用法：huikuan import ${kinds} 文件。`,
    en: `Write huikuan import ${kinds} FILE.`,
  });
}

async function readMap(path: string): Promise<ImportMap> {
  const map = parseImportMap(await readFile(path, "utf8"));
  if (map.ok) return map.value;
  throw new Stop(refusalWords(map.refusal));
}

type How = { readonly dryRun: boolean; readonly json: boolean };

/** Judges, shows what a snapshot would change, then stores; 1 when rows are refused. */
async function carryOut(desk: Desk, request: ImportRequest, how: How, io: Io): Promise<number> {
  const { dryRun, json } = how;
  if (dryRun) {
    const report = await judged(desk, request);
    io.out(json ? reportJson(report) : reportText(report, io.language, "preview"));
    return report.storable ? 0 : 1;
  }
  if (request.snapshotOn !== undefined) {
    io.err(snapshotText(await judged(desk, request), io.language));
  }
  const bar = startProgress(io, io.language === "zh" ? "写入" : "storing", 100);
  const done = await importFile(desk, readRows, request, {
    onStored: (count, total) => bar.reach((100 * count) / total),
  });
  bar.end();
  if (done.ok) {
    io.out(json ? reportJson(done.value) : reportText(done.value, io.language, "stored"));
    return 0;
  }
  if (done.refusal.code !== "import_has_problems") throw stopped(done.refusal);
  const { report } = done.refusal;
  if (json) io.out(reportJson(report));
  else io.err(reportText(report, io.language, "refused"));
  return 1;
}

async function judged(desk: Desk, request: ImportRequest): Promise<ImportReport> {
  const outcome = await importFile(desk, readRows, request, { preview: true });
  if (outcome.ok) return outcome.value;
  throw stopped(outcome.refusal);
}

const stopped = (refusal: { readonly code: string }): Stop =>
  isFileRefusal(refusal) ? new Stop(refusalWords(refusal)) : refused(refusal);
