/** `npm test`: every check in turn, a headline each, and one closing line over all of them. */
import { existsSync } from "node:fs";
import { installPrograms } from "./debian.ts";
import { sourceParts, webBuild } from "./house.ts";
import { newestNode } from "./newest-node.ts";
import { type Counts, closingLine, type Outcome, type Part, sumOf } from "./part.ts";
import { storeOnPostgresql } from "./postgresql.ts";
import { killOnInterrupt } from "./programs.ts";
import { startsForReal } from "./starting.ts";
import { suite } from "./suites.ts";

const rulesAndStore = suite({ name: "house, rules, store, stories", args: [] });
const browser = suite({
  name: "browser",
  args: ["--config", "test/e2e/vitest.config.ts"],
});
const samples = suite({
  name: "sample files",
  args: ["--config", "test/samples-check/vitest.config.ts"],
});

const QUICK: readonly Part[] = [...sourceParts, rulesAndStore];
const ALL: readonly Part[] = [
  ...[...QUICK, storeOnPostgresql, webBuild, browser],
  ...[newestNode, startsForReal],
];

/** Where the sample files lie; they are no part of this repository. */
const SAMPLES = process.env["HUIKUAN_SAMPLES"] || "../shared/data";

async function runPart(part: Part): Promise<Counts> {
  process.stdout.write(`▸ ${part.name} … `);
  const begun = performance.now();
  const outcome = await outcomeOf(part);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  process.stdout.write(`${closingLine(outcome)} (${seconds} s)\n`);
  if (outcome.note) process.stdout.write(`  ${outcome.note}\n`);
  if (outcome.failed > 0) process.stdout.write(`${indented(outcome.output)}\n`);
  return outcome;
}

async function outcomeOf(part: Part): Promise<Outcome> {
  try {
    return await part.run();
  } catch (error) {
    return { passed: 0, failed: 1, output: error instanceof Error ? error.message : String(error) };
  }
}

const indented = (text: string): string => text.trimEnd().replaceAll(/^/gm, "  │ ");

async function partsFor(mode: string | undefined): Promise<readonly Part[]> {
  if (mode === "--quick") return QUICK;
  if (mode === "--samples") {
    if (existsSync(SAMPLES)) return [samples];
    process.stdout.write(`There are no sample files in ${SAMPLES}: nothing to check.\n`);
    return [];
  }
  const missing = await installPrograms();
  if (missing !== null) throw new Error(missing);
  return ALL;
}

async function main(mode: string | undefined): Promise<number> {
  killOnInterrupt();
  let parts: readonly Part[];
  try {
    parts = await partsFor(mode);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.stdout.write(`${closingLine({ passed: 0, failed: 1 })}\n`);
    return 1;
  }
  const counts: Counts[] = [];
  for (const part of parts) counts.push(await runPart(part));
  const sum = sumOf(counts);
  process.stdout.write(`${closingLine(sum)}\n`);
  return sum.failed > 0 ? 1 : 0;
}

process.exit(await main(process.argv[2]));
