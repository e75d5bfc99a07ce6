/** Lists by a person's map. */
import { expect, test } from "vitest";
import { entryLines, sampleFile } from "../../../test/kit/lists.ts";
import { readBytes } from "../../../test/kit/statements.ts";
import { EMPTY_MAP, type ImportMap } from "../../domain/book/import-row.ts";
import { MAP_FIELDS } from "./mapped.ts";

const read = (text: string, map: Partial<ImportMap>) =>
  readBytes(new TextEncoder().encode(text), { map: { ...EMPTY_MAP, ...map } });

test("columns, a constant currency and account, days first", async () => {
  const file = await sampleFile("mapped", "some-ledger.csv");
  expect(file.statements[0]).toMatchObject({ account: "DE89370400440532013000", currency: "EUR" });
  expect(entryLines(file)).toEqual([
    "3 2026-03-02 1200.50 Greenfield Packaging | INV 1001",
    "4 2026-03-03 -80.00 Power Company | March",
  ]);
});

test("amounts without sign need a word on their way", async () => {
  const columns = { booked_on: "Wann", amount: "Wieviel" };
  const text = "Wann,Wieviel\n2026-03-02,12.50\n";
  expect(await read(text, { columns })).toMatchObject({ refusal: { field: "mark", line: 2 } });
  const told = await read(text, { columns, constants: { way: "in" } });
  expect(told.ok && entryLines(told.value)).toEqual(["2 2026-03-02 12.50 - | -"]);
});

test("a map may turn a company's own ledger round", async () => {
  const text = "日期,借方,贷方,余额\n2026-01-01,100,,200\n2026-01-02,,50,150\n";
  const told = await read(text, { columns: { booked_on: "日期", in: "借方", out: "贷方" } });
  expect(told.ok && entryLines(told.value)).toEqual([
    "2 2026-01-01 100.00 - | -",
    "3 2026-01-02 -50.00 - | -",
  ]);
});

test("a heading that isn't there, a field we don't know, a currency we don't book", async () => {
  const text = "Wann,Wieviel\n2026-03-02,12.50\n";
  const lost = await read(text, { columns: { booked_on: "Wann", amount: "Betrag" } });
  expect(lost).toMatchObject({
    refusal: { code: "statement_column_missing", columns: ["Betrag"] },
  });
  expect(await read(text, { columns: { wozu: "Wann" } })).toMatchObject({
    refusal: { code: "statement_column_missing", columns: ["wozu"] },
  });
  const strange = { columns: { booked_on: "Wann" }, constants: { currency: "XXX" } };
  expect(await read(text, strange)).toMatchObject({ refusal: { field: "currency" } });
  expect(MAP_FIELDS).toContain("booked_on");
});
