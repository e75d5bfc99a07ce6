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
    path: partPath(targets.get(attribute(tag, "r:id")) ?? ""),
  }));
}

const partPath = (target: string): string =>
  target.startsWith("/") ? target.slice(1) : `xl/${target}`;

/** Merged ranges of a sheet, its errors, and formulas that were saved without a result. */
export function readSheetParts(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  path: string,
): SheetParts {
  const entry = entries.find(({ name }) => name === path);
  const unpacked = entry === undefined ? null : unpackEntry(bytes, entry);
  if (unpacked === null) return { merges: [], failed: [] };
  const buffer = Buffer.from(unpacked.buffer, unpacked.byteOffset, unpacked.byteLength);
  const tail = buffer.subarray(Math.max(0, buffer.lastIndexOf("</sheetData>"))).toString("utf8");
  return {
    merges: tagsOf(tail, "mergeCell").flatMap((tag) => mergedRange(attribute(tag, "ref")) ?? []),
    failed: buffer.includes("<f") || buffer.includes('t="e"') ? listFailed(buffer) : [],
  };
}

const CELL = /<c ([^>]*)>(<f(?:[^>]*\/>|[^>]*>[^<]*<\/f>))?(?:<v\s*\/>|<v>([^<]*)<\/v>)?<\/c>/g;

function listFailed(sheet: Buffer): SheetParts["failed"] {
  return [...sheet.toString("utf8").matchAll(CELL)].flatMap(([whole, attributes = "", f, v]) => {
    const place = /r="([A-Z]+)(\d+)"/.exec(attributes);
    if (place === null) return [];
    const [column, line] = [columnNumber(place[1] ?? ""), Number(place[2])];
    if (/t="e"/.test(attributes)) return [{ line, column, text: v || "#VALUE!" }];
    const emptyText = /t="str"/.test(attributes) && whole.includes("<v");
    const uncalculated = f !== undefined && !v && !emptyText;
    return uncalculated ? [{ line, column, text: UNCALCULATED }] : [];
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
  const entry = entries.find(({ name }) => name === path);
  const unpacked = entry === undefined ? null : unpackEntry(bytes, entry);
  return unpacked === null ? "" : new TextDecoder().decode(unpacked);
}

const tagsOf = (xml: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, "g"))].map(([tag]) => tag);

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}\\s*=\\s*"([^"]*)"`).exec(tag)?.[1] ?? "";

const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&amp;": "&",
};

const unescapeXml = (text: string): string =>
  text.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? entity);
