/** What a whole column shows that single cells don't: the order of days, numbers written as 1.0. */
import type { Note } from "../../domain/book/import-problem.ts";
import type { DateOrder, ImportMap } from "../../domain/book/import-row.ts";
import { isSerial, orderShown } from "./day-column.ts";
import type { Header } from "./header.ts";
import { columnNote, columnPlace } from "./row-reader.ts";
import { cellAt, type TableRow } from "./table.ts";

export type ColumnHabits = {
  /** Field → the order of its days, where the column or another one of the file shows it. */
  readonly dateOrders: ReadonlyMap<string, DateOrder>;
  /** Fields whose numbers all end in ".0", as programs write them that know only fractions. */
  readonly decimalZeros: ReadonlySet<string>;
  readonly notes: readonly Note[];
};

const isDayField = (field: string): boolean => field.endsWith("_on");
const isNumberField = (field: string): boolean => /(?:^|_)number$/.test(field);

/** Looks over all rows of a file once, before any of them is read. */
export function habitsOf(header: Header, rows: readonly TableRow[], map: ImportMap): ColumnHabits {
  const texts = (field: string): readonly string[] => {
    const index = header.columns.get(field);
    return rows.map((row) => cellAt(row, index)).filter((cell) => cell !== "");
  };
  const fields = [...header.columns.keys()];
  const dayFields = fields.filter(isDayField);
  const notes: Note[] = [];
  const shown = new Map<string, DateOrder>();
  for (const field of dayFields) {
    const order = orderShown(texts(field));
    if (order !== null) shown.set(field, order);
    if (texts(field).some(isSerial))
      notes.push(columnNote(header, field, { code: "serials_read" }));
  }
  const dateOrders = map.dateOrder === null ? spreadOrder(dayFields, shown) : shown;
  for (const [field, order] of map.dateOrder === null ? shown : []) {
    const [text = ""] = texts(field);
    notes.push(columnNote(header, field, { code: "date_order_found", order, text }));
  }
  const decimalZeros = new Set(fields.filter(isNumberField).filter((f) => allEndInZero(texts(f))));
  for (const field of decimalZeros) {
    notes.push(columnNote(header, field, { code: "decimal_zero_dropped" }));
  }
  notes.push(...header.seconds.map((second) => secondColumn(header, second)));
  return { dateOrders, decimalZeros, notes };
}

/** Where all columns that decide agree, the others of the same file follow them. */
function spreadOrder(
  fields: readonly string[],
  shown: ReadonlyMap<string, DateOrder>,
): ReadonlyMap<string, DateOrder> {
  const [order, ...others] = new Set(shown.values());
  if (order === undefined || others.length > 0) return shown;
  return new Map(fields.map((field) => [field, order]));
}

const allEndInZero = (texts: readonly string[]): boolean =>
  texts.length > 0 && texts.every((text) => /^\d+\.0$/.test(text));

const secondColumn = (
  header: Header,
  { index, field }: { readonly index: number; readonly field: string },
): Note => ({ line: null, ...columnPlace(header, index), code: "second_column_unused", field });
