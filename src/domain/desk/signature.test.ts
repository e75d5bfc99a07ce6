/** Signing: only what was approved and issued, on a day between the approval and today. */
import { describe, expect, test } from "vitest";
import { on, TODAY } from "../../../test/kit/agreement-values.ts";
import { AGREEMENT_STATES } from "./agreement.ts";
import { judgeSignature, type Signable, signingDays } from "./signature.ts";

const signable = (different: Partial<Signable> = {}): Signable => ({
  ...{ kind: "repayment_plan", state: "approved", document: "ab", decidedOn: on("2026-03-18") },
  ...{ lastOn: on("2026-06-10"), terms: { graceDays: 3 } },
  ...different,
});
const codeOf = (different: Partial<Signable>, day = "2026-03-19") => {
  const judged = judgeSignature(signable(different), on(day), TODAY);
  return judged.ok ? "ok" : judged.refusal.code;
};

describe("a signature", () => {
  test("makes an approved agreement active, and no other", () => {
    for (const state of AGREEMENT_STATES) {
      expect(codeOf({ state })).toBe(state === "approved" ? "ok" : "agreement_not_in_state");
    }
    expect(codeOf({ document: null })).toBe("agreement_not_issued");
  });

  test("is given between the approval and today", () => {
    expect(codeOf({}, "2026-03-17")).toBe("signed_before_approval");
    expect(codeOf({}, "2026-03-18")).toBe("ok");
    expect(codeOf({}, "2026-03-20")).toBe("ok");
    expect(codeOf({}, "2026-03-21")).toBe("signed_in_future");
  });

  test("lets a plan rest as long as it is kept, a discount through its day, an extension not", () => {
    const rests = (kind: Signable["kind"]) => {
      const judged = judgeSignature(signable({ kind }), on("2026-03-19"), TODAY);
      return judged.ok ? judged.value.restsUntil : judged.refusal.code;
    };
    expect([rests("repayment_plan"), rests("discount"), rests("extension")]).toEqual([
      ...[null, "2026-06-14", "2026-03-19"],
    ]);
  });
});

test("approved it rests through the day to sign by, and falls some days after that", () => {
  expect(signingDays({ signWithinDays: 7, lapseDays: 14 }, TODAY)).toEqual({
    ...{ signBy: "2026-03-27", restsUntil: "2026-03-28", judgeOn: "2026-04-11" },
  });
});
