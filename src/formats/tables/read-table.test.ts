/** What a file is shows in its bytes, whatever it is called. */
import { expect, test } from "vitest";
import { sheetOf, utf8 } from "../../../test/kit/tables.ts";
import { readTable } from "./read-table.ts";

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const compound = (name: string) =>
  new Uint8Array([...COMPOUND, ...Buffer.from(name, "utf16le"), ...new Array(64).fill(0)]);

/** Bytes without a pattern, the same on each run. */
function garbage(size: number): Uint8Array {
  let state = 12_345;
  return Uint8Array.from({ length: size }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state >> 16;
  });
}

test("a workbook and a text table are both tables", async () => {
  const workbook = await readTable(await sheetOf([["a", "b"]]));
  const text = await readTable(utf8("a,b\n"));
  expect([workbook, text].map((table) => table.ok && table.value.rows[0]?.cells)).toEqual([
    ["a", "b"],
    ["a", "b"],
  ]);
});

test.each([
  ["nothing", utf8(""), "file_empty"],
  ["blanks", utf8(" \n\n "), "file_empty"],
  ["a protected workbook", compound("EncryptedPackage"), "file_has_password"],
  ["an old workbook", compound("Workbook"), "file_is_old_excel"],
  ["a web page called .xls", utf8("<html><table></table></html>"), "file_is_web_page"],
  ["five megabytes of garbage", garbage(5_000_000), "file_is_not_a_table"],
])("%s is refused as what it is", async (_, bytes, code) => {
  expect(await readTable(bytes)).toMatchObject({ ok: false, refusal: { code } });
});
