/** A dispute is for a part of what is open; it moves only by its table; days are working days. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEPARTMENTS, DISPUTE_REASONS } from "../book/dispute-reason.ts";
import { chinaCalendar as calendar } from "../countries/china.ts";
import { USUAL_DISPUTES } from "../strategy/policy-disputes.ts";
import { addWorkingDays, isWorkingDay, plainDate } from "../values/calendar.ts";
import type { UserId } from "../values/ids.ts";
import { currency, money, moneyOf } from "../values/money.ts";
import {
  answererOf,
  DISPUTE_MOVES,
  DISPUTE_STATES,
  decideBy,
  deciderOf,
  judgeDispute,
  judgeDisputeMove,
  judgeSplit,
  routeDispute,
} from "./dispute.ts";

const yuan = (minor: bigint) => money(minor, currency("CNY"));
const anyMinor = fc.bigInt({ min: -10n, max: 1000n });

describe("what is disputed", () => {
  test("it is taken exactly when it is more than nothing and at most what is free", () => {
    fc.assert(
      fc.property(anyMinor, anyMinor, (amount, free) => {
        const offer = { amount: yuan(amount), reason: "quality", note: null } as const;
        expect(judgeDispute(offer, yuan(free)).ok).toBe(amount > 0n && amount <= free);
      }),
    );
  });

  test("each refusal has its facts; an empty note is none", () => {
    const free = moneyOf("100.00", "CNY");
    const judge = (amount: string, unit: string, note: string | null = null) =>
      judgeDispute({ amount: moneyOf(amount, unit), reason: "price", note }, free);
    expect(judge("0", "CNY")).toMatchObject({ refusal: { code: "dispute_is_empty" } });
    expect(judge("1", "USD")).toMatchObject({
      refusal: { code: "dispute_in_other_currency", currency: "CNY" },
    });
    expect(judge("100.01", "CNY")).toMatchObject({
      refusal: { code: "dispute_exceeds_open", free },
    });
    expect(judge("100.00", "CNY")).toMatchObject({ ok: true });
    expect(judge("1", "CNY", " 单价不符 ")).toMatchObject({ value: { note: "单价不符" } });
    expect(judge("1", "CNY", "  ")).toMatchObject({ value: { note: null } });
  });

  test("a split leaves something and takes something, of an open or answered dispute", () => {
    const anyState = fc.constantFrom(...DISPUTE_STATES);
    fc.assert(
      fc.property(anyMinor, anyMinor, anyState, (part, disputed, state) => {
        const judged = judgeSplit(yuan(part), state, yuan(disputed));
        expect(judged.ok).toBe(state !== "closed" && part > 0n && part < disputed);
      }),
    );
    const all = judgeSplit(yuan(10n), "open", yuan(10n));
    expect(all).toMatchObject({ refusal: { code: "dispute_split_takes_all" } });
    const other = judgeSplit(moneyOf("1.00", "USD"), "open", yuan(1000n));
    expect(other).toMatchObject({ refusal: { code: "dispute_in_other_currency" } });
  });
});

test("moves lead only where the table says", () => {
  const table = DISPUTE_MOVES.map((move) => [
    move,
    ...DISPUTE_STATES.map((state) => {
      const judged = judgeDisputeMove(state, move);
      return judged.ok ? judged.value : judged.refusal.code;
    }),
  ]);
  expect(table).toEqual([
    ["answer", "answered", "answered", "dispute_is_closed"],
    ["reroute", "open", "open", "dispute_is_closed"],
    ["split", "open", "answered", "dispute_is_closed"],
    ["close", "closed", "closed", "dispute_is_closed"],
    ["reopen", "dispute_is_not_closed", "dispute_is_not_closed", "open"],
  ]);
});

describe("who answers, and when", () => {
  test("the deadline is a working day, as many of them after today as the policy says", () => {
    const anyDay = fc
      .integer({ min: 1, max: 28 })
      .map((day) => plainDate(`2026-02-${String(day).padStart(2, "0")}`));
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...DISPUTE_REASONS), (today, reason) => {
        const { answerBy } = routeDispute({ reason }, USUAL_DISPUTES, calendar, today);
        expect(isWorkingDay(calendar, answerBy)).toBe(true);
        const back = addWorkingDays(calendar, answerBy, -USUAL_DISPUTES.reasons[reason].answerDays);
        expect(back <= today).toBe(true);
      }),
    );
  });

  test("a make-up Saturday counts, the days off of the spring festival don't", () => {
    const route = (today: string) =>
      routeDispute({ reason: "price" }, USUAL_DISPUTES, calendar, plainDate(today)).answerBy;
    // 2026-02-14 is a Saturday that is worked, 02-15 to 02-23 are off, 02-28 is worked again
    expect(route("2026-02-11")).toBe("2026-02-25");
    expect(route("2026-02-23")).toBe("2026-02-28");
    expect(decideBy(USUAL_DISPUTES, calendar, plainDate("2026-02-13"))).toBe("2026-02-27");
  });

  test("the raiser may name another department than the policy", () => {
    const today = plainDate("2026-03-09");
    const named = { reason: "quality", department: "billing" } as const;
    expect(routeDispute(named, USUAL_DISPUTES, calendar, today)).toEqual({
      department: "billing",
      answerBy: "2026-03-23",
    });
  });

  test("billing is finance's; the other three are asked by the salesperson unless one is named", () => {
    const [named, sales] = ["named", "sales"] as unknown as [UserId, UserId];
    const asked = DEPARTMENTS.map((department) => answererOf(department, null, sales));
    expect(asked).toEqual([
      { assignee: sales, role: "sales" },
      { assignee: sales, role: "sales" },
      { assignee: sales, role: "sales" },
      { assignee: null, role: "finance" },
    ]);
    expect(answererOf("logistics", named, sales)).toEqual({ assignee: named, role: "sales" });
    expect(DEPARTMENTS.map(deciderOf)).toEqual([
      "senior_collector",
      "senior_collector",
      "senior_collector",
      "finance",
    ]);
  });
});
