/** Who may stand in for whom, and how it ends. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, plainDate } from "../values/calendar.ts";
import type { UserId } from "../values/ids.ts";
import {
  judgeSubstitute,
  judgeSubstitutionEnd,
  type Substitution,
  substitutionState,
} from "./substitute.ts";

const [AN, BAI, CHEN] = ["an", "bai", "chen"] as unknown as [UserId, UserId, UserId];
const TODAY = plainDate("2026-03-31");

const away = (
  absent: UserId,
  substitute: UserId,
  from = "2026-04-01",
  until = "2026-04-10",
): Substitution => ({ absent, substitute, from: plainDate(from), until: plainDate(until) });

const codeOf = (offer: Substitution, others: readonly Substitution[] = []) => {
  const judged = judgeSubstitute(offer, others, TODAY);
  return judged.ok ? "ok" : judged.refusal.code;
};

describe("a substitute", () => {
  test("is another person, for a period that is not over", () => {
    expect(codeOf(away(AN, BAI))).toBe("ok");
    expect(codeOf(away(AN, AN))).toBe("substitute_is_absent");
    expect(codeOf(away(AN, BAI, "2026-04-10", "2026-04-10"))).toBe("substitute_period_empty");
    expect(codeOf(away(AN, BAI, "2026-03-01", "2026-03-31"))).toBe("substitute_period_passed");
    expect(codeOf(away(AN, BAI, "2026-03-01", "2026-04-01"))).toBe("ok");
  });

  test("stands in for 92 days and not for 93", () => {
    expect(codeOf(away(AN, BAI, "2026-04-01", "2026-07-02"))).toBe("ok");
    expect(codeOf(away(AN, BAI, "2026-04-01", "2026-07-03"))).toBe("substitute_too_long");
  });

  test("does not rely on the absent person at the same time, not even by way of a third", () => {
    expect(codeOf(away(AN, BAI), [away(BAI, AN)])).toBe("substitute_circle");
    expect(codeOf(away(AN, BAI), [away(BAI, CHEN), away(CHEN, AN)])).toBe("substitute_circle");
    expect(codeOf(away(AN, BAI), [away(BAI, AN, "2026-04-10", "2026-04-20")])).toBe("ok");
    expect(codeOf(away(AN, BAI), [away(BAI, CHEN)])).toBe("ok");
  });

  test("never closes a circle, whatever was taken before", () => {
    const person = fc.integer({ min: 0, max: 4 }).map((at) => `p${at}` as unknown as UserId);
    const offers = fc.array(fc.tuple(person, person, fc.nat(20), fc.integer({ min: 1, max: 9 })));
    fc.assert(
      fc.property(offers, (asked) => {
        const taken: Substitution[] = [];
        for (const [absent, substitute, start, days] of asked) {
          const from = addDays(TODAY, start);
          const offer = { absent, substitute, from, until: addDays(from, days) };
          if (judgeSubstitute(offer, taken, TODAY).ok) taken.push(offer);
        }
        for (let day = 0; day < 30; day += 1) expect(circleOn(taken, day)).toBe(false);
      }),
    );
  });
});

/** Whether on that day somebody comes back to themselves. */
function circleOn(taken: readonly Substitution[], day: number): boolean {
  const on = addDays(TODAY, day);
  const today = taken.filter(({ from, until }) => from <= on && on < until);
  return today.some(({ absent }) => {
    let reached = new Set([absent]);
    for (let step = 0; step < 6; step += 1) {
      reached = new Set(
        today.filter((one) => reached.has(one.absent)).map(({ substitute }) => substitute),
      );
      if (reached.has(absent)) return true;
    }
    return false;
  });
}

describe("an end", () => {
  test("is today, or the first day where it has not begun", () => {
    const running = away(AN, BAI, "2026-03-30", "2026-04-10");
    expect(judgeSubstitutionEnd(running, TODAY)).toEqual({ ok: true, value: TODAY });
    const coming = away(AN, BAI, "2026-04-05", "2026-04-10");
    expect(judgeSubstitutionEnd(coming, TODAY)).toEqual({ ok: true, value: coming.from });
  });

  test("comes once", () => {
    const past = away(AN, BAI, "2026-03-01", "2026-03-31");
    const code = "substitution_has_ended";
    expect(judgeSubstitutionEnd(past, TODAY)).toMatchObject({ refusal: { code } });
  });

  test("is seen in its state", () => {
    const states = ["2026-04-01", "2026-03-31", "2026-03-01"].map((from) =>
      substitutionState(
        away(AN, BAI, from, from < "2026-03-31" ? "2026-03-31" : "2026-05-01"),
        TODAY,
      ),
    );
    expect(states).toEqual(["coming", "running", "past"]);
  });
});
