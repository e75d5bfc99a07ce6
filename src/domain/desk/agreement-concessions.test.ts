/** What a document gives up: the penalty without a reservation, and what follows from its words. */
import { describe, expect, test } from "vitest";
import { CLAUSES, on, TODAY } from "../../../test/kit/agreement-values.ts";

import { currency } from "../values/money.ts";
import { type ConcessionSource, whatItGivesUp } from "./agreement-concessions.ts";

const source = (different: Partial<ConcessionSource> = {}): ConcessionSource => ({
  ...{ kind: "repayment_plan", clauses: CLAUSES, statesInterest: false, forgiven: null },
  parts: [{ number: "F1", dueOn: on("2026-03-01"), newDueOn: null }],
  ...{ guarantees: [], today: TODAY },
  ...different,
});
const found = (different: Partial<ConcessionSource>) =>
  whatItGivesUp(source(different)).map(({ code, givesUp }) => (givesUp ? `${code}!` : code));
const bare = { ...CLAUSES, reservePenalty: false };

describe("the penalty (18(3))", () => {
  test("is kept by the reservation, which is on unless somebody takes it out", () => {
    expect(found({})).toEqual([]);
    expect(found({ statesInterest: true })).toEqual([]);
  });

  test("is lost where principal and interest are stated, or the terms changed", () => {
    expect(found({ clauses: bare, statesInterest: true })).toEqual(["penalty_lost_by_interest!"]);
    expect(found({ clauses: bare })).toEqual(["penalty_lost_by_terms!"]);
    expect(found({ clauses: bare, kind: "extension" })[0]).toBe("penalty_lost_by_terms!");
    expect(found({ clauses: bare, kind: "discount" })).toEqual([]);
  });

  test("starts later when an overdue day is moved (18(1)), and nothing is lost by that", () => {
    const part = { number: "F1", dueOn: on("2026-03-01"), newDueOn: on("2026-05-01") };
    const due = { number: "F2", dueOn: on("2026-03-20"), newDueOn: on("2026-05-01") };
    const said = whatItGivesUp(source({ kind: "extension", parts: [part, due] }));
    expect(said).toMatchObject([
      { code: "penalty_start_moves", number: "F1", from: "2026-03-01", to: "2026-05-01" },
    ]);
  });
});

test("old debts: the express waiver is flagged, its absence too", () => {
  const old = { number: "F1", dueOn: on("2023-03-19"), newDueOn: null };
  const young = { number: "F2", dueOn: on("2023-03-20"), newDueOn: null };
  expect(found({ parts: [old, young] })).toEqual(["limitation_not_waived"]);
  const clauses = { ...CLAUSES, waivesLimitation: true };
  expect(whatItGivesUp(source({ parts: [old, young], clauses }))).toMatchObject([
    { code: "limitation_waived", numbers: ["F1"] },
  ]);
  expect(found({ parts: [young] })).toEqual([]);
});

test("a guarantor of the contract who does not sign answers for nothing more (695)", () => {
  expect(found({ guarantees: ["丁公司连带责任保证"] })).toEqual(["guarantor_not_asked"]);
  const guarantor = { name: "丁公司", kind: "joint", months: 6 } as const;
  const clauses = { ...CLAUSES, guarantor };
  expect(found({ guarantees: ["丁公司连带责任保证"], clauses })).toEqual([]);
});

test("what a discount forgives is said", () => {
  const forgiven = { amount: "10.00", currency: currency("CNY") };
  expect(found({ kind: "discount", forgiven })).toEqual(["forgives"]);
});
