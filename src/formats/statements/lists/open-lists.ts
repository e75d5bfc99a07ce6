/** A file's lists, whatever it is packed in: text, workbook old or new, or a ZIP of those. */
import { ok, type Result, refuse } from "../../../domain/values/result.ts";
import { csvRows } from "../../tables/csv.ts";
import { readOldExcel } from "../../tables/old-excel.ts";
import { isWorkbook, readSheets, type SheetTable } from "../../tables/xlsx.ts";
import { listEntries, unpackEntry, type ZipEntry } from "../../tables/zip.ts";
import type { SniffedFile } from "../format.ts";
import { sniffedFile } from "../sniff.ts";
import type { List, ListProblem } from "./list.ts";
import { findHead } from "./list-header.ts";

export type OpenedLists = Result<readonly List[], ListProblem>;

/** What a statement unpacks to: a workbook of 100,000 rows has some 60 MB. */
const MOST_UNPACKED_MEGABYTES = 160;
const MOST_MEMBERS = 100;
/** Lines looked at for sniffing, and how much of the text they may take. */
const HEAD_LINES = 80;
const HEAD_LENGTH = 120_000;
/** A million rows of eight columns; more cells than this are no list but noise. */
const MOST_CELLS = 8_000_000;
const LONGEST_LINE = 100_000;

/** Web pages and XML that Excel opens, and which banks therefore call .xls. */
const SHEET_MARKUP = /^\s*<(?:!doctype html|html|table|head|meta|style)|office:spreadsheet/i;

const whole = new WeakMap<SniffedFile, Promise<OpenedLists>>();

/** All lists of a file, read once however many formats ask. */
export function listsOf(file: SniffedFile): Promise<OpenedLists> {
  const before = whole.get(file);
  if (before !== undefined) return before;
  const lists = openLists(file);
  whole.set(file, lists);
  return lists;
}

/** Enough of a file's lists to find their headers; a long text isn't cut into cells for that. */
export async function headLists(file: SniffedFile): Promise<OpenedLists> {
  if (file.kind !== "text" || isMarkup(file)) return listsOf(file);
  return ok([headList(listText(file))]);
}

function headList(text: string): List {
  const lines = text
    .slice(0, HEAD_LENGTH)
    .split(/\r\n?|\n/, HEAD_LINES)
    .join("\n");
  return textList(lines, csvRows(mendQuotes(lines)).rows);
}

/**
 * Bytes that are neither UTF-8 nor GB18030 are a Western list if its header is known so; else most
 * likely a Chinese list with a broken character, whose place is then shown by its replacement.
 */
function listText({ encoding, text, bytes }: SniffedFile): string {
  if (encoding !== "latin1" || findHead(headList(text)) !== null) return text;
  return new TextDecoder("gb18030").decode(bytes);
}

const structure = (line: number | null, problem: ListProblem["problem"] = "structure") =>
  refuse({ line, problem });

const isMarkup = ({ head }: SniffedFile): boolean => SHEET_MARKUP.test(head);

function openLists(file: SniffedFile): Promise<OpenedLists> {
  if (file.kind === "ole") return openOldWorkbook(file.bytes);
  if (file.kind === "zip") return openZip(file);
  return isMarkup(file) ? openOldWorkbook(file.bytes) : Promise.resolve(openText(listText(file)));
}

async function openOldWorkbook(bytes: Uint8Array): Promise<OpenedLists> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.includes(Buffer.from("EncryptedPackage", "utf16le"))) {
    return structure(null, "locked");
  }
  const sheets = await readOldExcel(bytes);
  return sheets.ok ? ok(sheets.value.map(sheetList)) : structure(null);
}

const sheetList = (sheet: SheetTable): List => ({ ...sheet, endsOpen: false });

/** A text list; refused where a quote stays open or a line is longer than any list's. */
function openText(text: string): OpenedLists {
  const bad = noisyLine(text);
  if (bad !== null) return structure(bad.line, bad.problem);
  const { rows, errors } = csvRows(mendQuotes(text));
  const [wrong] = errors.filter(({ type }) => type === "Quotes");
  if (wrong !== undefined) return structure(rows[wrong.row ?? 0]?.line ?? null);
  return ok([textList(text, rows)]);
}

const textList = (text: string, rows: List["rows"]): List => ({
  sheet: null,
  rows,
  merges: [],
  formulaLines: [],
  endsOpen: !/[\r\n]$/.test(text),
});

const SEPARATORS = new Set([...",\t;|\n"].map((one) => one.charCodeAt(0)));
const LINE_ENDS = new Set([10, 13]);
/** Control characters, and what a decoder puts where bytes are no character. */
const isNoText = (code: number): boolean =>
  code < 9 || (code > 13 && code < 27) || code === REPLACEMENT;
const REPLACEMENT = 0xfffd;

/** Looked at before the text is cut into cells, so that noise costs no memory. */
function noisyLine(text: string): ListProblem | null {
  let [line, cells, start] = [1, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isNoText(code)) return { line, problem: "not_text" };
    if (LINE_ENDS.has(code)) start = at;
    if (code === 10) line += 1;
    if (SEPARATORS.has(code)) cells += 1;
    if (at - start > LONGEST_LINE || cells > MOST_CELLS) return { line, problem: "structure" };
  }
  return null;
}

/** Some banks put a tab behind a closing quote. */
const mendQuotes = (text: string): string => text.replace(/"[\t ]+(?=[,\r\n]|$)/g, '"');

async function openZip(file: SniffedFile): Promise<OpenedLists> {
  const entries = listEntries(file.bytes);
  if (entries === null) return structure(null, "cut_off");
  if (isWorkbook(entries)) {
    const sheets = await readSheets(file.bytes, MOST_UNPACKED_MEGABYTES);
    if (sheets.ok) return ok(sheets.value.map(sheetList));
    const bomb = sheets.refusal.code === "file_unpacks_too_large";
    return structure(null, bomb ? "forbidden" : "structure");
  }
  return openMembers(file, entries);
}

/** Names of what is no list of payments: Alipay packs a summary beside the detail. */
const NO_LIST = /汇总|__MACOSX|\/$|\.(?:pdf|jpe?g|png|ofd|docx?|html?|xml|md)$/i;

async function openMembers(file: SniffedFile, entries: readonly ZipEntry[]): Promise<OpenedLists> {
  const members = entries.filter(({ name }) => !NO_LIST.test(name));
  const unpacked = members.reduce((sum, entry) => sum + entry.unpacked, 0);
  const bomb = unpacked > MOST_UNPACKED_MEGABYTES * 1024 * 1024 || members.length > MOST_MEMBERS;
  if (bomb) return structure(null, "forbidden");
  if (members.some(({ locked }) => locked)) return structure(null, "locked");
  const found: (readonly List[])[] = [];
  for (const entry of members) {
    const bytes = unpackEntry(file.bytes, entry);
    if (bytes === null) return structure(null, "cut_off");
    const { fileName, map, homeCurrency } = file;
    const member = sniffedFile(bytes, { fileName, map, homeCurrency });
    const lists = await openMember(member);
    if (!lists.ok) return lists;
    found.push(lists.value);
  }
  return ok(found.flat());
}

/** A ZIP inside a ZIP is taken only where it is a workbook. */
function openMember(member: SniffedFile): Promise<OpenedLists> {
  const nested = member.kind === "zip" && !isWorkbook(listEntries(member.bytes) ?? []);
  return nested ? Promise.resolve(structure(null, "too_deep")) : openLists(member);
}
