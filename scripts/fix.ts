/** `npm run fix`: writes what is generated, then formats and mends what the linter can mend. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeRegistries } from "./registries.ts";
import { wrapComments } from "./wrap-comments.ts";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Scripts that write what the tests compare: the API's description, the schema. */
const GENERATORS = ["scripts/openapi.ts", "scripts/schema.ts"];

function runScript(script: string, args: readonly string[] = []): boolean {
  const { status } = spawnSync(process.execPath, [join(ROOT, script), ...args], {
    cwd: ROOT,
    stdio: "inherit",
  });
  return status === 0;
}

writeRegistries(ROOT);
wrapComments(ROOT);
const written = GENERATORS.filter((script) => existsSync(join(ROOT, script))).map((script) =>
  runScript(script),
);
const clean = runScript("node_modules/@biomejs/biome/bin/biome", ["check", "--write"]);
process.exitCode = clean && written.every(Boolean) ? 0 : 1;
