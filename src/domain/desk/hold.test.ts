/** A hold has a reason and an end, unless an event ends it. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, plainDate } from "../values/calendar.ts";
import { judgeHold } from "./hold.ts";

const today = plainDate("2026-04-01");
const kinds = ["courtesy", "legal", "insolvency", "internal", "other"] as const;

test("any hold that is taken starts today, has a reason, and ends within a year or by an event", () => {
  const anyUntil = fc.option(
    fc.integer({ min: -10, max: 400 }).map((days) => addDays(today, days)),
  );
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.string(), anyUntil, (kind, reason, until) => {
      const judged = judgeHold({ kind, reason, until }, today);
      if (!judged.ok) return;
      expect(judged.value.from).toBe(today);
      expect(judged.value.reason).toBe(reason.trim());
      expect(judged.value.reason).not.toBe("");
      if (judged.value.until === null) expect(["legal", "insolvency"]).toContain(kind);
      else
        expect(judged.value.until > today && judged.value.until <= addDays(today, 366)).toBe(true);
    }),
  );
});

test("each refusal says what is wrong", () => {
  const refusal = (kind: (typeof kinds)[number], reason: string, until: string | null) => {
    const judged = judgeHold(
      { kind, reason, until: until === null ? null : plainDate(until) },
      today,
    );
    return judged.ok ? null : judged.refusal;
  };
  expect(refusal("internal", "  ", "2026-05-01")).toEqual({ code: "reason_missing" });
  expect(refusal("courtesy", "谈判中", null)).toEqual({ code: "hold_needs_an_end" });
  expect(refusal("internal", "谈判中", "2026-04-01")).toEqual({ code: "hold_has_passed", today });
  expect(refusal("internal", "谈判中", "2027-04-03")).toEqual({
    code: "hold_too_long",
    latest: "2027-04-02",
  });
  expect(refusal("internal", "谈判中", "2027-04-02")).toBeNull();
  expect(refusal("insolvency", "破产申请已受理", null)).toBeNull();
});
