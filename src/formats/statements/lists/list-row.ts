/** A row of a list by its fields, fillers already empty. */
import { cellAt, type TableRow } from "../../tables/table.ts";
import { plainText } from "./list-cells.ts";
import type { Columns } from "./list-header.ts";

export type ListRow = {
  readonly line: number;
  readonly cells: readonly string[];
  /** Whether the list has a column for the field. */
  readonly has: (field: string) => boolean;
  /** The field's most telling column in which anything is left when cleaned, "" where none is. */
  readonly text: (field: string, clean?: (cell: string) => string) => string;
  /** The field's most telling column alone, as it stands in the file. */
  readonly raw: (field: string) => string;
  /** All columns of the field in the order of the file. */
  readonly texts: (field: string) => readonly string[];
};

const NONE: readonly number[] = [];

/** A reader of one row; `constants` stand for columns that the list lacks. */
export function listRow(
  row: TableRow,
  columns: Columns,
  constants: Readonly<Record<string, string>> = {},
): ListRow {
  const places = (field: string) => columns.get(field) ?? NONE;
  return {
    line: row.line,
    cells: row.cells,
    has: (field) => columns.has(field) || Object.hasOwn(constants, field),
    text: (field, clean = plainText) => {
      for (const index of places(field)) {
        const text = clean(cellAt(row, index));
        if (text !== "") return text;
      }
      return columns.has(field) ? "" : clean(constants[field] ?? "");
    },
    raw: (field) => (columns.has(field) ? cellAt(row, places(field)[0]) : (constants[field] ?? "")),
    texts: (field) =>
      places(field)
        .toSorted((a, b) => a - b)
        .map((index) => plainText(cellAt(row, index)))
        .filter((text) => text !== ""),
  };
}
