/** Replacing a plan: one of the same customer that runs, and only once. */
import { expect, test } from "vitest";
import type { CustomerId } from "../values/ids.ts";
import { AGREEMENT_STATES } from "./agreement.ts";
import { judgeReplaced } from "./renegotiation.ts";

const customer = "C" as CustomerId;
const old = { customer, kind: "repayment_plan", state: "active" } as const;
const codeOf = (...given: Parameters<typeof judgeReplaced>) => {
  const judged = judgeReplaced(...given);
  return judged.ok ? "ok" : judged.refusal.code;
};

test("active, in default or accelerated; not another customer's, not an extension, not twice", () => {
  const replaceable = AGREEMENT_STATES.filter(
    (state) => codeOf({ ...old, state }, customer, false) === "ok",
  );
  expect(replaceable).toEqual(["active", "in_default", "accelerated"]);
  expect(codeOf(null, customer, false)).toBe("agreement_not_found");
  expect(codeOf(old, "D" as CustomerId, false)).toBe("agreement_not_found");
  expect(codeOf({ ...old, kind: "extension" }, customer, false)).toBe("agreement_not_replaceable");
  expect(codeOf(old, customer, true)).toBe("agreement_replaced_already");
});
