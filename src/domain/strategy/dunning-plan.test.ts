/** What the plan holds to whatever the policy and the book, on one day and over four months. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyAccount, anyEntry, anyPolicy, TODAY } from "../../../test/kit/any-dunning.ts";
import {
  carriedOut,
  china,
  day,
  type Frame,
  fromTheStart,
  live,
  planOn,
} from "../../../test/kit/dunning.ts";
import { addDays, addWorkingDays, type PlainDate } from "../values/calendar.ts";
import type { ItemId } from "../values/ids.ts";
import { money } from "../values/money.ts";
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

/** Whether a promise for an item failed: its next step may go before its day. */
const wasBroken = ({ promises }: CustomerAccount, id: ItemId): boolean =>
  promises.some(({ state, items }) => state === "broken" && items[0]?.item === id);

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
          for (const { id, markStep, dueOn } of items) {
            const step = policy.steps.find(({ key }) => key === markStep);
            if (step === undefined || wasBroken(at, id)) continue;
            expect(comesOn(step, dueOn, graceOf(at, policy)) <= today).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  holds("nothing is chased that is held, disputed, planned or promised", (at, _f, plan, today) => {
    const held = at.holds.filter(
      ({ from, until }) => from <= today && (until === null || today < until),
    );
    for (const { id, chased, open, currency } of plan.steps.flatMap(({ items }) => items)) {
      expect(held.some((hold) => hold.item === null || hold.item === id)).toBe(false);
      const disputed = at.disputes.filter((raised) => raised.item === id);
      const promised = at.promises.filter(
        ({ state, judgeOn, items }) => state === "open" && today < judgeOn && items[0]?.item === id,
      );
      const planned = at.planned.filter(
        ({ item, until }) => item === id && (until === null || today < until),
      );
      const rests = [
        ...planned.map(({ amount }) => amount),
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
