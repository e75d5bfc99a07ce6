/** Runs vitest suites and reads how many of their tests passed. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Counts, Outcome, Part } from "./part.ts";
import { ROOT, run } from "./programs.ts";

export type Suite = {
  readonly name: string;
  /** What follows `vitest run`: a config, a project, folders. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The Node to run under, where it isn't this one. */
  readonly node?: string;
};

const VITEST = `${ROOT}/node_modules/vitest/vitest.mjs`;
const REPORTERS = ["--reporter=default", "--reporter=./test/kit/reporter.ts"];

/** A run that ends badly without a failed test still counts as one failure. */
export async function runSuite({ args, env = {}, node }: Suite): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "huikuan-counts-"));
  const file = join(folder, "counts.json");
  try {
    const { code, output } = await run(
      node ?? process.execPath,
      [VITEST, "run", ...args, ...REPORTERS],
      { env: { ...process.env, ...env, HUIKUAN_COUNTS: file, NO_COLOR: "1" } },
    );
    const { passed, failed } = readCounts(file);
    const silent = code !== 0 && failed === 0 ? 1 : 0;
    return { passed, failed: failed + silent, output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readCounts(file: string): Counts {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Counts;
  } catch {
    return { passed: 0, failed: 1 };
  }
}

export const suite = (spec: Suite): Part => ({ name: spec.name, run: () => runSuite(spec) });
