/** Map files: JSON that says which column is which, and what the file leaves unsaid. */
import type { MapRefusal } from "../../domain/book/import-refusal.ts";
import {
  type DateOrder,
  EMPTY_MAP,
  type ImportKind,
  type ImportMap,
} from "../../domain/book/import-row.ts";
import { ok, type Result, refuse } from "../../domain/values/result.ts";
import { fieldsOf } from "./fields.ts";

const ORDERS: readonly DateOrder[] = ["ymd", "dmy", "mdy"];
const KNOWN = ["kind", "note", "columns", "constants", "dateOrder", "stripLeadingZeros"];

/** Reads a map file's text. */
export function parseImportMap(text: string): Result<ImportMap, MapRefusal> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refuse({ code: "map_is_not_json", detail: (error as SyntaxError).message });
  }
  return readImportMap(value);
}

/** A map from JSON, the web page's included; what it does not know is refused, not overlooked. */
export function readImportMap(value: unknown): Result<ImportMap, MapRefusal> {
  if (!isRecord(value)) return wrong("$", "an object");
  const stranger = Object.keys(value).find((key) => !KNOWN.includes(key));
  if (stranger !== undefined) return wrong(stranger, KNOWN.join(", "));
  const { columns = {}, constants = {}, dateOrder = null, stripLeadingZeros = [] } = value;
  if (!isTextRecord(columns)) return wrong("columns", '{"field": "heading"}');
  if (!isTextRecord(constants)) return wrong("constants", '{"field": "value"}');
  if (dateOrder !== null && !isOrder(dateOrder)) return wrong("dateOrder", ORDERS.join(", "));
  if (!isTexts(stripLeadingZeros)) return wrong("stripLeadingZeros", '["field"]');
  return ok({ ...EMPTY_MAP, columns, constants, dateOrder, stripLeadingZeros });
}

/** The first field of a map that this kind of import does not know, or null. */
export function strangeField(map: ImportMap, kind: ImportKind): string | null {
  const known = new Set(fieldsOf(kind).fields.map(({ field }) => field));
  const named = [...Object.keys(map.columns), ...Object.keys(map.constants)];
  return [...named, ...map.stripLeadingZeros].find((field) => !known.has(field)) ?? null;
}

const wrong = (at: string, expected: string) => refuse({ code: "map_is_wrong", at, expected });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isTextRecord = (value: unknown): value is Record<string, string> =>
  isRecord(value) && Object.values(value).every((one) => typeof one === "string");

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string");

const isOrder = (value: unknown): value is DateOrder => ORDERS.some((order) => order === value);
