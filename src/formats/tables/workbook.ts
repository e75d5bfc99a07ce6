/** What an XLSX package says around its cells: sheets, merged ranges, cells that failed. */
import { columnNumber, type MergedRange, UNCALCULATED } from "./table.ts";
import { unpackEntry, type ZipEntry } from "./zip.ts";

export type FailedCell = {
  readonly line: number;
  readonly column: number;
  /** What stands in the cell instead of a value. */
  readonly text: string;
};

export type SheetParts = {
  readonly merges: readonly MergedRange[];
  /** Cells with an error, or with a formula that some other writer saved without its result. */
  readonly failed: readonly FailedCell[];
  /** Rows that hold a formula, whether or not its result is saved. */
  readonly formulaLines: readonly number[];
};

/** Names of the sheets in their order, hidden ones marked, and where each is kept. */
export function listSheets(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
): readonly { readonly name: string; readonly hidden: boolean; readonly path: string }[] {
  const book = readPart(bytes, entries, "xl/workbook.xml");
  const relations = readPart(bytes, entries, "xl/_rels/workbook.xml.rels");
  const targets = new Map(
    tagsOf(relations, "Relationship").map((tag) => [
      attribute(tag, "Id"),
      attribute(tag, "Target"),
    ]),
  );
  return tagsOf(book, "sheet").map((tag) => ({
    name: unescapeXml(attribute(tag, "name")),
    hidden: /hidden/i.test(attribute(tag, "state")),
    path: partPath(targets.get(attribute(tag, "r:id"))),
  }));
}

const partPath = (target = ""): string =>
  target.startsWith("/") ? target.slice(1) : `xl/${target}`;

/** Merged ranges of a sheet, its errors, and formulas that were saved without a result. */
export function readSheetParts(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  path: string | undefined,
): SheetParts {
  const unpacked = partBytes(bytes, entries, path);
  if (unpacked === null) return { merges: [], failed: [], formulaLines: [] };
  const buffer = Buffer.from(unpacked.buffer, unpacked.byteOffset, unpacked.byteLength);
  const tail = buffer.subarray(Math.max(0, buffer.lastIndexOf("</sheetData>"))).toString("utf8");
  return {
    merges: tagsOf(tail, "mergeCell").flatMap((tag) => mergedRange(attribute(tag, "ref")) ?? []),
    failed: buffer.includes("<f") || buffer.includes('t="e"') ? listFailed(buffer) : [],
    formulaLines: /<(?:\w+:)?f[\s>/]/.test(buffer.toString("latin1")) ? listFormulas(buffer) : [],
  };
}

const FORMULA = /<(?:\w+:)?c\s(?:[^>]*\s)?r="[A-Z]+(\d+)"[^>]*>\s*<(?:\w+:)?f[\s>/]/g;

/** Line 0 stands for a formula in a cell that does not name its place. */
function listFormulas(sheet: Buffer): readonly number[] {
  const lines = [...sheet.toString("latin1").matchAll(FORMULA)].map(([, line]) => Number(line));
  return lines.length > 0 ? lines : [0];
}

const CELL = /<c ([^>]*)>(<f(?:[^>]*\/>|[^>]*>[^<]*<\/f>))?(?:<v\s*\/>|<v>([^<]*)<\/v>)?<\/c>/g;

function listFailed(sheet: Buffer): SheetParts["failed"] {
  return [...sheet.toString("utf8").matchAll(CELL)].flatMap((match) => {
    const [whole, attributes = "", f, v] = match;
    const named = /r="([A-Z]+)(\d+)"/.exec(attributes);
    if (named === null) return [];
    const [, letters = "", line] = named;
    const place = { line: Number(line), column: columnNumber(letters) };
    if (/t="e"/.test(attributes)) return [{ ...place, text: v || "#VALUE!" }];
    const emptyText = /t="str"/.test(attributes) && whole.includes("<v");
    const uncalculated = f !== undefined && !v && !emptyText;
    return uncalculated ? [{ ...place, text: UNCALCULATED }] : [];
  });
}

/** `A1:C3` as a range; null for anything else. */
export function mergedRange(text: string): MergedRange | null {
  const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(text);
  if (match === null) return null;
  const [, left = "", top = "", right = "", bottom = ""] = match;
  return {
    text,
    top: Number(top),
    bottom: Number(bottom),
    left: columnNumber(left),
    right: columnNumber(right),
  };
}

function readPart(bytes: Uint8Array, entries: readonly ZipEntry[], path: string): string {
  const unpacked = partBytes(bytes, entries, path);
  return unpacked === null ? "" : new TextDecoder().decode(unpacked);
}

function partBytes(bytes: Uint8Array, entries: readonly ZipEntry[], path: string | undefined) {
  const [entry] = entries.filter(({ name }) => name === path);
  return entry === undefined ? null : unpackEntry(bytes, entry);
}

const tagsOf = (xml: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, "g"))].map(([tag]) => tag);

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}\\s*=\\s*"([^"]*)"`).exec(tag)?.[1] ?? "";

/** Names of sheets come escaped; the ampersand last, so that "&amp;lt;" stays "&lt;". */
const unescapeXml = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
