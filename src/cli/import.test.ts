/** `huikuan import` as a person types it: what is said, what is stored, and the exit code. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestStore, testStore } from "../../test/kit/database.ts";
import { runCommandLine } from "./main.ts";

let store: TestStore;
let folder: string;
beforeAll(async () => {
  store = await testStore();
  folder = mkdtempSync(join(tmpdir(), "huikuan-import-"));
  expect(await huikuan("creditor", "add", "acme", "--name", "Acme")).toMatchObject({ code: 0 });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await store.drop();
});

/** The test's database as an address, for the command line's own way of opening it. */
function address(): string {
  const { connection } = store;
  if (connection.kind === "url") return connection.url;
  const host = encodeURIComponent(connection.folder);
  return `postgres://${connection.user}@/${connection.database}?host=${host}`;
}

async function huikuan(...argv: readonly string[]) {
  const said = { out: "", err: "" };
  const code = await runCommandLine(argv, {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    env: { DATABASE_URL: address(), LANG: "zh_CN.UTF-8" },
    cwd: folder,
    terminal: false,
  });
  return { code, ...said };
}

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}
const HEADINGS = "客户编号,客户名称,发票号码,开票日期,到期日,币种,价税合计\n";
const sampleFile = (name: string) =>
  write(name, readFileSync(new URL(`../../test/samples/tables/${name}`, import.meta.url), "utf8"));

test("looks first, stores then, and finds nothing new the second time", async () => {
  const file = write(
    "open.csv",
    `${HEADINGS}C1,甲公司,A,2026-01-05,2026-02-05,CNY,100.00\nC1,甲公司,B,2026-01-06,2026-01-02,CNY,-5.00\n`,
  );
  const seen = await huikuan("import", "invoices", file, "--dry-run");
  expect(seen.code).toBe(0);
  expect(seen.out).toBe(
    [
      "预览（未写入）：open.csv，表头在第 1 行",
      "  2 行：新增 2，未变 0，变更 0，结清 0，重复 0，拒绝 0",
      "  金额合计 95.00 CNY",
      "  新建客户 1: C1 甲公司",
      "提示：",
      "  第 3 行：“B”金额为负，作为红字应收（贷项）导入",
      "",
    ].join("\n"),
  );
  expect((await huikuan("import", "invoices", file)).out).toContain("已导入：open.csv");
  expect((await huikuan("import", "invoices", file)).out).toContain("新增 0，未变 2");
});

test("every bad row is told with its place, and nothing is stored", async () => {
  const file = sampleFile("broken.csv");
  const refused = await huikuan("import", "invoices", file);
  expect(refused).toMatchObject({ code: 1, out: "" });
  expect(refused.err).toContain("未导入，账上没有任何变动");
  for (const sentence of [
    "第 2 行 D 列（开票日期）：没有“2026/2/30”这一天",
    "第 3 行 G 列（价税合计）：“12O.00”不是金额",
    "第 4 行 F 列（币种）：不认识币种“贝壳”，请写 CNY、USD 这样的代码或中文名称",
    "第 5 行 C 列（发票号码）：缺少发票号码",
    "第 6 行 C 列（发票号码）：号码已被 Excel 改成科学计数“2.43E+19”",
    "改正后重新导入；或加 --partial，只导入没有问题的行。",
  ]) {
    expect(refused.err).toContain(sentence);
  }
  const english = await huikuan("import", "invoices", file, "--lang", "en", "--dry-run");
  expect(english.code).toBe(1);
  expect(english.out).toContain("line 2, column D (开票日期): there is no day 2026/2/30");
  const partial = await huikuan("import", "invoices", file, "--partial");
  expect(partial).toMatchObject({ code: 0 });
  expect(partial.out).toContain("新增 1");
});

test("for a program: the whole report, stored or refused", async () => {
  const file = write("one.csv", `${HEADINGS}C7,庚,Z1,2026-01-05,x,CNY,1\n`);
  const { code, out } = await huikuan("import", "invoices", file, "--json");
  const report = JSON.parse(out) as Record<string, unknown>;
  expect(code).toBe(1);
  expect(report).toMatchObject({
    kind: "invoices",
    counts: { rows: 1, refused: 1, created: 0 },
    stored: null,
    problems: [
      {
        line: 2,
        column: "E",
        heading: "到期日",
        code: "day_unreadable",
        reason: { en: '"x" is not a day; write it like 2026-03-31' },
      },
    ],
  });
});

test("a snapshot shows each item it changes before it is stored", async () => {
  const first = write(
    "march.csv",
    `${HEADINGS}S1,申,S-1,2026-01-05,2026-02-05,CNY,10\nS1,申,S-2,2026-01-05,2026-02-05,CNY,20\n`,
  );
  await huikuan("creditor", "add", "snap", "--name", "Snap");
  const to = ["--creditor", "snap"];
  expect(await huikuan("import", "invoices", first, ...to)).toMatchObject({ code: 0 });
  const second = write("april.csv", `${HEADINGS}S1,申,S-1,2026-01-05,2026-02-05,CNY,8\n`);
  const done = await huikuan("import", "invoices", second, "--snapshot", "2026-03-01", ...to);
  expect(done).toMatchObject({ code: 0 });
  expect(done.err).toBe(
    [
      "2026-03-01 的快照与账上相差 2 项：",
      "  S1 S-1：10.00 CNY → 8.00 CNY",
      "  S1 S-2：20.00 CNY → 0.00 CNY，文件中没有，视为已在 ERP 结清（日期不详）",
      "",
    ].join("\n"),
  );
  const english = await huikuan(
    "import",
    "invoices",
    second,
    "--snapshot",
    "2026-03-01",
    "--dry-run",
    "--lang",
    "en",
    ...to,
  );
  expect(english.out).toContain("The snapshot of 2026-03-01 differs from the book in 0 items");
});

describe("wrong input is one sentence", () => {
  const acme = ["--creditor", "acme"];
  test.each([
    [
      ["import"],
      2,
      "用法：huikuan import customers|contacts|contracts|invoices|receipts|statement 文件。",
    ],
    [["import", "bills", "x.csv"], 2, "用法：huikuan import"],
    [["import", "invoices", "missing.csv"], 1, "missing.csv"],
    [["import", "invoices", "junk.bin", ...acme], 1, "这不是表格文件"],
    [
      ["import", "invoices", "junk.bin", "--map", "bad.json", ...acme],
      1,
      "映射文件不是有效的 JSON",
    ],
    [
      ["import", "invoices", "one.csv", "--sheet", "x", "--snapshot", "2026-02-30"],
      2,
      "2026-02-30",
    ],
    [["import", "customers", "one.csv", "--snapshot", "2026-01-01", ...acme], 1, "只用于导入应收"],
    [["import", "invoices", "one.csv", "--creditor", "nobody"], 1, "没有代码为“nobody”的债权人"],
  ])("%j", async (argv, code, sentence) => {
    writeFileSync(join(folder, "junk.bin"), new Uint8Array([0, 1, 2, 255, 254, 0]));
    write("bad.json", "{columns");
    write("one.csv", `${HEADINGS}C7,庚,Z1,2026-01-05,2026-02-05,CNY,1\n`);
    const done = await huikuan(...argv);
    expect(done.err).toContain(sentence);
    expect(done.err.trim().split("\n")).toHaveLength(1);
    expect([done.code, done.out]).toEqual([code, ""]);
  });
});
