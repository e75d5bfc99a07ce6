/** Lists of hundreds of thousands of rows are read row by row, whatever the rows are. */
import { expect, test } from "vitest";
import { listFile } from "../../../../test/kit/lists.ts";
import { readBytes } from "../../../../test/kit/statements.ts";
import { utf8 } from "../../../../test/kit/tables.ts";
import { EMPTY_MAP } from "../../../domain/book/import-row.ts";

const HEAD = "交易日期,账号,收入,支出,余额\n";
const ROW = "2026-01-02,6222,1.00,,\n";

/** More than a function takes as arguments. */
const MANY = 150_000;
const accounts = Array.from({ length: MANY }, (_, at) => `2026-01-02,${1e9 + at},1.00,,\n`);

test("300,000 payments", async () => {
  const { statements } = await listFile(HEAD + ROW.repeat(300_000));
  expect(statements.map(({ entries }) => entries.length)).toEqual([300_000]);
  expect(statements[0]?.entries.at(-1)?.line).toBe(300_001);
}, 120_000);

test("150,000 accounts in one list, by its own headings and by a person's map", async () => {
  const text = HEAD + accounts.join("");
  expect((await listFile(text)).statements).toHaveLength(MANY);
  const columns = { booked_on: "交易日期", account: "账号", in: "收入" };
  const mapped = await readBytes(utf8(text), { map: { ...EMPTY_MAP, columns } });
  expect(mapped.ok && mapped.value.statements.length).toBe(MANY);
}, 120_000);

test("150,000 remarks below the totals", async () => {
  const below = `总计日期,总收入,交易日期,收入,支出\n${"说明,,,,\n".repeat(MANY)}`;
  const { statements } = await listFile(HEAD + ROW.repeat(3) + below);
  expect(statements[0]?.entries).toHaveLength(3);
}, 120_000);
