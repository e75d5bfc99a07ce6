/** The plan's promises to everybody: properties over any policy and book, then the usual examples. */
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
  live,
  planOn,
  policyNamed,
  promise,
} from "../../../test/kit/dunning.ts";
import { addDays, addWorkingDays, type PlainDate } from "../values/calendar.ts";
import { money, moneyOf } from "../values/money.ts";
import type { CustomerAccount } from "./dunning-account.ts";
import type { DunningPlan } from "./dunning-plan.ts";
import type { Policy, PolicyStep } from "./policy.ts";

const anyFrame = (plain = false): fc.Arbitrary<Frame> =>
  fc.record({ policy: anyPolicy(plain), calendar: fc.constant(china), entry: anyEntry });

const anyDay = fc.integer({ min: 0, max: 30 }).map((days) => addDays(TODAY, days));

const holds = (
  name: string,
  property: (at: CustomerAccount, frame: Frame, plan: DunningPlan, today: PlainDate) => void,
) =>
  test(name, () =>
    fc.assert(
      fc.property(anyAccount, anyFrame(), anyDay, (at, frame, today) =>
        property(at, frame, planOn(at, frame, today), today),
      ),
      { numRuns: 200 },
    ),
  );

const plannedIds = (plan: DunningPlan) =>
  plan.steps.flatMap(({ items }) => items.map(({ id }) => id));
const skippedIds = (plan: DunningPlan) =>
  plan.skips.flatMap(({ items }) => items.map(({ id }) => id));

/** The day a step comes for an item that was never behind, by the calendar's own words. */
function comesOn({ trigger }: PolicyStep, dueOn: PlainDate, grace: number): PlainDate {
  const zero = trigger.days > 0 ? addDays(dueOn, grace) : dueOn;
  return trigger.unit === "days"
    ? addDays(zero, trigger.days)
    : addWorkingDays(china, zero, trigger.days);
}

const graceOf = ({ grade }: CustomerAccount, policy: Policy): number =>
  grade === null ? 0 : (policy.graceDays[grade] ?? 0);

