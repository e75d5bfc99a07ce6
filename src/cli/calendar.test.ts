/** `huikuan calendar` as an administrator types it in November. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CommandLine, testCommandLine } from "../../test/kit/command-line.ts";

let line: CommandLine;
beforeAll(async () => {
  line = await testCommandLine();
});
afterAll(() => line.close());

const write = (name: string, text: string) => {
  writeFileSync(join(line.folder, name), text);
  return name;
};

test("the shipped years are listed; a published one is added with its source", async () => {
  expect((await line.huikuan("calendar", "list")).out).toMatch(/^2025 .*\n2026 .*gov\.cn.*\n$/);
  const file = write("2027.csv", "日期,类型\n2027-01-01,休\n2027-02-14,班\n");
  const source = ["--source", "国办发明电〔2026〕9号"];
  const added = await line.huikuan("calendar", "import", file, ...source);
  expect(added).toMatchObject({ code: 0 });
  expect(added.err).toContain("2027 年：1 个工作日改为放假，1 个休息日改为上班");
  expect((await line.huikuan("calendar", "list")).out).toContain("国办发明电〔2026〕9号");
});

test.each([
  ["2028-01-03,off", [], "--source"],
  ["2028-01-03,off\n2029-01-01,off", ["--source", "x"], "2029-01-01 不在 2028 年内"],
  ["2028-01-03,off\n2028-01-03,work", ["--source", "x"], "2028-01-03 出现了两次"],
  ["2028-01-01,off", ["--source", "x"], "安排不完整"],
  ["1999-01-01,off", ["--source", "x"], "1999 不是年份"],
  ["2028-01-03,off", ["--source", "x", "--country", "China"], "“China”不是国家代码"],
  ["a\nb", ["--source", "x"], "第 2 行无法识别"],
  ["", ["--source", "x"], "没有放假安排"],
])("%j with %j gets one sentence", async (text, options, sentence) => {
  const said = await line.huikuan("calendar", "import", write("x.csv", text), ...options);
  expect(said.code).toBe(1);
  expect(said.err).toContain(sentence);
  expect(said.err.trim().split("\n")).toHaveLength(1);
});

test("a missing file and a missing verb are said", async () => {
  expect((await line.huikuan("calendar", "import", "none.csv")).err).toContain("无法读取文件");
  expect(await line.huikuan("calendar")).toMatchObject({ code: 2 });
});
