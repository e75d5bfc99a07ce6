/** What a contact log entry may say. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Instant, plainDate } from "../values/calendar.ts";
import {
  CONTACT_CHANNELS,
  isSpoken,
  isWilful,
  judgeContact,
  OUTCOMES,
  OVERDUE_REASONS,
} from "./contact-log.ts";

const today = plainDate("2026-04-01");
const now = "2026-04-01T02:00:00.000Z" as Instant;
const offer = { outcome: "reached", said: null, overdueReason: null, followUpOn: null };
const judge = (given: object) => judgeContact({ ...offer, ...given }, today, now);

test("every outcome we know is accepted, any other is refused by name", () => {
  for (const outcome of OUTCOMES) expect(judge({ outcome }).ok).toBe(true);
  expect(judge({ outcome: "shouted" })).toEqual({
    ok: false,
    refusal: { code: "outcome_unknown", outcome: "shouted" },
  });
});

describe("a follow-up", () => {
  const on = (day: string, followUpAt: string | null = null) =>
    judge({ followUpOn: plainDate(day), followUpAt });

  test("is tomorrow at the earliest and within 92 days", () => {
    expect(on("2026-04-01")).toMatchObject({ refusal: { code: "follow_up_has_passed" } });
    expect(on("2026-04-02").ok).toBe(true);
    expect(on("2026-07-02").ok).toBe(true);
    expect(on("2026-07-03")).toMatchObject({
      refusal: { code: "follow_up_too_far_ahead", latest: "2026-07-02" },
    });
  });

  test("may be today where an hour is named, and an hour needs its day", () => {
    expect(on("2026-04-01", "15:00")).toMatchObject({ value: { followUpAt: "15:00" } });
    expect(on("2026-03-31", "15:00")).toMatchObject({
      refusal: { code: "follow_up_has_passed" },
    });
    expect(judge({ followUpAt: "15:00" })).toMatchObject({
      refusal: { code: "follow_up_hour_without_day" },
    });
  });
});

test("what was said is kept without the blanks around it; blanks alone are nothing", () => {
  expect(judge({ said: "  周五付款 " })).toMatchObject({ value: { said: "周五付款" } });
  expect(judge({ said: "  " })).toMatchObject({ value: { said: null } });
});

describe("when it happened", () => {
  const at = (happenedAt: string) => judge({ happenedAt });

  test("is now or before, and at most 31 days ago", () => {
    expect(at("2026-04-01T01:00:00.000Z")).toMatchObject({
      value: { happenedAt: "2026-04-01T01:00:00.000Z" },
    });
    expect(at("2026-04-01T02:00:01.000Z")).toMatchObject({
      refusal: { code: "contact_in_future" },
    });
    expect(at("2026-03-01T02:00:00.000Z").ok).toBe(true);
    expect(at("2026-03-01T01:59:59.000Z")).toMatchObject({
      refusal: { code: "contact_too_long_ago", days: 31 },
    });
  });
});

describe("why the customer is late", () => {
  test("malice is wilful, all else is circumstance, unless the writer knows better", () => {
    expect(OVERDUE_REASONS.filter(isWilful)).toEqual(["malice"]);
    for (const overdueReason of OVERDUE_REASONS) {
      const reasonWilful = overdueReason === "malice";
      expect(judge({ overdueReason })).toMatchObject({ value: { reasonWilful } });
      expect(judge({ overdueReason, reasonWilful: !reasonWilful })).toMatchObject({
        value: { reasonWilful: !reasonWilful },
      });
    }
    expect(judge({})).toMatchObject({ value: { reasonWilful: null } });
  });

  test("a remark on a reason needs the reason", () => {
    expect(judge({ reasonNote: "等上游回款" })).toMatchObject({
      refusal: { code: "overdue_reason_missing" },
    });
    expect(judge({ reasonWilful: false })).toMatchObject({
      refusal: { code: "overdue_reason_missing" },
    });
  });
});

test("an entry says nothing that the writer did not say", () => {
  fc.assert(
    fc.property(fc.constantFrom(...OUTCOMES), fc.string(), (outcome, said) => {
      expect(judge({ outcome, said })).toEqual({
        ok: true,
        value: {
          outcome,
          said: said.trim() || null,
          overdueReason: null,
          followUpOn: null,
          direction: "out",
          happenedAt: null,
          numberCalled: null,
          reasonWilful: null,
          reasonNote: null,
          nextStep: null,
          followUpAt: null,
          corrects: null,
          outsideReason: null,
        },
      });
    }),
  );
});

test("nobody speaks in a review, on a dead line, or at a wrong number", () => {
  for (const outcome of OUTCOMES) expect(isSpoken("review", outcome)).toBe(false);
  for (const channel of CONTACT_CHANNELS) {
    expect(isSpoken(channel, "no_answer")).toBe(false);
    expect(isSpoken(channel, "wrong_contact")).toBe(false);
  }
  expect(isSpoken("call", "promised")).toBe(true);
});
