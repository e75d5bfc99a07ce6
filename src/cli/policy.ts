/** `huikuan policy`: checks a policy file, publishes it, or prints the one in force. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { perform } from "../actions/perform.ts";
import { publishPolicy } from "../actions/publish-policy.ts";
import { readPolicyFile } from "../formats/policy-yaml.ts";
import { viewPolicyText } from "../views/day-plan.ts";
import { type Command, type Io, misused } from "./command.ts";
import { DESK_OPTIONS, type DeskFlags, withDesk } from "./house.ts";
import { refused } from "./refusal-words.ts";

export const policy: Command = {
  name: "policy",
  usage: "show | check FILE | publish FILE [--creditor C]",
  summary: { zh: "查看、检查或发布催收政策", en: "show, check or publish the collection policy" },
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: DESK_OPTIONS,
      allowPositionals: true,
    });
    const [verb, file] = positionals;
    if (verb === "show" && file === undefined) return show(io, values);
    if (verb === "check" && file !== undefined) return check(io, file);
    if (verb === "publish" && file !== undefined) return publish(io, file, values);
    throw misused({
      zh: "用法：huikuan policy show，policy check 文件，或 policy publish 文件。",
      en: "Write huikuan policy show, policy check FILE, or policy publish FILE.",
    });
  },
};

function read(io: Io, file: string) {
  const judged = readPolicyFile(readFileSync(resolve(io.cwd, file), "utf8"));
  if (!judged.ok) throw refused(judged.refusal);
  return judged.value;
}

function show(io: Io, values: DeskFlags): Promise<number> {
  return withDesk(io, values, async ({ database, creditorId }) => {
    const text = await viewPolicyText(database, creditorId);
    if (text === null) throw refused({ code: "policy_missing" });
    io.out(text);
    return 0;
  });
}

async function check(io: Io, file: string): Promise<number> {
  const count = read(io, file).policy.steps.length;
  io.out(io.language === "zh" ? `可用：${count} 个步骤\n` : `It can be followed: ${count} steps\n`);
  return 0;
}

function publish(io: Io, file: string, values: DeskFlags): Promise<number> {
  const { text, body } = read(io, file);
  return withDesk(io, values, async (desk) => {
    const done = await perform(desk, publishPolicy, { text, body });
    if (!done.ok) throw refused(done.refusal);
    const { version } = done.value;
    io.out(io.language === "zh" ? `已发布第 ${version} 版\n` : `Published as version ${version}\n`);
    return 0;
  });
}
