/** Policy files: what is written is what is read, and a fault has its line. */
import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { policyNamed } from "../../test/kit/dunning.ts";
import { moneyOf } from "../domain/values/money.ts";
import { readPolicyFile } from "./policy-yaml.ts";

const faultsOf = (text: string) => {
  const read = readPolicyFile(text);
  return read.ok ? [] : read.refusal.faults;
};

test("every policy that is shipped is sound", () => {
  const names = readdirSync("policies").map((file) => file.replace(/\.yaml$/, ""));
  expect(names).toContain("standard-b2b");
  for (const name of names) expect(policyNamed(name).steps.length).toBeGreaterThan(0);
});

test("any text is read or refused, never thrown at", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readPolicyFile(text).ok).toBe(false);
    }),
  );
});

const SOUND = `name: { zh: 政策, en: Policy }
steps:
  - key: first
    name: { zh: 函, en: Letter }
    stage: early
    trigger: { days: 1 }
    channel: email
    template: first-demand
    tone: friendly
    recipient: clerk
    minimum: { CNY: 100000.10 }
`;

test("amounts keep their digits, since all is read as text", () => {
  const read = readPolicyFile(SOUND);
  expect(read.ok && read.value.policy.steps[0]?.minimum).toEqual([moneyOf("100000.10", "CNY")]);
  expect(read.ok && read.value.text).toBe(SOUND);
  expect(read.ok && JSON.parse(JSON.stringify(read.value.body))).toMatchObject({
    steps: [{ trigger: { days: "1" }, minimum: { CNY: "100000.10" } }],
  });
});

describe("a fault", () => {
  test("has the line of its field", () => {
    expect(faultsOf(SOUND.replace("tone: friendly", "tone: rude"))).toMatchObject([
      { path: "steps[0].tone", reason: "unknown_value", line: 9 },
    ]);
  });

  test("of what is missing has the line of what lacks it", () => {
    expect(faultsOf(SOUND.replace("    tone: friendly\n", ""))).toMatchObject([
      { path: "steps[0].tone", reason: "missing", line: 3 },
    ]);
    expect(faultsOf("")).toMatchObject([
      { path: "", line: null },
      { path: "steps", line: null },
      {},
    ]);
  });

  test("of the writing has its line", () => {
    expect(faultsOf("name: { zh: 政策\nsteps: [")).toMatchObject([
      { path: "", reason: "text_malformed" },
    ]);
    expect(faultsOf("name: x\nname: y\n")).toMatchObject([
      { path: "", reason: "text_malformed", line: 2, found: "DUPLICATE_KEY" },
    ]);
  });

  test("too long, or folded into itself, it is not read at all", () => {
    expect(faultsOf("#".repeat(200_001))).toMatchObject([{ reason: "text_too_long" }]);
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b]`;
    expect(faultsOf(bomb)).toMatchObject([{ reason: "text_malformed", found: "ALIASES" }]);
  });
});
