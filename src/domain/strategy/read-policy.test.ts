/** Reading a policy's values: what was read says the same as what was written. */
import { expect, test } from "vitest";
import type { PolicyFault } from "./policy.ts";
import { readPolicy } from "./read-policy.ts";

test("reads on after a fault, so that all are found", () => {
  const faults: PolicyFault[] = [];
  const read = readPolicy({ name: { zh: "政策" }, steps: [{ channel: "fax" }, 5] }, faults);
  expect(read.steps).toHaveLength(2);
  expect(faults.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
    "name.en missing",
    "steps[0].channel unknown_value",
    "steps[0].recipient missing",
    "steps[0].key missing",
    "steps[0].name missing",
    "steps[0].stage missing",
    "steps[0].trigger missing",
    "steps[0].template missing",
    "steps[0].tone missing",
    "steps[1] not_a_mapping",
    "steps[1].channel missing",
    "steps[1].recipient missing",
    "steps[1].key missing",
    "steps[1].name missing",
    "steps[1].stage missing",
    "steps[1].trigger missing",
    "steps[1].template missing",
    "steps[1].tone missing",
  ]);
});

test("grace of a grade not named is none", () => {
  const faults: PolicyFault[] = [];
  const { graceDays } = readPolicy({ grace_days: { A: 5, B: "2" } }, faults);
  expect(graceDays).toEqual({ A: 5, B: 2, C: 0, D: 0, E: 0 });
});
