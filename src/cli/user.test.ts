/** `huikuan user` as the operator types it: people with roles and a scope, once without. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CommandLine, testCommandLine } from "../../test/kit/command-line.ts";

let line: CommandLine;
beforeAll(async () => {
  line = await testCommandLine();
});
afterAll(() => line.close());

test("a person is added with roles and scope, and listed with them", async () => {
  const roles = ["--role", "collector", "--role", "auditor"];
  const named = ["add", "An@house.example", "--name", "安宁"];
  const added = await line.huikuan("user", ...named, ...roles, "--scope", "own");
  expect(added).toMatchObject({ code: 0 });
  expect(added.out).toMatch(/^an@house\.example 的新密码：\S{17}\n$/);
  const plain = await line.huikuan("user", "add", "bai@house.example", "--role", "finance");
  expect(plain.code).toBe(0);
  expect((await line.huikuan("user", "list")).out).toBe(
    "an@house.example\t安宁\tauditor:own@* collector:own@*\n" +
      "bai@house.example\tbai@house.example\tfinance:creditor@*\n",
  );
});

test.each([
  [["--role", "root"], "没有“root”"],
  [[], "请用 --role 指定角色"],
  [["--role", "sales", "--scope", "all"], "数据范围只能是：own, team, creditor"],
])("%j gets one sentence", async (options, sentence) => {
  const said = await line.huikuan("user", "add", "chen@house.example", ...options);
  expect(said.code).toBe(2);
  expect(said.err).toContain(sentence);
});
