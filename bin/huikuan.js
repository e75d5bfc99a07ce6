#!/usr/bin/env node
/** `npx huikuan …`: the command line, under a Node that is new enough. */
import { FLOOR, runScript } from "./runtime.js";

if (Number(process.versions.node.split(".")[0]) < FLOOR) {
  await runScript("bin/huikuan.js", process.argv.slice(2));
} else {
  await commandLine();
}

async function commandLine() {
  // Whoever reads our output may have read enough: `huikuan report ageing | head`.
  process.stdout.on("error", (error) => process.exit(error.code === "EPIPE" ? 0 : 1));
  const main = await import("../src/cli/main.ts");
  process.exitCode = await main.runCommandLine(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    env: process.env,
    cwd: process.cwd(),
    terminal: process.stderr.isTTY === true,
  });
}
