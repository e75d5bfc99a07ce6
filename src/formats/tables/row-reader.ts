/** Reads one row after another by fields, collecting what is wrong with each. */
import type { NoteFact, Place, Problem, RowRefusal } from "../../domain/book/import-problem.ts";
import type { ImportMap } from "../../domain/book/import-row.ts";
import type { PlainDate } from "../../domain/values/calendar.ts";
import type { Currency, Money } from "../../domain/values/money.ts";
import type { Result } from "../../domain/values/result.ts";
import { readAmount } from "./amount-cell.ts";
import { type Choice, chosen } from "./choices.ts";
import type { ColumnHabits } from "./column-habits.ts";
import { readDay } from "./day-column.ts";
import { hasExponent } from "./decimal-text.ts";
import type { Header } from "./header.ts";
import { cellAt, columnLetter, type MergedRange, type TableRow } from "./table.ts";

/** Longer texts are a whole document in a cell; identifiers are never that long. */
const LONGEST_TEXT = 4000;
const LONGEST_NUMBER = 120;
const SPREADSHEET_ERROR =
  /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|DATE!|UNCALCULATED!)$/;

/** undefined: the file has no such column; null: the cell is empty. */
export type Cell<Value> = Value | null | undefined;

export type RowReader = {
  readonly line: number;
  /** What is wrong with the row so far. */
  readonly problems: readonly Problem[];
  refuse(field: string, refusal: RowRefusal): null;
  place(field: string): Place;
  /** As written, leading zeros dropped where the map says so. */
  text(field: string): Cell<string>;
  /** An identifier: refused where a spreadsheet has mangled it. */
  number(field: string): Cell<string>;
  day(field: string): Cell<PlainDate>;
  amount(field: string, currency: Currency): Cell<Money>;
  choice<Value extends string>(field: string, words: Choice<Value>): Cell<Value>;
  /** The value, or null with the problem that it is missing. */
  needed<Value>(field: string, value: Cell<Value>): Value | null;
};

/** What all rows of a file share. */
export type Reading = {
  readonly header: Header;
  readonly map: ImportMap;
  readonly habits: ColumnHabits;
  readonly merges: readonly MergedRange[];
  readonly days: Map<string, Result<PlainDate, RowRefusal>>;
};

/** A reader over one row. */
export function rowReader(reading: Reading, row: TableRow): RowReader {
  const { header, map, habits } = reading;
  const problems: Problem[] = [];
  const refused = new Set<string>();

  const place = (field: string): Place => placeOf(header, row.line, field);
  const refuse = (field: string, refusal: RowRefusal): null => {
    if (!refused.has(field)) problems.push({ ...place(field), ...refusal });
    refused.add(field);
    return null;
  };

  const text = (field: string): Cell<string> => {
    const index = header.columns.get(field);
    if (index === undefined) return map.constants[field];
    const cell = cellAt(row, index);
    if (cell === "") return emptyCell(reading, row.line, index, (range) => refuse(field, range));
    if (SPREADSHEET_ERROR.test(cell)) return refuse(field, { code: "formula_failed", text: cell });
    if (cell.length > LONGEST_TEXT) {
      return refuse(field, { code: "value_too_long", limit: LONGEST_TEXT });
    }
    return map.stripLeadingZeros.includes(field) ? cell.replace(/^0+(?=.)/, "") : cell;
  };

  const taken = <Value>(field: string, result: Result<Value, RowRefusal>): Value | null =>
    result.ok ? result.value : refuse(field, result.refusal);

  return {
    line: row.line,
    problems,
    refuse,
    place,
    text,
    number(field) {
      const cell = text(field);
      if (cell === null || cell === undefined) return cell;
      if (hasExponent(cell)) return refuse(field, { code: "number_mangled", text: cell });
      if (cell.length > LONGEST_NUMBER) {
        return refuse(field, { code: "value_too_long", limit: LONGEST_NUMBER });
      }
      return habits.decimalZeros.has(field) ? cell.replace(/\.0$/, "") : cell;
    },
    day(field) {
      const cell = text(field);
      if (cell === null || cell === undefined) return cell;
      return taken(field, rememberedDay(reading, cell, field));
    },
    amount(field, currency) {
      const cell = text(field);
      return cell === null || cell === undefined ? cell : taken(field, readAmount(cell, currency));
    },
    choice(field, words) {
      const cell = text(field);
      if (cell === null || cell === undefined) return cell;
      const allowed = [...new Set(words.values())].join(", ");
      return chosen(words, cell) ?? refuse(field, { code: "value_unknown", text: cell, allowed });
    },
    needed(field, value) {
      return value ?? refuse(field, { code: "value_missing", field });
    },
  };
}

function placeOf(header: Header, line: number, field: string): Place {
  const index = header.columns.get(field);
  if (index === undefined) return { line, column: null, heading: null };
  return { line, ...columnPlace(header, index) };
}

/** Letter and heading of a column. */
export function columnPlace({ headings }: Header, index: number) {
  const [heading = null] = headings.slice(index);
  return { column: columnLetter(index), heading };
}

/** An empty cell inside a merged range is not empty to the eye: that is said instead of guessed. */
function emptyCell(
  { merges }: Reading,
  line: number,
  index: number,
  refuse: (refusal: RowRefusal) => null,
): null {
  const column = index + 1;
  const range = merges.find(
    ({ top, bottom, left, right }) =>
      top <= line && line <= bottom && left <= column && column <= right,
  );
  return range === undefined ? null : refuse({ code: "merged_cells", range: range.text });
}

/** Days repeat a lot within a file, and reading one costs a dozen patterns. */
function rememberedDay({ days, habits, map }: Reading, text: string, field: string) {
  const order = map.dateOrder ?? habits.dateOrders.get(field) ?? null;
  const key = `${order}${text}`;
  const known = days.get(key);
  if (known !== undefined) return known;
  const day = readDay(text, order);
  days.set(key, day);
  return day;
}

/** A note with the place of a field's column. */
export const columnNote = (header: Header, field: string, fact: NoteFact): Place & NoteFact => {
  const { column, heading } = placeOf(header, 0, field);
  return { line: null, column, heading, ...fact };
};
