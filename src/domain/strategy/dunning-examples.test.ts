/** The plan by examples: one letter, a gap, reminders, the items of the first day. */
import { describe, expect, test } from "vitest";
import {
  account,
  carriedOut,
  china,
  day,
  type Frame,
  fromTheStart,
  had,
  item,
  live,
  planOn,
  policyNamed,
} from "../../../test/kit/dunning.ts";
import { money, moneyOf } from "../values/money.ts";
import type { CustomerAccount } from "./dunning-account.ts";
import type { DunningPlan } from "./dunning-plan.ts";
import type { Policy } from "./policy.ts";

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

  test("of several with the same step the oldest gives the reason", () => {
    const at = account([item("B", "2026-03-31", "500.00"), item("A", "2026-03-30", "500.00")]);
    expect(plan(at, "2026-04-01").steps[0]?.because[0]).toMatchObject({ item: "A", days: 2 });
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

test("what was had today lets the step after it come tomorrow", () => {
  const marks = [had("second-letter", "2026-07-01"), had("formal-letter", "2026-07-30")];
  const at = account([item("A", "2026-03-31", "50000.00", { had: marks })]);
  const today = plan(at, "2026-07-30");
  expect(today.steps.map(({ step }) => step)).toEqual(["legal-review"]);
  const reviewed = carriedOut(at, today, day("2026-07-30"));
  expect(plan(reviewed, "2026-07-30")).toMatchObject({ steps: [], wakeOn: "2026-07-31" });
  expect(plan(reviewed, "2026-07-31").steps.map(({ step }) => step)).toEqual([
    "final-notice",
    "hand-over",
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

  test("having given way isn't having been missed", () => {
    const at = account([item("A", "2026-04-07", "5000.00"), item("B", "2026-04-15", "5000.00")]);
    const today = plan(at, "2026-04-08");
    expect(left(today)).toEqual([["one_message_a_day", "reminder-7d", "B"]]);
    const next = plan(carriedOut(at, today, day("2026-04-08")), "2026-04-09");
    expect(
      next.steps.map(({ step, because }) => [step, ...because.map(({ code }) => code)]),
    ).toEqual([["reminder-7d", "days_before_due", "trigger"]]);
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

  test("what they enter with is not taken as had, however long it is held up", () => {
    const at = account([item("A", "2026-02-20", "5000.00")]);
    const entry = { liveOn, entry: "by_age" };
    expect(plan(at, "2026-04-01", entry).steps[0]?.step).toBe("formal-letter");
    expect(plan(at, "2026-05-11", entry).steps[0]?.step).toBe("formal-letter");
  });

  test("enter with the step a person names", () => {
    const entry = { liveOn, entry: "formal-letter" };
    expect(brief(plan(account(items), "2026-04-01", entry))).toEqual([
      ["formal-letter", "A formal-letter", "B formal-letter"],
      ["finance-head-call", "A finance-head-call", "B finance-head-call"],
    ]);
  });
});

test("a first-day call in working days goes with the letter, not after it on the same day", () => {
  const triggers: Readonly<Record<string, Policy["steps"][number]["trigger"]>> = {
    "first-letter": { unit: "days", days: 3 },
    "first-call": { unit: "working_days", days: 3 },
  };
  const steps = policy.steps
    .filter(({ key }) => key in triggers)
    .map((step) => ({ ...step, trigger: triggers[step.key] ?? step.trigger }));
  const entry = { liveOn: day("2026-02-13"), entry: "first_letter" };
  const first: Frame = { policy: { ...policy, steps }, calendar: china, entry };
  const at = account([item("A", "2026-01-28", "5000.00")]);
  const planned = planOn(at, first, day("2026-02-13"));
  expect(planned.steps.map(({ step }) => step)).toEqual(["first-letter", "first-call"]);
  const after = carriedOut(at, planned, day("2026-02-13"));
  expect(planOn(after, first, day("2026-02-13")).steps).toEqual([]);
});
