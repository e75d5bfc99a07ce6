/** Gates: frequency, one message a day, days off; each knows when it opens. */
import { describe, expect, test } from "vitest";
import {
  account,
  china,
  day,
  dunningDay,
  fromTheStart,
  item,
  planOn,
  policyNamed,
} from "../../../test/kit/dunning.ts";
import { fromEpochDay } from "../values/calendar.ts";
import type { LadderName } from "./compiled-policy.ts";
import type { CustomerAccount } from "./dunning-account.ts";
import { findGate } from "./gates.ts";
import { placeOn } from "./ladder.ts";
import type { PolicyStep } from "./policy.ts";
import { standingOf } from "./standing.ts";

const frame = { policy: policyNamed("standard-b2b"), calendar: china, entry: fromTheStart };
const owed = item("A", "2026-03-31", "5000.00");

/** The gate before the first step of a ladder, with what was planned before it today. */
function gate(
  name: LadderName,
  today: string,
  rest: Partial<CustomerAccount> = {},
  change: Partial<PolicyStep> = {},
) {
  const at = dunningDay(account([owed], rest), frame, day(today));
  const ladder = at.policy.ladders[name];
  const own = ladder.steps[0]!;
  const step = { ...own, step: { ...own.step, ...change } };
  const standing = standingOf(owed, at);
  const line = { at: standing, place: placeOn(ladder, standing, at) };
  const found = findGate({ ladder, step, lead: line, lines: [line] }, [], at);
  return found === null ? null : `${found.reason} until ${fromEpochDay(found.freeDay)}`;
}

test("a demand waits seven days after the last one, a task doesn't", () => {
  const lastDemandOn = day("2026-04-08");
  expect(gate("demand", "2026-04-14", { lastDemandOn })).toBe("frequency until 2026-04-15");
  expect(gate("demand", "2026-04-15", { lastDemandOn })).toBeNull();
  expect(gate("task", "2026-04-14", { lastDemandOn })).toBeNull();
});

describe("one message a day", () => {
  const today = "2026-04-03";

  test("whichever went first", () => {
    const until = "one_message_a_day until 2026-04-07";
    expect(gate("demand", today, { lastReminderOn: day(today) })).toBe(until);
    expect(gate("reminder", today, { lastReminderOn: day(today) })).toBe(until);
    expect(gate("reminder", today, { lastDemandOn: day(today) })).toBe(until);
    expect(gate("check", today, { lastReminderOn: day(today) })).toBeNull();
    expect(gate("reminder", today, { lastDemandOn: day("2026-04-02") })).toBeNull();
  });

  test("a demand that is only planned counts too", () => {
    const at = account([owed]);
    const { steps } = planOn(at, frame, day("2026-04-01"));
    const context = dunningDay(at, frame, day("2026-04-01"));
    const ladder = context.policy.ladders.reminder;
    const standing = standingOf(owed, context);
    const line = { at: standing, place: placeOn(ladder, standing, context) };
    const proposal = { ladder, step: ladder.steps[0]!, lead: line, lines: [line] };
    expect(findGate(proposal, steps, context)?.reason).toBe("one_message_a_day");
    const tasks = steps.filter(({ track }) => track === "task");
    expect(findGate(proposal, tasks, context)).toBeNull();
  });
});

test("on a day off everything but the post waits for the next working day", () => {
  const until = "not_a_working_day until 2026-04-07";
  expect(gate("demand", "2026-04-04")).toBe(until);
  expect(gate("task", "2026-04-06")).toBe(until);
  expect(gate("demand", "2026-04-04", {}, { channel: "letter" })).toBeNull();
  expect(gate("demand", "2026-04-04", {}, { channel: "letter", releasedBy: "person" })).toBe(until);
});
