/** Table files for tests: workbooks written cell by cell, ZIP packages, text in any encoding. */
import { deflateRawSync } from "node:zlib";
import ExcelJS from "exceljs";
import type { ImportKind, ImportMap, RowOf } from "../../src/domain/book/import-row.ts";
import { EMPTY_MAP } from "../../src/domain/book/import-row.ts";
import { currency } from "../../src/domain/values/money.ts";
import { assert } from "../../src/domain/values/result.ts";
import { readCsv } from "../../src/formats/tables/csv.ts";
import { rowsOf } from "../../src/formats/tables/read-rows.ts";
import type { Table } from "../../src/formats/tables/table.ts";

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

type SheetWriter = (sheet: ExcelJS.Worksheet) => void;

/** A workbook with one sheet per writer, named as given. */
export async function workbook(sheets: Readonly<Record<string, SheetWriter>>): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const [name, write] of Object.entries(sheets)) write(book.addWorksheet(name));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** A workbook of one sheet with these rows. */
export const sheetOf = (rows: readonly (readonly ExcelJS.CellValue[])[]): Promise<Uint8Array> =>
  workbook({ Sheet1: (sheet) => sheet.addRows(rows.map((row) => [...row])) });

type Part = { readonly name: string; readonly text: string; readonly claims?: number };

/** A ZIP package; `claims` is the unpacked size its directory states, where that is to be a lie. */
export function zipOf(parts: readonly Part[]): Uint8Array {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const { name, text, claims } of parts) {
    const raw = Buffer.from(text);
    const packed = deflateRawSync(raw);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(claims ?? raw.length, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claims ?? raw.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), packed);
    entries.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
}

/** A workbook of one sheet whose rows are given as XML, as writers other than Excel make them. */
export const packageOf = (rows: string): Uint8Array =>
  zipOf([
    {
      name: "xl/workbook.xml",
      text: '<workbook><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      text: `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>
        </Relationships>`,
    },
    {
      name: "xl/worksheets/sheet1.xml",
      text: `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    },
  ]);

/** The table of a text in which `|` stands between cells. */
export function tableOf(text: string): Table {
  const table = readCsv(text);
  assert(table.ok, "the text is a table");
  return table.value;
}

/** What a text table gives, read as one kind of rows. */
export function rowsOfText<Kind extends ImportKind>(
  kind: Kind,
  text: string,
  map: Partial<ImportMap> = {},
) {
  const options = { map: { ...EMPTY_MAP, ...map }, homeCurrency: currency("CNY") };
  const read = rowsOf(kind, tableOf(text), options);
  assert(read.ok, `the table is read: ${read.ok || JSON.stringify(read.refusal)}`);
  return read.value;
}

/** The one row that a header and a line give; a problem fails the test. */
export function oneRow<Kind extends ImportKind>(
  kind: Kind,
  text: string,
  map: Partial<ImportMap> = {},
): RowOf[Kind] {
  const { rows, problems } = rowsOfText(kind, text, map);
  const [row] = rows;
  assert(row !== undefined, `the row is good: ${JSON.stringify(problems)}`);
  return row;
}

/** The codes of what is wrong with a text table, with the line and column of each. */
export const problemsOf = (kind: ImportKind, text: string, map: Partial<ImportMap> = {}) =>
  rowsOfText(kind, text, map).problems.map(
    ({ line, column, code }) => `${line}${column ?? ""} ${code}`,
  );
