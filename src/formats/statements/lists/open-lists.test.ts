/** What lists are packed in, and what is no list. */
import { describe, expect, test } from "vitest";
import { listFile, listRefusal } from "../../../../test/kit/lists.ts";
import { statementSample } from "../../../../test/kit/statements.ts";
import { utf8, workbook, zipOf } from "../../../../test/kit/tables.ts";

const HEAD = "交易日期,对方户名,收入,支出,余额";
const LIST = `${HEAD}\n2026-01-02,某公司,1.00,,1.00\n`;
const OTHER = `${HEAD}\n2026-01-02,某公司,2.00,,2.00\n`;

describe("archives", () => {
  test("summaries and papers beside the list are passed over", async () => {
    const bytes = zipOf([
      { name: "list.csv", text: LIST },
      { name: "readme.pdf", text: "%PDF" },
    ]);
    expect((await listFile(bytes)).statements).toHaveLength(1);
  });

  test("the same list twice is taken once; two different ones of the same days are not guessed", async () => {
    const same = zipOf([
      { name: "a.csv", text: LIST },
      { name: "b.csv", text: LIST },
    ]);
    expect((await listFile(same)).statements).toHaveLength(1);
    const other = zipOf([
      { name: "a.csv", text: LIST },
      { name: "b.csv", text: OTHER },
    ]);
    expect(await listRefusal(other)).toMatchObject({ problem: "structure" });
  });

  test("what claims to unpack to more than it may is refused before it is unpacked", async () => {
    const bomb = zipOf([{ name: "a.csv", text: LIST, claims: 1024 ** 3 }]);
    expect(await listRefusal(bomb)).toMatchObject({ problem: "forbidden" });
    const liar = zipOf([{ name: "a.csv", text: LIST.repeat(1000), claims: 10 }]);
    expect(await listRefusal(liar)).toMatchObject({ problem: "cut_off" });
  });

  test("archives and workbooks with a password say so", async () => {
    const locked = Buffer.from(zipOf([{ name: "a.csv", text: LIST }]));
    locked.writeUInt16LE(1, locked.indexOf("PK\u0001\u0002", 0, "latin1") + 8);
    expect(await listRefusal(Uint8Array.from(locked))).toMatchObject({ problem: "locked" });
    const book = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.from("EncryptedPackage", "utf16le"),
    ]);
    expect(await listRefusal(Uint8Array.from(book))).toMatchObject({ problem: "locked" });
  });

  test("an archive within an archive, and one without any list", async () => {
    const inner = zipOf([{ name: "a.csv", text: LIST }]);
    const outer = zipOf([{ name: "inner.zip", text: Buffer.from(inner).toString("latin1") }]);
    expect(await listRefusal(outer)).toMatchObject({ problem: "too_deep" });
    expect(await listRefusal(zipOf([{ name: "a.txt", text: "hello" }]))).toMatchObject({
      code: "statement_unknown_format",
    });
  });
});

test("sheets of one account over different days are statements each", async () => {
  const rows = (day: string) => [HEAD.split(","), [day, "某公司", "1.00", "", "1.00"]];
  const bytes = await workbook({
    一月: (sheet) => sheet.addRows(rows("2026-01-02")),
    二月: (sheet) => sheet.addRows(rows("2026-02-02")),
  });
  expect((await listFile(bytes)).statements).toHaveLength(2);
});

test("a web page with a list in it, as some banks' .xls are", async () => {
  const cells = (row: string) => `<tr><td>${row.split(",").join("</td><td>")}</td></tr>`;
  const page = `<html><table>${LIST.trim().split("\n").map(cells).join("")}</table></html>`;
  expect((await listFile(page)).statements[0]?.entries).toHaveLength(1);
});

describe("no list", () => {
  test("control characters, a quote left open, a line without end", async () => {
    expect(await listRefusal(`${LIST}2026-01-03,\u0000,1.00,,2.00\n`)).toMatchObject({
      problem: "not_text",
      line: 3,
    });
    expect(await listRefusal(`${LIST}2026-01-03,"某,1.00,,2.00\n`)).toMatchObject({
      problem: "structure",
    });
    const long = await listRefusal(`${LIST}${",".repeat(200_000)}`);
    expect(long).toMatchObject({ problem: "structure", line: 3 });
  });

  test("millions of cells cost no memory before they are refused", async () => {
    const bytes = utf8(`${LIST}${",,,,,,,,\n".repeat(1_200_000)}`);
    expect(await listRefusal(bytes)).toMatchObject({ problem: "structure" });
  });
});

test("a Western list in Latin-1 is read; a Chinese one with a broken byte names its line", async () => {
  const western = Buffer.from(
    "Date,Payee,Credit\n2026-01-02,Caf\u00e9 M\u00fcller,1.00\n",
    "latin1",
  );
  expect((await listFile(western)).statements[0]?.entries[0]?.counterName).toBe("Café Müller");
  const { bytes } = statementSample("icbc", "refused-broken-character.csv");
  expect(await listRefusal(bytes)).toMatchObject({ problem: "not_text", line: 4 });
});
