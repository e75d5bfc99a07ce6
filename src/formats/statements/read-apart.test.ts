/** A file read apart gives what it gives anywhere; one made to be expensive ends at a limit. */
import { expect, test } from "vitest";
import { readBytes, statementSample } from "../../../test/kit/statements.ts";
import { utf8, zipOf } from "../../../test/kit/tables.ts";
import { readStatementsApart } from "./read-apart.ts";

const OPTIONS = { fileName: "upload", map: null, homeCurrency: "CNY" };
const ROOMY = { memoryMegabytes: 1024, patienceMs: 60_000 };

const HEADINGS = "交易日期,收入金额,支出金额,账户余额,对方户名,对方账号,摘要\n";
const rows = (count: number) =>
  utf8(HEADINGS + "2026-03-20,5000.00,,,上海甲精密机械有限公司,62220001,货款\n".repeat(count));

const START = '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>';
const END = "</BkToCstmrStmt></Document>";
const xml = (inside: string) => utf8(`${START}${inside}${END}`);

test("here and apart: the same answer", async () => {
  const { bytes } = statementSample("camt053", "closed-day-v8.xml");
  const list = statementSample("icbc", "card-detail-with-totals.csv").bytes;
  const parts = [
    { name: "list.csv", text: new TextDecoder().decode(list) },
    { name: "cover.pdf", text: "%PDF".repeat(200_000) },
  ];
  const packed = zipOf(parts);
  for (const file of [bytes, packed]) {
    const read = await readStatementsApart(file, OPTIONS);
    expect(read).toEqual(await readBytes(file));
    expect(read.ok).toBe(true);
  }
});

test("a large list keeps its amounts as whole cents", async () => {
  const read = await readStatementsApart(rows(10_000), OPTIONS);
  const entries = read.ok ? (read.value.statements[0]?.entries ?? []) : [];
  expect(entries).toHaveLength(10_000);
  expect(entries.every(({ amount }) => amount.minor === 500_000n)).toBe(true);
});

test("what takes too long is given up, and the next file is read", async () => {
  const hurried = { ...ROOMY, patienceMs: 20 };
  const given = readStatementsApart(rows(10_000), OPTIONS, hurried);
  const next = readStatementsApart(rows(10_001), OPTIONS);
  expect(await given).toEqual({
    ok: false,
    refusal: { code: "statement_reading_given_up", limit: "time" },
  });
  expect(await next).toMatchObject({ ok: true });
});

test("what takes too much memory is given up, and the program lives on", async () => {
  const close = { ...ROOMY, memoryMegabytes: 48 };
  const many = xml(`<Stmt>${"<Ntry a='1'><x>1</x></Ntry>".repeat(300_000)}</Stmt>`);
  expect(await readStatementsApart(many, OPTIONS, close)).toEqual({
    ok: false,
    refusal: { code: "statement_reading_given_up", limit: "memory" },
  });
});

test("more elements than any bank's file has are refused before a tree is built", async () => {
  const many = xml("<a/>".repeat(3_000_001));
  expect(await readStatementsApart(many, OPTIONS)).toEqual({
    ok: false,
    refusal: { code: "statement_broken", format: "camt053", line: 1, problem: "structure" },
  });
}, 60_000);

test("the reading does not hold up who reads", async () => {
  let beats = 0;
  const heart = setInterval(() => {
    beats += 1;
  }, 5);
  await readStatementsApart(xml("<a/>".repeat(500_000)), OPTIONS);
  clearInterval(heart);
  expect(beats).toBeGreaterThan(5);
});
