/** Counts a test run; prints `N passed, N failed` as its last line and hands the counts on. */
import { writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";

export type RunCounts = { readonly passed: number; readonly failed: number };

type Counted = Pick<TestModule, "state"> & {
  readonly children: { allTests(state: "passed" | "failed"): Iterable<unknown> };
};

/**
 * A file that could not even be read, or whose preparation failed, has no failed test to show: it
 * counts as one. So does an error outside of all tests.
 */
export function countRun(modules: readonly Counted[], strayErrors: number): RunCounts {
  let passed = 0;
  let failed = strayErrors;
  for (const module of modules) {
    const failures = [...module.children.allTests("failed")].length;
    passed += [...module.children.allTests("passed")].length;
    failed += module.state() === "failed" ? Math.max(1, failures) : failures;
  }
  return { passed, failed };
}

/** `HUIKUAN_COUNTS` names the file that gets the counts as JSON. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = countRun(modules, errors.length);
    const file = process.env["HUIKUAN_COUNTS"];
    if (file !== undefined) writeFileSync(file, JSON.stringify(counts));
    process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`);
  }
}
