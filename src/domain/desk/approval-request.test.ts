/** What is asked for by hand: proven, within a year, never at night. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, plainDate } from "../values/calendar.ts";
import type { ContactId, CustomerId } from "../values/ids.ts";
import { moneyOf } from "../values/money.ts";
import { APPROVAL_KINDS } from "./approval.ts";
import {
  type ApprovalRequest,
  CARRIES_OUT,
  judgeRequest,
  REQUESTED_KINDS,
  windowOfFacts,
} from "./approval-request.ts";

const today = plainDate("2026-04-01");
const asked: ApprovalRequest = {
  kind: "write_off",
  customer: "c" as CustomerId,
  amount: moneyOf("100.00", "CNY"),
  reason: "债务人已注销",
  evidence: "市监注销公告 2026-03-01",
  until: null,
  window: null,
};
const window = { contact: "p" as ContactId, day: today, from: "20:00", until: "21:30" };
const codeOf = (request: Partial<ApprovalRequest>) => {
  const judged = judgeRequest({ ...asked, ...request }, today);
  return judged.ok ? "ok" : judged.refusal.code;
};

test("a permit that is given ends on its day before ten and begins at eight or later", () => {
  const anyHour = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => `${part}`.padStart(2, "0")).join(":"));
  fc.assert(
    fc.property(anyHour, anyHour, fc.integer({ min: -3, max: 3 }), (from, until, days) => {
      const given = { ...window, from, until, day: addDays(today, days) };
      const judged = judgeRequest({ ...asked, kind: "outside_hours", window: given }, today);
      if (!judged.ok) return;
      const found = windowOfFacts(judged.value.facts);
      expect(found).toEqual(given);
      expect(from >= "08:00" && from < until && until <= "22:00" && days >= 0).toBe(true);
    }),
  );
});

test("each refusal says what is wrong", () => {
  expect(codeOf({})).toBe("ok");
  expect(codeOf({ evidence: "  " })).toBe("evidence_missing");
  expect(codeOf({ kind: "credit_limit", evidence: null })).toBe("ok");
  expect(codeOf({ kind: "blacklist" })).toBe("blacklist_needs_end");
  expect(codeOf({ kind: "blacklist", until: plainDate("2026-03-31") })).toBe(
    "request_day_has_passed",
  );
  expect(codeOf({ kind: "blacklist", until: plainDate("2027-04-01") })).toBe("ok");
  expect(codeOf({ kind: "blacklist", until: plainDate("2027-04-02") })).toBe("blacklist_too_long");
  expect(codeOf({ kind: "outside_hours" })).toBe("permit_needs_window");
  expect(codeOf({ kind: "outside_hours", window })).toBe("ok");
  expect(codeOf({ kind: "outside_hours", window: { ...window, until: "22:01" } })).toBe(
    "permit_at_night",
  );
  const past = { ...window, day: plainDate("2026-03-31") };
  expect(codeOf({ kind: "outside_hours", window: past })).toBe("request_day_has_passed");
});

test("what decides stands in the facts, and other requests have no window", () => {
  const judged = judgeRequest(
    { ...asked, kind: "blacklist", until: plainDate("2026-09-30") },
    today,
  );
  expect(judged).toMatchObject({
    value: {
      subject: null,
      facts: [
        { code: "evidence", text: "市监注销公告 2026-03-01" },
        { code: "ends_by_itself", until: "2026-09-30" },
      ],
    },
  });
  expect(windowOfFacts(judged.ok ? judged.value.facts : [])).toBeNull();
});

test("whatever is approved by hand is carried out by a department or by the approval itself", () => {
  for (const kind of REQUESTED_KINDS) {
    expect(CARRIES_OUT[kind] !== null || kind === "outside_hours").toBe(true);
  }
  expect(Object.keys(CARRIES_OUT).toSorted()).toEqual([...APPROVAL_KINDS].toSorted());
});
