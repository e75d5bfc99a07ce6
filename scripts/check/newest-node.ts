/** A smoke run on the newest Node: what we promise for 24 should hold there too. */
import { askNpx } from "../../bin/runtime.js";
import { judged, leftOut, type Outcome, type Part, sumOf } from "./part.ts";
import { ROOT, run } from "./programs.ts";
import { runSuite } from "./suites.ts";

const NEWEST = 26;

/** Without network it is left out, except in CI, where leaving out would go unseen. */
export const newestNode: Part = {
  name: `smoke run on Node ${NEWEST}`,
  async run(): Promise<Outcome> {
    const node = await askNpx(NEWEST);
    if (node === null) {
      const note = `npx could not fetch Node ${NEWEST}; is the network reachable?`;
      return process.env["CI"] ? judged(false, note) : leftOut(`left out: ${note}`);
    }
    const version = await run(node, [`${ROOT}/bin/huikuan.js`, "version"]);
    const starts = judged(version.output.includes(`(Node ${NEWEST}.`), version.output);
    const rules = await runSuite({ name: "rules", args: ["--project", "rules", "src/"], node });
    return { ...sumOf([starts, rules]), output: `${starts.output}${rules.output}` };
  },
};
