/** The launcher: exit codes and signals go through, and nothing outlives it. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ROOT } from "./runtime.js";

const folder = mkdtempSync(join(tmpdir(), "huikuan-launcher-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A script of these lines, run by the launcher. */
function launch(code: string): { child: ChildProcess; said: () => string } {
  const script = join(folder, `${Math.random().toString(36).slice(2)}.ts`);
  writeFileSync(script, code);
  const child = spawn(process.execPath, [join(ROOT, "bin/run.js"), relative(ROOT, script)]);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      text += chunk.toString();
    });
  }
  return { child, said: () => text };
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.on("exit", (code) => resolve(code));
  });

/** Resolves when the script has said this. */
async function heard({ child, said }: ReturnType<typeof launch>, words: string): Promise<string> {
  while (!said().includes(words)) {
    await new Promise((resolve) => child.stdout?.once("data", resolve));
  }
  return said();
}

const STOPPING = `
  import { untilStopped } from "${ROOT}/src/cli/stopping.ts";
  const waiting = setInterval(() => {}, 1000);
  const stopped = untilStopped();
  console.log("waiting");
  const by = await stopped;
  console.log("stopped by " + by);
  clearInterval(waiting);
`;

describe("the launcher", () => {
  test("ends with the script's exit code", async () => {
    expect(await ended(launch("process.exit(7);").child)).toBe(7);
  });

  test("ends like a shell when a signal ended the script", async () => {
    expect(await ended(launch('process.kill(process.pid, "SIGKILL");').child)).toBe(137);
  });

  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "passes %s on, and the script ends in good order",
    async (signal) => {
      const run = launch(STOPPING);
      await heard(run, "waiting");
      run.child.kill(signal);
      expect(await ended(run.child)).toBe(0);
      expect(run.said()).toContain(`stopped by ${signal}`);
    },
  );

  test("killed outright leaves no orphan: the script closes its output and ends", async () => {
    const run = launch(STOPPING);
    await heard(run, "waiting");
    const closed = new Promise((resolve) => run.child.stdout?.on("close", resolve));
    run.child.kill("SIGKILL");
    await closed;
    expect(run.said()).toContain("stopped by disconnect");
  });

  test("without a script says what is missing", async () => {
    const child = spawn(process.execPath, [join(ROOT, "bin/run.js")]);
    expect(await ended(child)).toBe(2);
  });
});
