/** What an XLSX package says around its cells: sheets, merged ranges, formulas never calculated. */
import { columnNumber, type MergedRange } from "./table.ts";
import { unpackEntry, type ZipEntry } from "./zip.ts";

export type SheetParts = {
  readonly merges: readonly MergedRange[];
  /** Cells whose formula was saved without a result: writers other than Excel leave them so. */
  readonly uncalculated: readonly { readonly column: number; readonly line: number }[];
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

/** Merged ranges of a sheet, and its formulas that were saved without a result. */
export function readSheetParts(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  path: string,
): SheetParts {
  const entry = entries.find(({ name }) => name === path);
  const unpacked = entry === undefined ? null : unpackEntry(bytes, entry);
  if (unpacked === null) return { merges: [], uncalculated: [] };
  const buffer = Buffer.from(unpacked.buffer, unpacked.byteOffset, unpacked.byteLength);
  const tail = buffer.subarray(Math.max(0, buffer.lastIndexOf("</sheetData>"))).toString("utf8");
  return {
    merges: tagsOf(tail, "mergeCell").flatMap((tag) => mergedRange(attribute(tag, "ref")) ?? []),
    uncalculated: buffer.includes("<f") ? listUncalculated(buffer.toString("utf8")) : [],
  };
}

function listUncalculated(xml: string): SheetParts["uncalculated"] {
  const cell = /<c ([^>]*)><f(?:\/>|[^>]*>[^<]*<\/f>)(?:<v\s*\/>|<v><\/v>)?<\/c>/g;
  return [...xml.matchAll(cell)].flatMap(([whole, attributes = ""]) => {
    const place = /r="([A-Z]+)(\d+)"/.exec(attributes);
    const emptyText = /t="str"/.test(attributes) && whole.includes("<v");
    if (place === null || emptyText) return [];
    return [{ column: columnNumber(place[1] ?? ""), line: Number(place[2]) }];
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