describe("whatever the policy and the book", () => {
  test("no item is marked above what its days allow", () => {
    fc.assert(
      fc.property(anyAccount, anyPolicy(), anyDay, (at, policy, today) => {
        const plan = planOn(at, { policy, calendar: china, entry: fromTheStart }, today);
        for (const { items } of plan.steps) {
          for (const { markStep, dueOn } of items) {
            const step = policy.steps.find(({ key }) => key === markStep);
            if (step === undefined) continue;
            expect(comesOn(step, dueOn, graceOf(at, policy)) <= today).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  holds("nothing is chased that is held, disputed or promised", (at, _frame, plan, today) => {
    const held = at.holds.filter(
      ({ from, until }) => from <= today && (until === null || today < until),
    );
    for (const { id, chased, open, currency } of plan.steps.flatMap(({ items }) => items)) {
      expect(held.some((hold) => hold.item === null || hold.item === id)).toBe(false);
      const disputed = at.disputes.filter((raised) => raised.item === id);
      const promised = at.promises.filter(
        ({ judgeOn, items }) => today < judgeOn && items[0]?.item === id,
      );
      const rests = [
        ...disputed.map(({ amount }) => amount),
        ...promised.flatMap(({ items }) => items.map(({ amount }) => amount)),
      ].reduce((sum, amount) => sum + amount, 0n);
      expect(chased > 0n).toBe(true);
      expect(money(chased, currency)).toEqual(
        money(rests > open ? chased : open - rests, currency),
      );
    }
  });

  holds("an item stands at most once in each step, and totals are their sums", (_at, _f, plan) => {
    for (const { items, totals } of plan.steps) {
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      for (const { currency, minor } of totals) {
        const parts = items.filter((part) => part.currency === currency);
        expect(minor).toBe(parts.reduce((sum, { chased }) => sum + chased, 0n));
      }
      expect(totals.map(({ currency }) => currency)).toEqual(
        [...new Set(items.map(({ currency }) => currency))].sort(),
      );
    }
  });

  test("every item with a step due is in a step or in a skip", () => {
    fc.assert(
      fc.property(anyAccount, anyPolicy(true), anyDay, (at, policy, today) => {
        const plan = planOn(at, { policy, calendar: china, entry: fromTheStart }, today);
        const named = new Set([...plannedIds(plan), ...skippedIds(plan)]);
        for (const { id, dueOn } of at.items) {
          const overdue = dueOn < today;
          const due = policy.steps.some(
            (step) =>
              step.trigger.days > 0 === overdue &&
              comesOn(step, dueOn, graceOf(at, policy)) <= today,
          );
          if (due) expect(named).toContain(id);
        }
      }),
      { numRuns: 200 },
    );
  });

  holds("each step and each skip says why", (_at, _frame, { steps, skips }) => {
    for (const { because } of [...steps, ...skips]) expect(because.length).toBeGreaterThan(0);
    for (const { items } of skips) expect(items.length).toBeGreaterThan(0);
  });

  holds("planning again after carrying out plans nothing more", (at, frame, plan, today) => {
    const again = planOn(carriedOut(at, plan, today), frame, today);
    expect(again.steps).toEqual([]);
  });

  holds("the order in which the book is read changes nothing", (at, frame, plan, today) => {
    const turned = {
      ...at,
      items: at.items.toReversed(),
      disputes: at.disputes.toReversed(),
      promises: at.promises.toReversed(),
    };
    expect(planOn(turned, frame, today)).toEqual(plan);
  });

  holds("it is looked at again, later than today", (_at, _frame, { steps, wakeOn }, today) => {
    if (wakeOn !== null) expect(wakeOn > today).toBe(true);
    if (steps.length > 0) expect(wakeOn).toBe(addDays(today, 1));
  });

  holds("a customer gets one message a day, or one for each invoice", (_at, frame, { steps }) => {
    const messages = steps.filter(({ track }) => track !== "task");
    const together = messages.filter(
      ({ step }) => frame.policy.steps.find(({ key }) => key === step)?.per === "customer",
    );
    expect(together.length).toBeLessThanOrEqual(1);
    expect(new Set(messages.map(({ track }) => track)).size).toBeLessThanOrEqual(1);
  });

  test("only the post goes on a day off", () => {
    const sunday = day("2026-03-01");
    fc.assert(
      fc.property(anyAccount, anyFrame(), (at, frame) => {
        for (const { channel } of planOn(at, frame, sunday).steps) expect(channel).toBe("letter");
      }),
    );
  });
});

describe("whatever happens over four months", () => {
  const lives = (
    name: string,
    property: (every: ReturnType<typeof live>, frame: Frame, at: CustomerAccount) => void,
  ) =>
    test(name, () =>
      fc.assert(
        fc.property(anyAccount, anyFrame(), (at, frame) =>
          property(live(at, frame, TODAY, 120, true), frame, at),
        ),
        { numRuns: 60 },
      ),
    );

  lives("looking only on the days it asked for sends the same", (every, frame, at) => {
    const woken = live(at, frame, TODAY, 120, false);
    expect(woken.went).toEqual(every.went);
    expect(woken.looks).toBeLessThanOrEqual(every.looks);
  });

  lives("a demand follows another only after the days the policy asks", ({ went }, frame, at) => {
    const { demandEveryDays, steps } = frame.policy;
    const isDemand = (key: string) => {
      const step = steps.find((known) => known.key === key);
      return step?.template !== null && (step?.trigger.days ?? 0) > 0;
    };
    const days = [...new Set(went.filter(({ step }) => isDemand(step)).map(({ on }) => on))];
    if (at.lastDemandOn !== null) days.unshift(at.lastDemandOn);
    days.forEach((on, index) => {
      const before = days[index - 1];
      if (before !== undefined) expect(on >= addDays(before, demandEveryDays)).toBe(true);
    });
  });

  lives("no item has a step twice", ({ at }) => {
    for (const { had } of at.items) {
      expect(new Set(had.map(({ step }) => step)).size).toBe(had.length);
    }
  });

  lives("no invoice is reminded oftener than the policy says", ({ at }, { policy }) => {
    for (const { had } of at.items) {
      const reminders = had.filter(({ track }) => track === "reminder");
      expect(reminders.length).toBeLessThanOrEqual(policy.remindersPerInvoice);
    }
  });
});

const policy = policyNamed("standard-b2b");
const frame: Frame = { policy, calendar: china, entry: fromTheStart };
const plan = (at: CustomerAccount, today: string, entry = fromTheStart) =>
  planOn(at, { ...frame, entry }, day(today));
const brief = ({ steps }: DunningPlan) =>
  steps.map(({ step, items }) => [step, ...items.map(({ id, markStep }) => `${id} ${markStep}`)]);
const left = ({ skips }: DunningPlan) =>
  skips.map(({ reason, step, items }) => [reason, step, ...items.map(({ id }) => id)]);

describe("one letter for a customer", () => {
  const had16 = [had("first-letter", "2026-04-01"), had("reason-inquiry", "2026-04-07", "task")];
  const old = item("A", "2026-03-31", "5000.00", { had: had16 });
  const fresh = item("B", "2026-04-15", "800.00");

  test("takes the furthest item's step, lists all that is overdue, moves each its own way", () => {
    const today = plan(account([old, fresh]), "2026-04-16");
    expect(brief(today)).toEqual([
      ["second-letter", "A second-letter", "B first-letter"],
      ["first-call", "A null", "B first-call"],
    ]);
    expect(today.steps[0]?.totals).toEqual([moneyOf("5800.00", "CNY")]);
    expect(today.steps[0]?.items.map(({ days }) => days)).toEqual([16, 1]);
    expect(today.steps[0]).toMatchObject({
      stage: "early",
      channel: "email",
      template: "second-demand",
      tone: "firm",
      recipient: "clerk",
      releasedBy: "itself",
    });
  });

  test("says the age of the item that leads, the trigger, and that it was caught up", () => {
    expect(plan(account([old]), "2026-04-17").steps[0]?.because).toEqual([
      { code: "days_past_due", item: "A", days: 17 },
      { code: "trigger", step: "second-letter", trigger: { unit: "days", days: 15 } },
      { code: "caught_up", missedSince: "2026-04-15" },
    ]);
  });

  test("waits for the first free day after the last one", () => {
    const at = account([old, fresh], { lastDemandOn: day("2026-04-12") });
    const today = plan(at, "2026-04-16");
    expect(left(today)).toEqual([["frequency", "second-letter", "A", "B"]]);
    expect(today.skips[0]?.because).toEqual([
      { code: "frequency", lastOn: "2026-04-12", everyDays: 7, freeOn: "2026-04-19" },
    ]);
    expect(plan({ ...at, lastDemandOn: day("2026-04-09") }, "2026-04-16").steps[0]?.step).toBe(
      "second-letter",
    );
  });
});

test("a gap of sixty days is caught up by one letter, and the next one a week later", () => {
  const at = account([
    item("A", "2026-01-30", "5000.00", { had: [had("first-letter", "2026-02-02")] }),
  ]);
  const { went } = live(at, frame, day("2026-04-07"), 15, true);
  expect(went.filter(({ step }) => step.endsWith("letter") || step.endsWith("notice"))).toEqual([
    { on: "2026-04-07", step: "second-letter", items: ["A second-letter"] },
    { on: "2026-04-14", step: "formal-letter", items: ["A formal-letter"] },
    { on: "2026-04-21", step: "final-notice", items: ["A final-notice"] },
  ]);
});

describe("before the due day", () => {
  const large = item("A", "2026-03-31", "250000.00");

  test("a reminder a week and three working days before, a check call for large invoices", () => {
    const { went } = live(account([large]), frame, day("2026-03-20"), 11, true);
    expect(went).toEqual([
      { on: "2026-03-24", step: "check-call", items: ["A check-call"] },
      { on: "2026-03-24", step: "reminder-7d", items: ["A reminder-7d"] },
      { on: "2026-03-26", step: "reminder-3wd", items: ["A reminder-3wd"] },
    ]);
    expect(
      live(
        account([{ ...large, open: money(9_999_999n, large.currency).minor }]),
        frame,
        day("2026-03-20"),
        11,
        true,
      ).went.map(({ step }) => step),
    ).toEqual(["reminder-7d", "reminder-3wd"]);
  });

  test("counts working days over 春节 and says so", () => {
    const today = plan(
      account([
        item("A", "2026-02-27", "100.00", { had: [had("reminder-7d", "2026-02-14", "reminder")] }),
      ]),
      "2026-02-14",
    );
    expect(today.steps).toEqual([]);
    const due = account([
      item("A", "2026-02-26", "100.00", { had: [had("reminder-7d", "2026-02-13", "reminder")] }),
    ]);
    expect(plan(due, "2026-02-14").steps[0]?.because[0]).toEqual({
      code: "working_days_before_due",
      item: "A",
      days: 3,
    });
  });

  test("is void from the day after it", () => {
    expect(brief(plan(account([large]), "2026-03-31"))).toEqual([
      ["check-call", "A check-call"],
      ["reminder-3wd", "A reminder-3wd"],
    ]);
    expect(plan(account([large]), "2026-04-01").steps.map(({ step }) => step)).toEqual([
      "first-letter",
      "first-call",
    ]);
  });

  test("a reminder gives way to a demand of the same day and goes the next working day", () => {
    const at = account([item("A", "2026-03-31", "5000.00"), item("B", "2026-04-08", "5000.00")]);
    const today = plan(at, "2026-04-01");
    expect(today.steps.map(({ step }) => step)).toEqual(["first-letter", "first-call"]);
    expect(left(today)).toEqual([["one_message_a_day", "reminder-7d", "B"]]);
    expect(brief(plan(carriedOut(at, today, day("2026-04-01")), "2026-04-02"))).toEqual([
      ["reminder-3wd", "B reminder-3wd"],
    ]);
  });

  test("a demand waits when a reminder has gone today", () => {
    const at = account([item("A", "2026-03-31", "5000.00")], { lastReminderOn: day("2026-04-01") });
    expect(left(plan(at, "2026-04-01"))).toEqual([["one_message_a_day", "first-letter", "A"]]);
  });
});

describe("items overdue on the creditor's first day", () => {
  const items = [item("A", "2025-01-10", "5000.00"), item("B", "2026-03-20", "5000.00")];
  const liveOn = day("2026-04-01");

  test("all begin with the first letter, and the ladder counts from it", () => {
    const entry = { liveOn, entry: "first_letter" };
    const first = plan(account(items), "2026-04-01", entry);
    expect(brief(first)).toEqual([
      ["first-letter", "A first-letter", "B first-letter"],
      ["first-call", "A first-call", "B first-call"],
    ]);
    expect(first.steps[0]?.because).toContainEqual({ code: "entry", ...entry });
    const { went } = live(account(items), { ...frame, entry }, liveOn, 60, false);
    expect(went.map(({ on, step }) => `${on} ${step}`)).toEqual([
      "2026-04-01 first-letter",
      "2026-04-01 first-call",
      "2026-04-07 reason-inquiry",
      "2026-04-15 second-letter",
      "2026-04-22 second-call",
      "2026-05-06 formal-letter",
      "2026-05-06 finance-head-call",
      "2026-05-08 weekly-call",
      "2026-05-22 management-call",
    ]);
  });

  test("enter by their age when a person says so, the steps before it taken as had", () => {
    expect(brief(plan(account(items), "2026-04-01", { liveOn, entry: "by_age" }))).toEqual([
      ["final-notice", "A final-notice", "B first-letter"],
      ["legal-review", "A legal-review", "B reason-inquiry"],
    ]);
  });

  test("enter with the step a person names", () => {
    const entry = { liveOn, entry: "formal-letter" };
    expect(brief(plan(account(items), "2026-04-01", entry))).toEqual([
      ["formal-letter", "A formal-letter", "B formal-letter"],
      ["finance-head-call", "A finance-head-call", "B finance-head-call"],
    ]);
  });
});

describe("what is left out is named", () => {
  const a = item("A", "2026-03-31", "5000.00");
  const b = item("B", "2026-03-31", "3000.00");
  const on = "2026-04-01";

  test("a hold, with its kind and end, on which the customer is looked at again", () => {
    const today = plan(account([a], { holds: [hold(null, "2026-03-01", "2026-05-01")] }), on);
    expect(today).toEqual({
      steps: [],
      skips: [
        {
          step: "first-letter",
          reason: "held",
          items: [
            {
              id: "A",
              number: "A",
              currency: "CNY",
              dueOn: "2026-03-31",
              open: 500_000n,
              days: 1,
              left: 500_000n,
            },
          ],
          because: [{ code: "held", item: "A", kind: "internal", until: "2026-05-01" }],
        },
      ],
      wakeOn: "2026-04-07",
    });
  });

  test("a dispute; the rest is chased", () => {
    const today = plan(
      account([a, b], { disputes: [dispute("A", "2000.00"), dispute("B", "3000.00")] }),
      on,
    );
    expect(today.steps[0]?.items.map(({ id, open, chased }) => [id, open, chased])).toEqual([
      ["A", 500_000n, 300_000n],
    ]);
    expect(today.skips).toMatchObject([
      {
        reason: "disputed",
        because: [
          { code: "disputed", item: "A", amount: 200_000n },
          { code: "disputed", item: "B", amount: 300_000n },
        ],
      },
    ]);
  });

  test("a promise until it is judged; broken, it stands among the reasons", () => {
    const promised = promise({ A: ["5000.00", "5000.00"] }, "2026-04-02");
    expect(left(plan(account([a], { promises: [promised] }), on))).toEqual([
      ["promised", "first-letter", "A"],
    ]);
    expect(plan(account([a], { promises: [promised] }), on).wakeOn).toBe("2026-04-06");
    const broken = { ...promised, state: "broken" as const, judgedOn: day("2026-04-06") };
    expect(
      plan(account([a], { promises: [broken] }), "2026-04-07").steps[0]?.because,
    ).toContainEqual({ code: "promise_broken", promise: "promise", judgedOn: "2026-04-06" });
  });

  test("money that is here already", () => {
    const covering = account([a, b], { unapplied: [moneyOf("8000.00", "CNY")] });
    expect(left(plan(covering, on))).toEqual([["covered_by_unapplied", "first-letter", "A", "B"]]);
    expect(plan(covering, on).skips[0]?.because).toEqual([
      { code: "covered_by_unapplied", currency: "CNY", unapplied: 800_000n, due: 800_000n },
    ]);
    const short = account([a, b], { unapplied: [moneyOf("7999.99", "CNY")] });
    expect(plan(short, on).steps[0]?.totals).toEqual([moneyOf("8000.00", "CNY")]);
  });

  test("small amounts, and steps that wait for evidence", () => {
    const small = plan(account([item("A", "2026-03-31", "99.99")]), on);
    expect(small.skips.map(({ because }) => because)).toEqual([
      [
        {
          code: "below_minimum",
          step: "first-letter",
          currency: "CNY",
          due: 9999n,
          minimum: 10_000n,
        },
      ],
      [
        {
          code: "below_minimum",
          step: "first-call",
          currency: "CNY",
          due: 9999n,
          minimum: 100_000n,
        },
      ],
    ]);
    const ancient = item("A", "2025-01-31", "50000.00", {
      had: [had("final-notice", "2025-05-01"), had("hand-over", "2025-07-01", "task")],
    });
    expect(left(plan(account([ancient]), on))).toEqual([
      ["no_evidence_case", "write-off-proposal", "A"],
    ]);
  });

  test("grace of a good payer, with the day it ends", () => {
    const today = plan(account([a], { grade: "A" }), "2026-04-03");
    expect(today.skips).toMatchObject([
      {
        reason: "grace",
        step: "first-letter",
        because: [{ code: "grace", item: "A", grade: "A", days: 5, until: "2026-04-06" }],
      },
    ]);
    expect(today.wakeOn).toBe("2026-04-06");
    const first = plan(account([a], { grade: "A" }), "2026-04-07");
    expect(first.steps[0]?.because).toEqual([
      { code: "days_past_due", item: "A", days: 7 },
      { code: "trigger", step: "first-letter", trigger: { unit: "days", days: 1 } },
      { code: "grace", grade: "A", days: 5 },
    ]);
  });

  test("no grace for a grade the policy doesn't name, nor small sums of the first day", () => {
    const bare = { ...frame, policy: { ...policy, graceDays: {} } };
    const first = planOn(account([a], { grade: "A" }), bare, day(on));
    expect(first.steps.map(({ step }) => step)).toEqual(["first-letter", "first-call"]);
    const entry = { liveOn: day(on), entry: "first_letter" };
    expect(left(plan(account([a], { grade: "A" }), on, entry))).toEqual([
      ["grace", "first-letter", "A"],
    ]);
  });

  test("a day off", () => {
    const today = plan(account([a]), "2026-04-04");
    expect(left(today)).toEqual([
      ["not_a_working_day", "first-letter", "A"],
      ["not_a_working_day", "first-call", "A"],
    ]);
    expect(today.wakeOn).toBe("2026-04-07");
  });
});

test("nothing open, nothing to do, never woken", () => {
  expect(plan(account([]), "2026-04-01")).toEqual({ steps: [], skips: [], wakeOn: null });
});
