/** The meeting: its list and the rest make the total, its decisions are tasks with somebody. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, plainDate } from "../values/calendar.ts";
import type { MeetingId } from "../values/ids.ts";
import { currency, moneyOf, totalsByCurrency } from "../values/money.ts";
import { judgeMeeting, lookedBackTo, type MeetingOffer, restBelow, sumOf } from "./meeting.ts";

const today = plainDate("2026-04-01");
const id = "m1" as MeetingId;
const CNY = currency("CNY");
const USD = currency("USD");

test("what is listed and what is below it are together what the book says", () => {
  const anyOwing = fc.record({
    currency: fc.constantFrom(CNY, USD),
    overdue: fc.bigInt({ min: 1n, max: 10n ** 12n }),
  });
  fc.assert(
    fc.property(fc.array(anyOwing), fc.nat({ max: 30 }), (owed, shown) => {
      const totals = [CNY, USD].map((unit) => ({
        currency: unit,
        overdue: owed.reduce((sum, one) => sum + (one.currency === unit ? one.overdue : 0n), 0n),
      }));
      const listed = owed.slice(0, shown);
      const parts = [
        ...listed.map((one) => sumOf(one.overdue, one.currency)),
        ...restBelow(totals, listed),
      ].map(({ amount, currency: unit }) => moneyOf(amount, unit));
      const found = totalsByCurrency(parts);
      for (const { currency: unit, overdue } of totals.filter((one) => one.overdue > 0n)) {
        expect(found.find((one) => one.currency === unit)?.minor).toBe(overdue);
      }
    }),
  );
});

test("without a meeting before it a week is looked back", () => {
  expect(lookedBackTo(null, today)).toBe("2026-03-25");
  expect(lookedBackTo(plainDate("2026-03-02"), today)).toBe("2026-03-02");
});

const decision = {
  ...{ customer: null, title: "发律师函", note: null, assignee: null },
  ...{ role: "legal" as const, dueOn: plainDate("2026-04-08") },
};
const offer: MeetingOffer = {
  ...{ attendees: [" 陈静 ", "吴财", "陈静", ""], note: " ", nextOn: plainDate("2026-04-15") },
  decisions: [decision],
};

test("a meeting keeps who attended, each once, and each decision as a task of its own", () => {
  expect(judgeMeeting(offer, id, plainDate("2026-03-18"), today)).toMatchObject({
    value: {
      ...{ attendees: ["陈静", "吴财"], note: null, nextOn: "2026-04-15" },
      decisions: [
        {
          ...{ kind: "meeting", subject: id, title: "发律师函", role: "legal" },
          because: [{ code: "decided_in_meeting", heldOn: today }],
        },
      ],
    },
  });
});

test("each refusal says what is wrong", () => {
  const codeOf = (more: Partial<MeetingOffer>, last = "2026-03-18") => {
    const judged = judgeMeeting({ ...offer, ...more }, id, plainDate(last), today);
    return judged.ok ? "ok" : judged.refusal.code;
  };
  expect(codeOf({})).toBe("ok");
  expect(codeOf({}, "2026-04-01")).toBe("meeting_held_already");
  expect(codeOf({ attendees: [" "] })).toBe("meeting_without_people");
  expect(codeOf({ nextOn: today })).toBe("meeting_next_not_later");
  expect(codeOf({ decisions: [{ ...decision, role: null }] })).toBe("task_of_nobody");
  const late = { ...decision, dueOn: addDays(today, -1) };
  expect(codeOf({ decisions: [late] })).toBe("task_day_has_passed");
});
