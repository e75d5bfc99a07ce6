/** A compiled policy holds every step once, on the ladder of its channel and its side of due. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { anyPolicy } from "../../../test/kit/any-dunning.ts";
import { policyNamed } from "../../../test/kit/dunning.ts";
import { compilePolicy, LADDERS, ladderDayOf, ladderOf } from "./compiled-policy.ts";
import { trackOf } from "./policy.ts";

test("every step stands once, in the file's order, climbing", () => {
  fc.assert(
    fc.property(anyPolicy(), (policy) => {
      const { ladders, byKey } = compilePolicy(policy);
      const all = LADDERS.flatMap((name) => [...ladders[name].steps]);
      expect(new Set(all.map(({ step }) => step))).toEqual(new Set(policy.steps));
      for (const name of LADDERS) {
        const { steps, track, plain } = ladders[name];
        steps.forEach((compiled, index) => {
          expect(compiled.index).toBe(index);
          expect(byKey.get(compiled.step.key)).toBe(compiled);
          expect(trackOf(compiled.step)).toBe(track);
          expect(ladderOf(compiled.step)).toBe(name);
          expect(compiled.ladderDay).toBeGreaterThan(steps[index - 1]?.ladderDay ?? -999);
        });
        expect(plain).toBe(steps.every(({ step }) => step.trigger.unit === "days"));
      }
    }),
  );
});

test("the default policy: two reminders, one check, five letters, ten tasks", () => {
  const policy = policyNamed("standard-b2b");
  const { ladders, byKey } = compilePolicy(policy);
  expect(LADDERS.map((name) => ladders[name].steps.length)).toEqual([2, 1, 5, 10]);
  expect(byKey.get("second-letter")?.after).toBe(byKey.get("first-letter"));
  expect(byKey.get("visit")?.floors.map(({ bar }) => bar)).toEqual(["not_large"]);
  expect(byKey.get("first-call")?.floors.map(({ bar }) => bar)).toEqual(["minimum"]);
  expect(byKey.get("write-off-proposal")?.evidence).toBe(true);
  expect(compilePolicy(policy)).toBe(compilePolicy(policy));
});

test("working days are five to a week", () => {
  expect(ladderDayOf({ unit: "working_days", days: 5 })).toBe(7);
  expect(ladderDayOf({ unit: "working_days", days: -3 })).toBe(-4);
  expect(ladderDayOf({ unit: "days", days: 5 })).toBe(5);
});
