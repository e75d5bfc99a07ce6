/** What a contact log entry may say. */
import { expect, test } from "vitest";
import { plainDate } from "../values/calendar.ts";
import { judgeContact, OUTCOMES } from "./contact-log.ts";

const today = plainDate("2026-04-01");
const offer = { outcome: "reached", said: null, overdueReason: null, followUpOn: null };

test("every outcome we know is accepted, any other is refused by name", () => {
  for (const outcome of OUTCOMES) {
    expect(judgeContact({ ...offer, outcome }, today).ok).toBe(true);
  }
  expect(judgeContact({ ...offer, outcome: "shouted" }, today)).toEqual({
    ok: false,
    refusal: { code: "outcome_unknown", outcome: "shouted" },
  });
});

test("a follow-up is tomorrow at the earliest and within 92 days", () => {
  const on = (day: string) => judgeContact({ ...offer, followUpOn: plainDate(day) }, today);
  expect(on("2026-04-01")).toMatchObject({ refusal: { code: "follow_up_has_passed" } });
  expect(on("2026-04-02").ok).toBe(true);
  expect(on("2026-07-02").ok).toBe(true);
  expect(on("2026-07-03")).toMatchObject({
    refusal: { code: "follow_up_too_far_ahead", latest: "2026-07-02" },
  });
});

test("what was said is kept without the blanks around it; blanks alone are nothing", () => {
  expect(judgeContact({ ...offer, said: "  周五付款 " }, today)).toMatchObject({
    value: { said: "周五付款" },
  });
  expect(judgeContact({ ...offer, said: "  " }, today)).toMatchObject({ value: { said: null } });
});
