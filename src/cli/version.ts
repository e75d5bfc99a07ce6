/** `huikuan version`: which Huikuan this is, and what it runs on. */
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { Command } from "./command.ts";

export const version: Command = {
  name: "version",
  usage: "[--json]",
  summary: { zh: "显示版本", en: "show the version" },
  async run(args, io) {
    const { values } = parseArgs({ args: [...args], options: { json: { type: "boolean" } } });
    const found = { huikuan: await productVersion(), node: process.versions.node };
    const text = values.json
      ? JSON.stringify(found)
      : `huikuan ${found.huikuan} (Node ${found.node})`;
    io.out(`${text}\n`);
    return 0;
  },
};

/** The version of this installation, as its package.json says. */
export async function productVersion(): Promise<string> {
  const text = await readFile(new URL("../../package.json", import.meta.url), "utf8");
  const { version: found } = JSON.parse(text) as { readonly version: string };
  return found;
}
