/** One step harder: a broken promise brings the next step early, once, and never a legal one. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyAccount, anyEntry, anyPolicy, TODAY } from "../../../test/kit/any-dunning.ts";
import {
  account,
  carriedOut,
  china,
  day,
  dispute,
  type Frame,
  fromTheStart,
  had,
  hold,
  item,
  planOn,
  policyNamed,
  promise,
} from "../../../test/kit/dunning.ts";
import { addDays, type PlainDate } from "../values/calendar.ts";
import type { PromiseId } from "../values/ids.ts";
import { ladderOf } from "./compiled-policy.ts";
import type { CustomerAccount, HadStep } from "./dunning-account.ts";

const standard = policyNamed("standard-b2b");
const frame: Frame = { policy: standard, calendar: china, entry: fromTheStart };

/** First letter and call went on 1 April, a promise was broken on the 9th. */
const owed = (marks: readonly HadStep[], amount = "50000.00") =>
  item("A", "2026-03-31", amount, { had: marks });
const begun = [had("first-letter", "2026-04-01"), had("first-call", "2026-04-01", "task")];
const broken = promise({ A: "50000.00" }, "2026-04-05", {
  state: "broken",
  judgedOn: day("2026-04-09"),
});
const failing = (
  marks: readonly HadStep[] = begun,
  rest: Partial<CustomerAccount> = {},
): CustomerAccount =>
  account([owed(marks)], { promises: [broken], lastDemandOn: day("2026-04-01"), ...rest });

const steps = (at: CustomerAccount, on: string) =>
  planOn(at, frame, day(on)).steps.map(({ step }) => step);

describe("after a broken promise", () => {
  test("the next letter goes at once, and says why and when it would have come", () => {
    const plan = planOn(failing(), frame, day("2026-04-09"));
    const letter = plan.steps.find(({ step }) => step === "second-letter");
    expect(letter?.because).toEqual([
      { code: "days_past_due", item: "A", days: 9 },
      { code: "promise_broken", promise: broken.id, judgedOn: "2026-04-09" },
      {
        ...{ code: "one_step_harder", item: "A", promise: broken.id, step: "second-letter" },
        wouldComeOn: "2026-04-15",
      },
    ]);
  });

  test("one step for one promise: the letter after it waits for its own day", () => {
    const plan = planOn(failing(), frame, day("2026-04-09"));
    const after = carriedOut(failing(), plan, day("2026-04-09"));
    expect(steps(after, "2026-04-17")).not.toContain("formal-letter");
    expect(steps(after, "2026-05-06")).toContain("formal-letter");
  });

  test("a second broken promise brings a second step", () => {
    const again = { ...broken, id: "again" as PromiseId, judgedOn: day("2026-04-20") };
    const marks = [...begun, had("second-letter", "2026-04-09")];
    const at = failing(marks, { promises: [broken, again], lastDemandOn: day("2026-04-09") });
    expect(steps(at, "2026-04-20")).toContain("formal-letter");
  });

  test("a letter that is due anyway is that step", () => {
    const at = failing(begun, { promises: [{ ...broken, judgedOn: day("2026-04-16") }] });
    const letter = planOn(at, frame, day("2026-04-16")).steps.find(
      ({ track }) => track === "demand",
    );
    expect(letter?.step).toBe("second-letter");
    expect(letter?.because.map(({ code }) => code)).not.toContain("one_step_harder");
    const after = carriedOut(at, planOn(at, frame, day("2026-04-16")), day("2026-04-16"));
    expect(steps(after, "2026-04-24")).not.toContain("formal-letter");
  });

  test("gates stay: at most one demand in seven days, and nobody is called on a day off", () => {
    const lately = failing(begun, { lastDemandOn: day("2026-04-07") });
    expect(steps(lately, "2026-04-09")).not.toContain("second-letter");
    expect(planOn(lately, frame, day("2026-04-09")).wakeOn).toBe("2026-04-10");
    expect(steps(lately, "2026-04-14")).toContain("second-letter");
  });

  test("what is held or disputed rests all the same", () => {
    expect(
      steps(failing(begun, { holds: [hold(null, "2026-04-01", null)] }), "2026-04-09"),
    ).toEqual([]);
    const disputes = [dispute("A", "50000.00")];
    expect(steps(failing(begun, { disputes }), "2026-04-09")).toEqual([]);
  });

  test("the legal stage is a person's word: the last letter and review before it are the end", () => {
    const all = standard.steps
      .filter((step) => step.stage !== "legal" && step.trigger.days > 0)
      .map((step) => had(step.key, "2026-04-08", ladderOf(step) === "task" ? "task" : "demand"));
    expect(steps(failing(all, { lastDemandOn: day("2026-04-01") }), "2026-04-09")).toEqual([]);
  });

  test("without a letter left, the next task goes", () => {
    const letters = standard.steps
      .filter((step) => ladderOf(step) === "demand")
      .map(({ key }) => had(key, "2026-04-01"));
    const calls = [
      had("first-call", "2026-04-01", "task"),
      had("reason-inquiry", "2026-04-07", "task"),
    ];
    const at = failing([...letters, ...calls]);
    expect(steps(at, "2026-04-09")).toEqual(["second-call"]);
    const after = carriedOut(at, planOn(at, frame, day("2026-04-09")), day("2026-04-09"));
    expect(steps(after, "2026-04-10")).toEqual([]);
  });

  test("a promise for another item, or one that is open, brings nothing", () => {
    for (const promises of [
      [promise({ B: "5.00" }, "2026-04-05", { state: "broken", judgedOn: day("2026-04-09") })],
      [{ ...broken, judgedOn: day("2026-04-10") }],
    ]) {
      expect(steps(failing(begun, { promises }), "2026-04-09")).toEqual(["reason-inquiry"]);
    }
  });
});

type Early = { readonly item: string; readonly step: string; readonly wouldComeOn: PlainDate };

/** The steps of sixty days that went before their day, each on its day with all its reasons. */
function earlySteps(start: CustomerAccount, any: Frame) {
  const early: { on: PlainDate; reason: Early; codes: readonly string[] }[] = [];
  let at = start;
  for (let passed = 0; passed < 60; passed += 1) {
    const on = addDays(TODAY, passed);
    const plan = planOn(at, any, on);
    for (const { because } of plan.steps) {
      const codes = because.map(({ code }) => code);
      for (const reason of because) {
        if (reason.code === "one_step_harder") early.push({ on, reason, codes });
      }
    }
    at = carriedOut(at, plan, on);
  }
  return early;
}

test("over two months: early steps are no more than broken promises, none is legal, all say why", () => {
  const anyFrame = fc.record({
    policy: anyPolicy(),
    calendar: fc.constant(china),
    entry: anyEntry,
  });
  fc.assert(
    fc.property(anyAccount, anyFrame, (at, any) => {
      const legal = any.policy.steps.filter(({ stage }) => stage === "legal");
      const early = earlySteps(at, any);
      for (const { on, reason, codes } of early) {
        expect(legal.map(({ key }) => key)).not.toContain(reason.step);
        expect(reason.wouldComeOn > on).toBe(true);
        expect(codes).toContain("promise_broken");
      }
      for (const { id, number } of at.items) {
        const failed = at.promises.filter(
          ({ state, items }) => state === "broken" && items.some((part) => part.item === id),
        );
        const went = early.filter(({ reason }) => reason.item === number);
        expect(went.length).toBeLessThanOrEqual(failed.length);
      }
    }),
    { numRuns: 100 },
  );
});
