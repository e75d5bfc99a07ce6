/** The escalation section: two ladders with clocks, with defaults, upwards only. */
import { expect, test } from "vitest";
import { parsePolicy } from "./policy.ts";
import { USUAL_ESCALATION } from "./policy-escalation.ts";

const review = {
  key: "review",
  name: { zh: "复核", en: "Review" },
  stage: "early",
  trigger: { days: 1 },
  channel: "review",
};
const policyWith = (escalation: unknown) =>
  parsePolicy({ name: { zh: "政策", en: "Policy" }, steps: [review], escalation });
const faultsOf = (escalation: unknown) => {
  const parsed = policyWith(escalation);
  return parsed.ok ? [] : parsed.refusal.faults.map(({ path, reason }) => `${path}: ${reason}`);
};

test("what is not written is as usual, and an empty ladder has no rungs", () => {
  const absent = policyWith(undefined);
  expect(absent.ok && absent.value.escalation).toEqual(USUAL_ESCALATION);
  const half = policyWith({ debtor: [] });
  expect(half.ok && half.value.escalation).toEqual({
    inside: USUAL_ESCALATION.inside,
    debtor: [],
  });
});

test("both ladders are read with their clocks", () => {
  const parsed = policyWith({
    inside: [{ role: "legal", after_days: 4 }],
    debtor: [{ to: "finance_head", broken_promises: 1 }],
  });
  expect(parsed.ok && parsed.value.escalation).toEqual({
    inside: [{ role: "legal", afterDays: 4, respondWithin: 3 }],
    debtor: [{ level: "finance_head", afterDays: null, brokenPromises: 1 }],
  });
});

test("each fault has its place", () => {
  expect(faultsOf({ inside: [{ role: "administrator" }] })).toEqual([
    "escalation.inside[0].role: unknown_value",
  ]);
  expect(faultsOf({ inside: [{ role: "legal", after_days: 0 }] })).toEqual([
    "escalation.inside[0].after_days: out_of_range",
  ]);
  expect(faultsOf({ inside: [{ role: "legal" }, { role: "legal" }] })).toEqual([
    "escalation.inside: key_repeated",
  ]);
  expect(faultsOf({ debtor: [{ to: "finance_head" }] })).toEqual([
    "escalation.debtor[0].after_days: missing",
  ]);
  const legalRep = { to: "legal_rep", after_days: 60 };
  const financeHead = { to: "finance_head", after_days: 30 };
  expect(faultsOf({ debtor: [legalRep, financeHead] })).toEqual([
    "escalation.debtor: steps_out_of_order",
  ]);
  expect(faultsOf({ debtor: [financeHead, financeHead] })).toEqual([
    "escalation.debtor: key_repeated",
  ]);
});
