/** Deadlines of bills: their days, their articles, and which is next. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyDay } from "../../../test/kit/arbitraries.ts";
import { holds } from "../../../test/kit/holds.ts";
import { cny, on } from "../../../test/kit/import-book.ts";
import { addDays } from "../values/calendar.ts";
import { type BillDeadline, billDeadlines, nextDeadline } from "./bill-deadlines.ts";
import type { BillState, StandingBill } from "./bill-of-exchange.ts";

const today = on("2026-04-10");
const held: StandingBill = {
  state: "held",
  medium: "electronic",
  amount: cny("200000.00"),
  maturesOn: on("2026-07-15"),
  receivedOn: on("2026-04-09"),
  presentedOn: null,
  endedOn: null,
  notifiedOn: null,
};
const stands = (state: BillState, more: Partial<StandingBill> = {}): StandingBill => ({
  ...held,
  state,
  ...more,
});
describe("its deadlines", () => {
  const lines = (bill: StandingBill, day: string) =>
    billDeadlines(bill, on(day)).map(({ code, day: by, days }) => [code, by, days]);

  test("in our hands: present within ten days of maturity, two years against the acceptor", () => {
    expect(lines(held, "2026-07-20")).toEqual([
      ["present", "2026-07-25", 5],
      ["acceptor", "2028-07-15", 726],
    ]);
    expect(lines(stands("presented"), "2026-07-20")).toEqual([["acceptor", "2028-07-15", 726]]);
  });

  test("dishonoured: notice within three days, recourse within six months", () => {
    const failed = stands("dishonoured", { endedOn: on("2026-08-31") });
    expect(lines(failed, "2026-09-04")).toEqual([
      ["notify", "2026-09-03", -1],
      ["recourse", "2027-02-28", 177],
      ["acceptor", "2028-07-15", 680],
    ]);
    const told = { ...failed, state: "recourse", notifiedOn: on("2026-09-02") } as const;
    expect(lines(told, "2026-09-04").map(([code]) => code)).toEqual(["recourse", "acceptor"]);
  });

  test("handed on or cleared: none of ours", () => {
    for (const state of ["endorsed", "discounted", "cleared"] as const) {
      expect(billDeadlines(stands(state), today)).toEqual([]);
    }
  });

  test("each names its article", () => {
    const failed = stands("dishonoured", { endedOn: on("2026-07-20") });
    const articles = [...billDeadlines(held, today), ...billDeadlines(failed, today)].map(
      ({ code, article }) => `${code} ${article}`,
    );
    expect(new Set(articles)).toEqual(
      new Set([
        "present 《票据法》第五十三条",
        "notify 《票据法》第六十六条第一款",
        "recourse 《票据法》第十七条第一款第（三）项",
        "acceptor 《票据法》第十七条第一款第（一）项",
      ]),
    );
  });

  test("the next is the first ahead, otherwise the last missed", () => {
    const at = (days: number) => ({ code: "present", days }) as BillDeadline;
    expect(nextDeadline([at(-3), at(0), at(9)])?.days).toBe(0);
    expect(nextDeadline([at(-3), at(-1)])?.days).toBe(-1);
    expect(nextDeadline([])).toBeNull();
  });

  test("are in order of their days, and `days` says how far they are", () => {
    const state = fc.constantFrom<BillState>("held", "presented", "dishonoured", "recourse");
    const span = fc.integer({ min: 0, max: 400 });
    const within = anyDay.filter((day) => day > "1901-01-01" && day < "2190-01-01");
    holds(state, within, span, (each, maturesOn, until) => {
      const bill = stands(each, { maturesOn, endedOn: addDays(maturesOn, until) });
      const deadlines = billDeadlines(bill, maturesOn);
      const days = deadlines.map(({ day }) => day);
      expect(days).toEqual(days.toSorted());
      for (const { day, days: left } of deadlines) expect(addDays(maturesOn, left)).toBe(day);
    });
  });
});
