/** What may be set on a case, and what is refused. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, plainDate } from "../values/calendar.ts";
import { canCancel, canWake, caseOpen, judgeCallBack, judgeSnooze } from "./case-acts.ts";

const TODAY = plainDate("2026-04-01");
const OPEN = { snoozedUntil: null, callBackOn: null };
const day = (from: number) => addDays(TODAY, from);
const codeOf = (judged: { ok: boolean; refusal?: { code: string } }) =>
  judged.ok ? "ok" : judged.refusal?.code;

test("nothing is set where there is no open case", () => {
  const refusal = { code: "case_not_open" };
  expect(caseOpen(null)).toEqual(refusal);
  expect(judgeSnooze({ until: day(1), reason: "等" }, null, TODAY)).toMatchObject({ refusal });
  expect(judgeCallBack({ on: day(1), at: null, note: null }, null, TODAY)).toMatchObject({
    refusal,
  });
  expect(canWake(null)).toEqual(refusal);
  expect(canCancel(null)).toEqual(refusal);
});

describe("a snooze", () => {
  const snooze = (until: number, reason = "出差") =>
    codeOf(judgeSnooze({ until: day(until), reason }, OPEN, TODAY));
  test("is for one to fourteen days, with a reason", () => {
    expect([0, 1, 14, 15].map((until) => snooze(until))).toEqual([
      "snooze_has_passed",
      "ok",
      "ok",
      "snooze_too_long",
    ]);
    expect(snooze(3, "  ")).toBe("reason_missing");
  });
  test("is never taken outside that window", () =>
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (until) => {
        expect(snooze(until) === "ok").toBe(until >= 1 && until <= 14);
      }),
    ));
  test("is undone only where there is one", () => {
    expect(canWake(OPEN)).toEqual({ code: "case_not_snoozed" });
    expect(canWake({ ...OPEN, snoozedUntil: day(2) })).toBe(true);
  });
});

describe("a call-back", () => {
  const callBack = (on: number, snoozedUntil: number | null = null) =>
    judgeCallBack(
      { on: day(on), at: "15:30", note: null },
      { ...OPEN, snoozedUntil: snoozedUntil === null ? null : day(snoozedUntil) },
      TODAY,
    );
  test("is today at the earliest and within a quarter", () => {
    expect([-1, 0, 92, 93].map((on) => codeOf(callBack(on)))).toEqual([
      "call_back_has_passed",
      "ok",
      "ok",
      "call_back_too_far_ahead",
    ]);
  });
  test("before a snooze's end wakes the customer", () => {
    expect(callBack(2, 5)).toMatchObject({ value: { endsSnooze: true } });
    expect(callBack(5, 5)).toMatchObject({ value: { endsSnooze: false } });
    expect(callBack(5)).toMatchObject({ value: { endsSnooze: false } });
  });
  test("is taken back only where there is one", () => {
    expect(canCancel(OPEN)).toEqual({ code: "no_call_back" });
    expect(canCancel({ ...OPEN, callBackOn: TODAY })).toBe(true);
  });
});
