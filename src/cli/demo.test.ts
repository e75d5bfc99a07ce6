/** `huikuan demo` as a person types it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CommandLine, testCommandLine } from "../../test/kit/command-line.ts";

let line: CommandLine;
beforeAll(async () => {
  line = await testCommandLine();
});
afterAll(() => line.close());

test("the demo is loaded once, reported, and removed with all it has", async () => {
  expect(await line.huikuan("demo", "remove")).toMatchObject({ code: 1 });
  const loaded = await line.huikuan("demo", "load");
  expect(loaded).toMatchObject({ code: 0, out: "" });
  expect(loaded.err).toContain("云杉精密机械");
  const again = await line.huikuan("demo", "load");
  expect(again).toMatchObject({ code: 1 });
  expect(again.err).toContain("huikuan demo remove");

  const { out } = await line.huikuan("report", "ageing", "--format", "json");
  const rows: readonly Record<string, string>[] = JSON.parse(out).rows;
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.every(({ creditor }) => creditor === "demo")).toBe(true);

  expect(await line.huikuan("demo", "remove")).toMatchObject({ code: 0 });
  expect((await line.huikuan("report", "ageing")).err).toContain("还没有债权人");
}, 120_000);

test("anything else is misuse", async () => {
  expect(await line.huikuan("demo")).toMatchObject({ code: 2 });
  expect(await line.huikuan("demo", "sell")).toMatchObject({ code: 2 });
});
