/** The approvals section: read whole, with defaults, and refused where a rule says nothing. */
import { expect, test } from "vitest";
import { moneyOf } from "../values/money.ts";
import { parsePolicy } from "./policy.ts";
import { RULED_KINDS, USUAL_APPROVALS } from "./policy-approvals.ts";

const review = {
  key: "review",
  name: { zh: "复核", en: "Review" },
  stage: "early",
  trigger: { days: 1 },
  channel: "review",
};
const policyWith = (approvals: unknown) =>
  parsePolicy({ name: { zh: "政策", en: "Policy" }, steps: [review], approvals });
const faultsOf = (approvals: unknown) => {
  const parsed = policyWith(approvals);
  return parsed.ok ? [] : parsed.refusal.faults.map(({ path, reason }) => `${path}: ${reason}`);
};

test("a policy without the section has the usual rules, all of known kinds", () => {
  const parsed = policyWith(undefined);
  expect(parsed.ok && parsed.value.approvals).toEqual(USUAL_APPROVALS);
  const kinds = new Set(USUAL_APPROVALS.rules.map(({ kind }) => kind));
  expect([...kinds].every((kind) => RULED_KINDS.includes(kind))).toBe(true);
});

test("rules are read in their order, with one role or several, and with or without limits", () => {
  const parsed = policyWith({
    carry_out_within: 3,
    rules: [
      { kind: "extension", up_to: { CNY: "5000.00" }, up_to_days: 30, by: "senior_collector" },
      { kind: "blacklist", by: ["legal", "credit_manager"] },
    ],
  });
  expect(parsed.ok && parsed.value.approvals).toEqual({
    carryOutWithin: 3,
    rules: [
      {
        kind: "extension",
        upTo: [moneyOf("5000.00", "CNY")],
        upToDays: 30,
        by: ["senior_collector"],
      },
      { kind: "blacklist", upTo: null, upToDays: null, by: ["legal", "credit_manager"] },
    ],
  });
});

test("each fault has its place", () => {
  expect(faultsOf({})).toEqual(["approvals.rules: missing"]);
  expect(faultsOf({ rules: [{ kind: "gift", by: "legal" }] })).toEqual([
    "approvals.rules[0].kind: unknown_value",
  ]);
  expect(faultsOf({ rules: [{ kind: "refund", by: "finance" }] })).toEqual([
    "approvals.rules[0].kind: unknown_value",
  ]);
  expect(faultsOf({ rules: [{ kind: "sale", by: "administrator" }] })).toEqual([
    "approvals.rules[0].by: unknown_value",
  ]);
  expect(faultsOf({ rules: [{ kind: "sale", by: ["collector"] }] })).toEqual([
    "approvals.rules[0].by[0]: unknown_value",
  ]);
  expect(faultsOf({ rules: [{ kind: "sale" }, { kind: "sale", by: [] }] })).toEqual([
    "approvals.rules[0].by: missing",
    "approvals.rules[1].by: missing",
  ]);
  expect(
    faultsOf({ carry_out_within: 0, rules: [{ kind: "sale", by: "legal", until: 3 }] }),
  ).toEqual([
    "approvals.rules[0].until: unknown_field",
    "approvals.carry_out_within: out_of_range",
  ]);
});
