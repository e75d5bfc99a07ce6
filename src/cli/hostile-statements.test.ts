/** Whatever a bank's file is made of, the terminal says one sentence and nothing is stored. */
import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CommandLine, testCommandLine } from "../../test/kit/command-line.ts";
import { bankFilesStored, HOSTILE_FILES } from "../../test/kit/hostile-files.ts";
import { type Database, openDatabase } from "../store/database.ts";

let line: CommandLine;
let database: Database;
beforeAll(async () => {
  line = await testCommandLine("en_US");
  database = await openDatabase(line.connection);
  await line.huikuan("creditor", "add", "acme", "--name", "Acme");
});
afterAll(async () => {
  await database.close();
  await line.close();
});

test.each(HOSTILE_FILES)(
  "$what",
  async ({ bytes, says }) => {
    writeFileSync(join(line.folder, "bank.file"), bytes());
    const before = await bankFilesStored(database);
    const said = await line.huikuan("import", "statement", "bank.file");
    expect(said).toMatchObject({ code: 1, out: "" });
    expect(said.err).toMatch(says);
    expect(said.err.trimEnd().split("\n")).toHaveLength(1);
    expect(await bankFilesStored(database)).toEqual(before);
  },
  120_000,
);

test("a file of 100 MB is refused unread", async () => {
  const path = join(line.folder, "huge.xml");
  writeFileSync(path, "<Document>");
  truncateSync(path, 100 * 1024 * 1024);
  const said = await line.huikuan("import", "statement", "huge.xml");
  expect(said).toMatchObject({ code: 1, out: "" });
  expect(said.err).toContain("100 MB, more than the 64 MB");
});
