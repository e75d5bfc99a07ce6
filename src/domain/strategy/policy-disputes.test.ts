/** The disputes section: what is written is read, what is not written is usual. */
import { expect, test } from "vitest";
import type { PolicyFault } from "./policy.ts";
import { disputesOf, USUAL_DISPUTES } from "./policy-disputes.ts";
import { mappingOf } from "./policy-fields.ts";

function read(disputes: unknown) {
  const faults: PolicyFault[] = [];
  const policy = disputesOf(mappingOf({ disputes }, { path: "", faults }, null));
  return { policy, faults: faults.map(({ path, reason }) => `${path} ${reason}`) };
}

test("nothing written is the usual departments and days", () => {
  for (const none of [undefined, null, "", {}]) {
    expect(read(none)).toEqual({ policy: USUAL_DISPUTES, faults: [] });
  }
  const { decideDays, reopenDays, complaintDays } = USUAL_DISPUTES;
  expect([decideDays, reopenDays, complaintDays]).toEqual([5, 30, 5]);
});

test("what is written is taken, the rest stays", () => {
  const { policy, faults } = read({
    reasons: { quality: { department: "logistics", answer_days: "15" }, price: {} },
    decide_days: "3",
    reopen_days: "0",
    complaint_days: "2",
  });
  expect(faults).toEqual([]);
  expect(policy).toMatchObject({ decideDays: 3, reopenDays: 0, complaintDays: 2 });
  expect(policy.reasons.quality).toEqual({ department: "logistics", answerDays: 15 });
  expect(policy.reasons.price).toEqual(USUAL_DISPUTES.reasons.price);
});

test("each fault has its place; more than five days for a complaint is one", () => {
  const written = {
    reasons: { colour: {}, price: { department: "kitchen", answer_days: "0" } },
    complaint_days: "6",
  };
  expect(read(written).faults).toEqual([
    "disputes.reasons.colour unknown_field",
    "disputes.reasons.price.department unknown_value",
    "disputes.reasons.price.answer_days out_of_range",
    "disputes.complaint_days out_of_range",
  ]);
});
