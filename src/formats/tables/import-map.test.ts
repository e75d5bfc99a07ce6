/** Map files: what they may say, and what is refused rather than overlooked. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { EMPTY_MAP, isImportKind } from "../../domain/book/import-row.ts";
import { parseImportMap, readImportMap, strangeField } from "./import-map.ts";

test("an empty map says nothing", () => {
  expect(parseImportMap("{}")).toEqual({ ok: true, value: EMPTY_MAP });
});

test("columns, constants, order of days, leading zeros", () => {
  const map = {
    columns: { number: "invoice_id" },
    constants: { currency: "USD" },
    dateOrder: "mdy",
    stripLeadingZeros: ["customer_number"],
  };
  expect(readImportMap(map)).toEqual({ ok: true, value: map });
});

test.each([
  ["[]", "map_is_wrong", "$"],
  ['{"colums": {}}', "map_is_wrong", "colums"],
  ['{"columns": {"number": 3}}', "map_is_wrong", "columns"],
  ['{"constants": ["USD"]}', "map_is_wrong", "constants"],
  ['{"dateOrder": "ydm"}', "map_is_wrong", "dateOrder"],
  ['{"stripLeadingZeros": "number"}', "map_is_wrong", "stripLeadingZeros"],
  ["{columns}", "map_is_not_json", undefined],
])("%s is refused", (text, code, at) => {
  const map = parseImportMap(text);
  expect(map.ok ? null : map.refusal).toMatchObject(at === undefined ? { code } : { code, at });
});

test("a field that the kind does not have is named", () => {
  const named = { ...EMPTY_MAP, columns: { number: "a" }, stripLeadingZeros: ["phone"] };
  expect(strangeField(named, "invoices")).toBe("phone");
  expect(strangeField({ ...EMPTY_MAP, constants: { currency: "USD" } }, "invoices")).toBeNull();
});

test("the maps that are shipped as examples can be used", () => {
  const folder = new URL("../../../maps/", import.meta.url);
  for (const file of readdirSync(folder)) {
    const text = readFileSync(new URL(file, folder), "utf8");
    const { kind } = JSON.parse(text) as { readonly kind: string };
    const map = parseImportMap(text);
    expect(map.ok && isImportKind(kind) && strangeField(map.value, kind)).toBeNull();
  }
});
