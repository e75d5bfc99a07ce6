/** Which verbs a stored line of the plan allows. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "../values/calendar.ts";
import { canDrop, canLogOutcome, canRelease, canUndo, type StoredStep } from "./plan-step.ts";

const today = plainDate("2026-04-01");
const yesterday = plainDate("2026-03-31");
const step = (change: Partial<StoredStep>): StoredStep => ({
  day: today,
  track: "demand",
  state: "planned",
  messageState: null,
  ...change,
});

const anyStep: fc.Arbitrary<StoredStep> = fc.record({
  day: fc.constantFrom(today, yesterday),
  track: fc.constantFrom("reminder" as const, "demand" as const, "task" as const),
  state: fc.constantFrom(...(["planned", "released", "done", "dropped", "superseded"] as const)),
  messageState: fc.constantFrom(null, "queued", "composed", "sending", "sent", "failed"),
});

describe("whatever the line", () => {
  test("what can be released or dropped cannot be undone, and the other way round", () =>
    fc.assert(
      fc.property(anyStep, (any) => {
        const waits = canRelease(any, today) === true || canDrop(any) === true;
        expect(waits && canUndo(any) === true).toBe(false);
      }),
    ));

  test("a line that is done or superseded allows nothing", () =>
    fc.assert(
      fc.property(
        anyStep,
        fc.constantFrom("done" as const, "superseded" as const),
        (any, state) => {
          const ended = { ...any, state };
          const verdicts = [canRelease(ended, today), canDrop(ended), canUndo(ended)];
          expect([...verdicts, canLogOutcome(ended)]).not.toContain(true);
        },
      ),
    ));
});

test("a line of today that waits is released or dropped", () => {
  expect(canRelease(step({}), today)).toBe(true);
  expect(canDrop(step({}))).toBe(true);
  expect(canUndo(step({}))).toEqual({ code: "step_not_waiting", state: "planned" });
});

test("yesterday's line is not released: its figures are yesterday's", () => {
  const refusal = { code: "step_of_another_day", day: yesterday, today };
  expect(canRelease(step({ day: yesterday }), today)).toEqual(refusal);
  expect(canDrop(step({ day: yesterday }))).toBe(true);
});

test("a letter that was sent cannot be taken back", () => {
  const sent = step({ state: "released", messageState: "sent" });
  expect(canUndo(sent)).toEqual({ code: "message_gone", state: "sent" });
  expect(canUndo({ ...sent, messageState: "queued" })).toBe(true);
  expect(canUndo({ ...sent, messageState: "composed" })).toBe(true);
  expect(canUndo(step({ state: "dropped" }))).toBe(true);
});

test("an outcome is logged of a task on the list, of nothing else", () => {
  expect(canLogOutcome(step({ track: "task", state: "released" }))).toBe(true);
  expect(canLogOutcome(step({ state: "released" }))).toEqual({ code: "not_a_task" });
  expect(canLogOutcome(step({ track: "task" }))).toEqual({
    code: "task_not_waiting",
    state: "planned",
  });
});
