/** Where an item stands: days, grace, the first day's items, steps the policy no longer knows. */
import { describe, expect, test } from "vitest";
import { account, china, day, had, item, policyNamed } from "../../../test/kit/dunning.ts";
import { epochDay } from "../values/calendar.ts";
import { compilePolicy } from "./compiled-policy.ts";
import type { AccountItem, LadderEntry } from "./dunning-account.ts";
import { assumedBelow, type DunningDay, entryOf, standingOf, triggerDay } from "./standing.ts";
import { dayCountOf } from "./working-days.ts";

const policy = compilePolicy(policyNamed("standard-b2b"));
const started: LadderEntry = { liveOn: day("2025-01-01"), entry: "first_letter" };

function dayOf(today: string, chosen = started, graceDays = 0): DunningDay {
  return {
    account: account([]),
    policy,
    count: dayCountOf(china),
    today: day(today),
    day: epochDay(day(today)),
    graceDays,
    entry: entryOf(policy, chosen),
    totals: new Map(),
  };
}

const standing = (owed: AccountItem, at: DunningDay) => standingOf(owed, at);
const key = (step: string) => policy.byKey.get(step)!;

test("due today is not due; grace runs through its last day", () => {
  const owed = item("A", "2026-03-31", "1.00");
  expect(standing(owed, dayOf("2026-03-31")).days).toBe(0);
  const grace = (today: string) => standing(owed, dayOf(today, started, 5)).inGrace;
  expect(["2026-03-31", "2026-04-01", "2026-04-05", "2026-04-06"].map(grace)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test("triggers before due count from the due day, those after it from the end of grace", () => {
  const at = dayOf("2026-03-31", started, 5);
  const owed = standing(item("A", "2026-03-31", "1.00"), at);
  const comes = (step: string) => triggerDay(key(step), owed, at.count) - owed.dueDay;
  expect(comes("reminder-7d")).toBe(-7);
  expect(comes("reminder-3wd")).toBe(-5);
  expect(comes("first-letter")).toBe(6);
});

describe("what it has had", () => {
  const marks = [
    had("reminder-7d", "2026-03-24", "reminder"),
    had("reminder-3wd", "2026-03-26", "reminder", true),
    had("second-letter", "2026-04-16"),
    had("first-letter", "2026-04-01"),
    had("reason-inquiry", "2026-04-20", "task"),
  ];
  const owed = item("A", "2026-03-31", "1.00", { had: marks });

  test("is the furthest of each ladder, and what was passed over is no reminder", () => {
    expect(standing(owed, dayOf("2026-04-20")).marks).toEqual({
      had: { reminder: 1, check: -1, demand: 1, task: 1 },
      hadBefore: { reminder: 1, check: -1, demand: 1, task: -1 },
      hadToday: true,
      remindersHad: 1,
      lastDemandOn: "2026-04-16",
    });
  });

  test("a step the policy no longer knows counts as the furthest that had come that day", () => {
    const old = item("A", "2026-03-31", "1.00", {
      had: [
        had("old-reminder", "2026-03-25", "reminder"),
        had("old-check", "2026-03-25", "task"),
        had("old-letter", "2026-04-17"),
        had("old-call", "2026-04-08", "task"),
      ],
    });
    expect(standing(old, dayOf("2026-04-20")).marks.had).toEqual({
      reminder: 0,
      check: 0,
      demand: 1,
      task: 1,
    });
  });
});

describe("an item overdue on the first day", () => {
  const old = item("A", "2025-01-31", "1.00");
  const first: LadderEntry = { liveOn: day("2026-04-01"), entry: "first_letter" };

  test("waits at its entry until its first demand, then counts from it", () => {
    const fresh = standing(old, dayOf("2026-04-01", first));
    expect([fresh.legacy, fresh.frozen]).toEqual([true, true]);
    const marked = {
      ...old,
      had: [had("second-letter", "2026-05-08"), had("first-letter", "2026-04-02")],
    };
    const moved = standing(marked, dayOf("2026-05-10", first));
    expect([moved.legacy, moved.frozen]).toEqual([true, false]);
    expect(moved.dayZero).toBe(epochDay(day("2026-04-01")));
    const renamed = {
      ...old,
      had: [had("old-first", "2026-04-02"), had("old-call", "2026-04-02", "task")],
    };
    expect(standing(renamed, dayOf("2026-05-10", first)).marks.had).toMatchObject({
      demand: 0,
      task: 0,
    });
  });

  test("an item due on that day is none of them", () => {
    const letter = { had: [had("first-letter", "2026-04-20")] };
    const dueThen = standing(item("A", "2026-04-01", "1.00", letter), dayOf("2026-04-25", first));
    expect(dueThen.dayZero).toBe(dueThen.dueDay);
    expect(standing(item("A", "2026-04-01", "1.00"), dayOf("2026-04-05", first)).legacy).toBe(
      false,
    );
  });

  test("enters at the step chosen; a task or an unknown key means the first demand", () => {
    const entry = (chosen: string) => entryOf(policy, { liveOn: day("2026-04-01"), entry: chosen });
    expect(entry("formal-letter").step).toBe(key("formal-letter"));
    expect(entry("first_letter").step).toBe(key("first-letter"));
    expect(entry("visit").step).toBe(key("first-letter"));
    expect(entry("nought").step).toBe(key("first-letter"));
    expect(entry("by_age").step).toBeNull();
    const tasks = compilePolicy({
      ...policy.policy,
      steps: [policyNamed("standard-b2b").steps[4]!],
    });
    expect(entryOf(tasks, first).step).toBeNull();
  });

  test("counts as having had what is below where it enters", () => {
    const below = (owed: AccountItem, chosen: LadderEntry) => {
      const at = dayOf("2026-04-10", chosen);
      return assumedBelow(standing(owed, at), at);
    };
    const byAge: LadderEntry = { liveOn: day("2026-04-01"), entry: "by_age" };
    expect(below(old, first)).toBe(1);
    expect(below(old, byAge)).toBe(75);
    expect(below(item("A", "2026-03-12", "1.00"), byAge)).toBe(15);
    const none = Number.NEGATIVE_INFINITY;
    expect(below(item("A", "2026-04-05", "1.00"), byAge)).toBe(none);
    const tasks = {
      ...dayOf("2026-04-10", byAge),
      policy: compilePolicy({ ...policy.policy, steps: [] }),
    };
    expect(assumedBelow(standingOf(old, tasks), tasks)).toBe(none);
  });
});
