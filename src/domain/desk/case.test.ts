/** A case is open exactly while something is overdue; its stage, what is next, what wakes it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { STAGES } from "../strategy/policy-choices.ts";
import { USUAL_WORKLIST } from "../strategy/policy-worklist.ts";
import { addDays, plainDate } from "../values/calendar.ts";
import { moneyOf } from "../values/money.ts";
import { CASE_STAGES, type CaseFacts, judgeCase, natureOf, stageOf, type Work } from "./case.ts";
import { WORK_KINDS } from "./work-kind.ts";

const TODAY = plainDate("2026-04-01");
const day = (from: number) => addDays(TODAY, from);

const facts = (change: Partial<CaseFacts> = {}): CaseFacts => ({
  grade: "B",
  overdue: [moneyOf("1000.00", "CNY")],
  oldestDueOn: day(-10),
  overdueItems: 1,
  brokenPromises: 0,
  sales: [],
  openedOn: day(-9),
  stages: [],
  waiting: [],
  lastContactOn: null,
  promiseDueOn: null,
  promiseBrokenOn: null,
  instalmentMissedOn: null,
  snooze: null,
  paidSinceSnooze: false,
  wakeOn: null,
  ...change,
});
const judge = (change: Partial<CaseFacts> = {}) => judgeCase(facts(change), USUAL_WORKLIST, TODAY);
function keptOf(change: Partial<CaseFacts> = {}) {
  const judged = judge(change);
  if (!("kept" in judged)) throw new Error(`a case is kept, not ${judged.verdict}`);
  return judged.kept;
}
const waits = (kind: Work["kind"], on: number): Work => ({
  kind,
  on: day(on),
  at: null,
  because: [],
});

const anyDay = fc.integer({ min: -1500, max: 200 }).map(day);
const anyFacts: fc.Arbitrary<CaseFacts> = fc.record({
  grade: fc.constantFrom("A", "E", null),
  overdue: fc.constant([moneyOf("1000.00", "CNY")]),
  oldestDueOn: fc.option(anyDay),
  overdueItems: fc.constant(1),
  brokenPromises: fc.integer({ min: 0, max: 4 }),
  sales: fc.constant([]),
  openedOn: fc.option(fc.integer({ min: -900, max: 0 }).map(day)),
  stages: fc.array(fc.constantFrom(...STAGES), { maxLength: 4 }),
  waiting: fc.array(
    fc
      .tuple(fc.constantFrom(...WORK_KINDS), fc.integer({ min: -30, max: 30 }))
      .map(([kind, on]) => waits(kind, on)),
    { maxLength: 5 },
  ),
  lastContactOn: fc.option(fc.integer({ min: -400, max: 0 }).map(day)),
  promiseDueOn: fc.option(anyDay),
  promiseBrokenOn: fc.option(fc.integer({ min: -60, max: 0 }).map(day)),
  instalmentMissedOn: fc.option(fc.integer({ min: -60, max: 0 }).map(day)),
  snooze: fc.option(
    fc
      .tuple(fc.integer({ min: -14, max: 14 }), fc.integer({ min: -14, max: 0 }))
      .map(([until, setOn]) => ({ until: day(until), setOn: day(setOn) })),
  ),
  paidSinceSnooze: fc.boolean(),
  wakeOn: fc.option(fc.integer({ min: 1, max: 90 }).map(day)),
});

describe("whatever is known", () => {
  test("a case is open exactly while something is past due", () =>
    fc.assert(
      fc.property(anyFacts, (some) => {
        const { verdict } = judgeCase(some, USUAL_WORKLIST, TODAY);
        const late = some.oldestDueOn !== null && some.oldestDueOn < TODAY;
        expect(["open", "keep"].includes(verdict)).toBe(late);
        expect(verdict === "open").toBe(late && some.openedOn === null);
        expect(verdict === "close").toBe(!late && some.openedOn !== null);
      }),
    ));

  test("something is next, and it is looked at again after today", () =>
    fc.assert(
      fc.property(anyFacts, (some) => {
        const judged = judgeCase(some, USUAL_WORKLIST, TODAY);
        if (!("kept" in judged)) return;
        const { next, work, reviewOn, snoozed } = judged.kept;
        expect(work.length).toBeGreaterThan(0);
        expect(reviewOn > TODAY && reviewOn <= day(7)).toBe(true);
        const due = work.filter(({ on }) => on <= TODAY);
        if (snoozed) expect(next.on).toBe(some.snooze?.until);
        else if (due.length > 0) expect(next.on <= TODAY).toBe(true);
        else expect(work.every(({ on }) => on >= next.on)).toBe(true);
      }),
    ));
});

describe("the stage", () => {
  test("follows the age of the oldest claim", () => {
    const stages = [1, 30, 31, 90, 91, 4000].map((days) => stageOf(days, []));
    expect(stages).toEqual(["early", "early", "middle", "middle", "late", "late"]);
  });
  test("is the step's where that is further, and legal only by a step", () => {
    expect(stageOf(5, ["pre_due", "middle"])).toBe("middle");
    expect(stageOf(200, ["early"])).toBe("late");
    expect(stageOf(5, ["legal", "early"])).toBe("legal");
    expect(stageOf(5, ["pre_due"])).toBe("early");
  });
  test("never falls behind a further step or an older claim", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.array(fc.constantFrom(...STAGES)),
        fc.constantFrom(...STAGES),
        (days, stages, more) => {
          const place = (stage: (typeof CASE_STAGES)[number]) => CASE_STAGES.indexOf(stage);
          const before = place(stageOf(days, stages));
          expect(place(stageOf(days + 1, stages))).toBeGreaterThanOrEqual(before);
          expect(place(stageOf(days, [...stages, more]))).toBeGreaterThanOrEqual(before);
        },
      ),
    ));
});

describe("what is next", () => {
  test("is the most pressing of what is due, then what is earliest", () => {
    const both = [waits("task", -3), waits("call_back", 0), waits("letter", -5)];
    expect(keptOf({ waiting: both }).next.kind).toBe("call_back");
    const later = [waits("call_back", 5), waits("promise_due", 2)];
    expect(keptOf({ waiting: later }).next).toMatchObject({ kind: "promise_due", on: day(2) });
  });
  test("a promise that broke is work until somebody spoke to the customer", () => {
    const broken = { promiseBrokenOn: day(-2) };
    expect(keptOf(broken).next.kind).toBe("promise_broken");
    expect(keptOf({ ...broken, lastContactOn: day(-3) }).next.kind).toBe("promise_broken");
    expect(keptOf({ ...broken, lastContactOn: day(-2) }).next.kind).toBe("review");
  });
  test("so is an instalment that was missed, and a promise on its day", () => {
    expect(keptOf({ instalmentMissedOn: day(-1) }).next.kind).toBe("instalment");
    expect(keptOf({ promiseDueOn: TODAY }).next).toMatchObject({ kind: "promise_due", on: TODAY });
  });
  test("is the plan's next look, or a month after the last word where nothing is planned", () => {
    expect(keptOf({ wakeOn: day(6) }).next).toMatchObject({ kind: "review", on: day(6) });
    expect(keptOf({ openedOn: day(-9) }).next.on).toBe(day(21));
    expect(keptOf({ openedOn: day(-50), lastContactOn: day(-4) }).next.on).toBe(day(26));
  });
});

describe("a snoozed case", () => {
  const snooze = { until: day(5), setOn: day(-3) };
  const waiting = [waits("task", -1)];
  test("is next on the day it wakes, whatever waits", () => {
    expect(keptOf({ snooze, waiting })).toMatchObject({
      snoozed: true,
      next: { kind: "review", on: day(5), because: [{ code: "snoozed", until: day(5) }] },
    });
  });
  test("wakes on its day", () => {
    const ended = { snooze: { until: TODAY, setOn: day(-3) }, waiting };
    expect(keptOf(ended)).toMatchObject({ snoozed: false, next: { kind: "task" } });
  });
  test("wakes earlier when a promise breaks after it, or money comes in", () => {
    expect(keptOf({ snooze, waiting, promiseBrokenOn: day(-1) }).snoozed).toBe(false);
    expect(keptOf({ snooze, waiting, promiseBrokenOn: day(-3) }).snoozed).toBe(true);
    expect(keptOf({ snooze, waiting, paidSinceSnooze: true }).snoozed).toBe(false);
  });
});

test("points count the silence since the last contact, or since the case is open", () => {
  const silence = (change: Partial<CaseFacts>) =>
    keptOf(change).priority.parts.find(({ code }) => code === "last_contact")?.because;
  expect(silence({ openedOn: day(-9) })).toMatchObject({ days: 9 });
  expect(silence({ openedOn: day(-9), lastContactOn: day(-2) })).toMatchObject({ days: 2 });
});

test("malice is wilful, a dispute is its own, unless a person said otherwise", () => {
  expect(natureOf("malice", null)).toBe("wilful");
  expect(natureOf("cash", null)).toBe("objective");
  expect(natureOf("cash", true)).toBe("wilful");
  expect(natureOf("dispute", true)).toBe("dispute");
});
