/** A ladder that can be climbed: whatever was accepted can be taken step by step. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { anyPolicy } from "../../../test/kit/any-dunning.ts";
import type { Policy, PolicyFault } from "./policy.ts";
import { policyFaults } from "./policy-rules.ts";

const reasons = (policy: Policy): string[] => {
  const faults: PolicyFault[] = [];
  policyFaults(policy, faults);
  return faults.map(({ path, reason }) => `${path} ${reason}`);
};

test("an accepted policy has no faults; turned round, or with a step twice, it has", () => {
  fc.assert(
    fc.property(anyPolicy(), (policy) => {
      expect(reasons(policy)).toEqual([]);
      const [first] = policy.steps;
      const twice = { ...policy, steps: [...policy.steps, first!] };
      expect(reasons(twice)).toEqual([`steps[${policy.steps.length}].key key_repeated`]);
      const messages = policy.steps.filter(
        ({ template, trigger }) => template !== null && trigger.days > 0,
      );
      const turned = { ...policy, steps: messages.toReversed() };
      if (messages.length > 1) expect(reasons(turned)).not.toEqual([]);
    }),
  );
});

test("a fault says what was found", () => {
  fc.assert(
    fc.property(anyPolicy(), (policy) => {
      const faults: PolicyFault[] = [];
      policyFaults(
        { ...policy, steps: policy.steps.map((step) => ({ ...step, after: "x" })) },
        faults,
      );
      expect(faults.map(({ found, reason }) => `${reason} ${found}`)).toEqual(
        policy.steps.map(() => "after_unknown x"),
      );
    }),
  );
});
