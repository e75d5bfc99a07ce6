/** Issuing: approved, once, and what gives a right up only with a person's express yes. */
import { expect, test } from "vitest";
import { AGREEMENT_STATES } from "./agreement.ts";
import { judgeIssue } from "./issue.ts";

const lost = [{ code: "penalty_lost_by_terms", givesUp: true }];
const told = [{ code: "penalty_start_moves", givesUp: false }];

test("only an approved one, and only once", () => {
  for (const state of AGREEMENT_STATES) {
    expect(judgeIssue({ state, document: null }, [], false).ok).toBe(state === "approved");
  }
  expect(judgeIssue({ state: "approved", document: "ab" }, [], true)).toMatchObject({
    refusal: { code: "agreement_is_issued" },
  });
});

test("what it gives up is said and needs a yes; what only follows from it does not", () => {
  const approved = { state: "approved", document: null } as const;
  expect(judgeIssue(approved, [...told, ...lost], false)).toMatchObject({
    refusal: { code: "agreement_concedes", concessions: ["penalty_lost_by_terms"] },
  });
  expect(judgeIssue(approved, lost, true).ok).toBe(true);
  expect(judgeIssue(approved, told, false).ok).toBe(true);
});
