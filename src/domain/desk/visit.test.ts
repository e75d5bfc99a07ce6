/** Visits: two people, company premises, working hours; a report once. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chinaCalendar } from "../countries/china.ts";
import { USUAL_CONDUCT } from "../strategy/conduct-hours.ts";
import { plainDate } from "../values/calendar.ts";
import type { ContactId, UserId } from "../values/ids.ts";
import {
  judgeVisit,
  judgeVisitMove,
  judgeVisitReport,
  VISIT_MOVES,
  VISIT_STATES,
  type VisitOffer,
} from "./visit.ts";

const today = plainDate("2026-03-02");
const li = { name: "李", user: "u1" as UserId };
const wang = { name: "王业务", user: null };
const offer: VisitOffer = {
  plannedOn: plainDate("2026-03-04"),
  plannedAt: "10:00",
  placeKind: "company",
  place: " 苏州市示例路 1 号 ",
  purpose: "商谈还款",
  contact: "c" as ContactId,
  visitors: [li, wang],
};
const rules = USUAL_CONDUCT;
const frame = { today, calendar: chinaCalendar, rules, permitted: false, atHome: false };
const judge = (given: Partial<VisitOffer>, leave: object = {}) =>
  judgeVisit({ ...offer, ...given }, { ...frame, ...leave });
const refused = (code: string) => ({ ok: false, refusal: { code } });

test("two at the company's premises in working hours", () => {
  expect(judge({})).toEqual({ ok: true, value: { ...offer, place: "苏州市示例路 1 号" } });
  expect(judge({ plannedOn: today }).ok).toBe(true);
});

describe("who goes", () => {
  test("at least two, one of them with an account, nobody twice", () => {
    expect(judge({ visitors: [li] })).toEqual(refused("visit_needs_two"));
    expect(judge({ visitors: [li, { name: " ", user: null }] })).toEqual(
      refused("visit_needs_two"),
    );
    expect(judge({ visitors: [wang, { name: "赵", user: null }] })).toEqual(
      refused("visit_needs_own_person"),
    );
    expect(judge({ visitors: [li, { ...li, name: "李二" }] })).toMatchObject(
      refused("visit_names_visitor_twice"),
    );
    expect(judge({ visitors: [li, wang, wang] })).toMatchObject({
      refusal: { code: "visit_names_visitor_twice", name: "王业务" },
    });
  });
});

describe("when", () => {
  test("from today to 92 days ahead", () => {
    expect(judge({ plannedOn: plainDate("2026-03-01") })).toMatchObject(
      refused("visit_day_has_passed"),
    );
    expect(judge({ plannedOn: plainDate("2026-06-02") }).ok).toBe(true);
    expect(judge({ plannedOn: plainDate("2026-06-03") })).toMatchObject({
      refusal: { code: "visit_too_far_ahead", latest: "2026-06-02" },
    });
  });

  test("evenings and weekends by approval, the night never", () => {
    const evening = { plannedAt: "19:00" };
    expect(judge(evening)).toMatchObject(refused("contact_outside_hours"));
    expect(judge(evening, { permitted: true }).ok).toBe(true);
    expect(judge({ plannedOn: plainDate("2026-03-07") })).toMatchObject({
      refusal: { why: "closed_day" },
    });
    expect(judge({ plannedAt: "22:30" }, { permitted: true, atHome: true })).toMatchObject(
      refused("contact_at_night"),
    );
  });
});

test("a home needs an approval of its own: one for the hours does not open the door", () => {
  for (const placeKind of ["home", "other"] as const) {
    expect(judge({ placeKind }, { permitted: true })).toEqual({
      ok: false,
      refusal: { code: "visit_place_needs_approval", place: placeKind },
    });
    expect(judge({ placeKind }, { permitted: true, atHome: true }).ok).toBe(true);
  }
});

describe("a report", () => {
  const visit = { state: "planned" as const, arrangedOn: plainDate("2026-03-02") };
  const report = {
    happenedOn: plainDate("2026-03-04"),
    met: [],
    seen: " 仓库在正常出货 ",
    agreed: " ",
    leftOnRequest: false,
  };
  const on = plainDate("2026-03-05");

  test("says what was seen, on a day between the plan and today", () => {
    expect(judgeVisitReport(report, visit, on)).toEqual({
      ok: true,
      value: { ...report, seen: "仓库在正常出货", agreed: null },
    });
    expect(judgeVisitReport({ ...report, seen: " " }, visit, on)).toEqual(
      refused("visit_report_empty"),
    );
    const tomorrow = { ...report, happenedOn: plainDate("2026-03-06") };
    expect(judgeVisitReport(tomorrow, visit, on)).toMatchObject(refused("visit_in_future"));
    const before = { ...report, happenedOn: plainDate("2026-03-01") };
    expect(judgeVisitReport(before, visit, on)).toMatchObject(refused("visit_before_plan"));
  });

  test("is written once, and not of a visit that was called off", () => {
    for (const state of ["done", "cancelled"] as const) {
      expect(judgeVisitReport(report, { ...visit, state }, on)).toEqual({
        ok: false,
        refusal: { code: "visit_not_planned", state },
      });
    }
  });
});

test("no state is reached that the table does not list", () => {
  const state = fc.constantFrom(...VISIT_STATES);
  fc.assert(
    fc.property(state, state, (from, to) => {
      expect(judgeVisitMove(from, to).ok).toBe(VISIT_MOVES[from].includes(to));
      expect(judgeVisitMove(from, "planned").ok).toBe(false);
    }),
  );
});
