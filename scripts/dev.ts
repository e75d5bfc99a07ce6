/** `npm run dev`: server and web with reload; changes are seen without a build. */
import { type ChildProcess, spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const children: ChildProcess[] = [
  ["--watch-path=src", "--watch-preserve-output", "bin/huikuan.js", "start"],
  [join(ROOT, "node_modules/vite/bin/vite.js")],
].map((args) => spawn(process.execPath, args, { cwd: ROOT, stdio: "inherit" }));

/** One that ends takes the other with it. */
function stopAll(): void {
  for (const child of children) child.kill("SIGINT");
}
for (const child of children) child.on("exit", stopAll);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stopAll);
