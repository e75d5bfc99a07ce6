/** A table as a file holds it: rows of cell texts with their lines, not yet knowing of what. */

export type TableRow = {
  /** The line of the file, or the row number of the sheet, from 1. */
  readonly line: number;
  /** Cleaned texts; "" where the cell is empty. */
  readonly cells: readonly string[];
};

/** Stands in a cell whose formula has no saved result. */
export const UNCALCULATED = "#UNCALCULATED!";

/** Merged cells, all four ends from 1 and inclusive. */
export type MergedRange = {
  readonly text: string;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};

export type Table = {
  /** The sheet's name; null for text files. */
  readonly sheet: string | null;
  readonly rows: readonly TableRow[];
  readonly merges: readonly MergedRange[];
};

/** The letter of a column, `index` from 0: A, B, … Z, AA. */
export function columnLetter(index: number): string {
  let letters = "";
  for (let left = index + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

/** The number of a column's letters, from 1: A is 1, AA is 27. */
export const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/**
 * A cell's text without what exports wrap around values so that Excel keeps them as text: `="…"`,
 * a leading apostrophe or back-tick, tabs and blanks at both ends.
 */
export function cleanCell(text: string): string {
  let clean = text.trim();
  if (clean.length > 2 && clean.startsWith('="') && clean.endsWith('"'))
    clean = clean.slice(2, -1).trim();
  if (clean.startsWith("`") || clean.startsWith("'")) clean = clean.slice(1).trim();
  return clean.replace(/[\u200b\ufeff]/g, "");
}

/** A row's cell, "" where the row is shorter or there is no such column. */
export const cellAt = ({ cells }: TableRow, index: number | undefined): string =>
  cells[index ?? -1] ?? "";

/** Whether all cells of a row are empty. */
export const isBlank = (row: TableRow): boolean => row.cells.every((cell) => cell === "");
