/** With whom an entry may say it was, and what of it went beyond the rules. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chinaCalendar } from "../countries/china.ts";
import { USUAL_CONDUCT } from "../strategy/conduct-hours.ts";
import { plainDate } from "../values/calendar.ts";
import type { ContactId } from "../values/ids.ts";
import { judgeWithWhom, outsideRules, supervises } from "./contact-conduct.ts";
import { CONTACT_CHANNELS } from "./contact-log.ts";
import { ROLES } from "./permission.ts";

const clerk = "clerk" as ContactId;
const gone = "gone" as ContactId;
const known = [
  { id: clerk, role: "clerk" as const, optedOut: false, authorised: false },
  { id: gone, role: "management" as const, optedOut: true, authorised: false },
];
const spoken = {
  contact: clerk as ContactId | null,
  person: null,
  channel: "call" as const,
  direction: "out" as const,
  outcome: "reached" as const,
};

describe("with whom", () => {
  test("a recorded person; who opted out only when they called us", () => {
    expect(judgeWithWhom(spoken, known).ok).toBe(true);
    expect(judgeWithWhom({ ...spoken, contact: gone }, known)).toEqual({
      ok: false,
      refusal: { code: "contact_opted_out" },
    });
    expect(judgeWithWhom({ ...spoken, contact: gone, direction: "in" }, known).ok).toBe(true);
  });

  test("a person of another customer is not found", () => {
    expect(judgeWithWhom({ ...spoken, contact: "other" as ContactId }, known)).toMatchObject({
      refusal: { code: "contact_not_found" },
    });
  });

  test("a free name is refused until it is recorded; a relative is refused for good", () => {
    const free = { name: "老张", role: null };
    expect(judgeWithWhom({ ...spoken, contact: null, person: free }, known)).toEqual({
      ok: false,
      refusal: { code: "contact_not_recorded", name: "老张" },
    });
    const brother = { name: "老张的弟弟", role: "relative" as const };
    const refused = judgeWithWhom({ ...spoken, contact: null, person: brother }, known);
    expect(refused).toMatchObject({ refusal: { code: "contact_not_allowed", role: "relative" } });
    expect(JSON.stringify(refused)).not.toContain("老张");
  });

  test("somebody who spoke has a name, where the customer has people to choose from", () => {
    const nobody = { ...spoken, contact: null };
    expect(judgeWithWhom(nobody, known)).toMatchObject({ refusal: { code: "contact_unnamed" } });
    expect(judgeWithWhom({ ...nobody, outcome: "no_answer" }, known).ok).toBe(true);
    expect(judgeWithWhom({ ...nobody, channel: "review" }, known).ok).toBe(true);
    expect(judgeWithWhom(nobody, known.slice(1)).ok).toBe(true);
    expect(judgeWithWhom(nobody, []).ok).toBe(true);
  });
});

describe("what went beyond the rules", () => {
  const none = { connected: 0, attempts: 0 };
  const facts = {
    day: plainDate("2026-03-02"),
    hour: 10,
    channel: "call" as const,
    direction: "out" as const,
    made: none,
    permitted: false,
  };
  const codes = (given: object) =>
    outsideRules({ ...facts, ...given }, chinaCalendar, USUAL_CONDUCT).map(({ code }) => code);

  test("a call at eleven at night, the fourth of the day, is told twice over", () => {
    expect(codes({})).toEqual([]);
    expect(codes({ hour: 23 })).toEqual(["contact_at_night"]);
    expect(codes({ made: { connected: 3, attempts: 3 } })).toEqual(["contact_too_often"]);
    expect(codes({ hour: 23, made: { connected: 3, attempts: 3 } })).toEqual([
      "contact_at_night",
      "contact_too_often",
    ]);
  });

  test("an approval covers the evening, never the night", () => {
    expect(codes({ hour: 20 })).toEqual(["contact_outside_hours"]);
    expect(codes({ hour: 20, permitted: true })).toEqual([]);
    expect(codes({ hour: 22, permitted: true })).toEqual(["contact_at_night"]);
  });

  test("who called us, a meeting and a review go beyond none at any hour", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 23 }),
        fc.constantFrom(...CONTACT_CHANNELS),
        (hour, channel) => {
          const often = { hour, made: { connected: 9, attempts: 9 } };
          expect(codes({ ...often, channel, direction: "in" })).toEqual([]);
          expect(codes({ ...often, channel: "meeting" })).toEqual([]);
          expect(codes({ ...often, channel: "review" })).toEqual([]);
        },
      ),
    );
  });

  test("messages are bound by hours, not by the number of calls", () => {
    const often = { made: { connected: 9, attempts: 9 } };
    expect(codes({ channel: "message", hour: 21, ...often })).toEqual(["contact_outside_hours"]);
    expect(codes({ channel: "message", ...often })).toEqual([]);
  });
});

test("seniors, managers, legal and executives may let one more call happen", () => {
  expect(ROLES.filter((role) => supervises([role]))).toEqual([
    "credit_manager",
    "senior_collector",
    "legal",
    "executive",
  ]);
  expect(supervises([])).toBe(false);
});
