/** Schedules: parts make the whole, days strictly increase, interest is simple and shown apart. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CALENDAR, cny, on } from "../../../test/kit/agreement-values.ts";
import { holds } from "../../../test/kit/holds.ts";
import { addDays, isWorkingDay } from "../values/calendar.ts";
import { compare, money, rate, total } from "../values/money.ts";
import { buildSchedule, type ScheduleOffer, simpleInterest } from "./repayment-plan-schedule.ts";

const CNY = cny("0.00").currency;
const START = on("2026-03-20");
const yearly = rate(43_500_000n, "year");

const anyDay = fc.integer({ min: 0, max: 400 }).map((days) => addDays(START, days));
const anyOffer: fc.Arbitrary<ScheduleOffer> = fc.oneof(
  fc.record({
    kind: fc.constant("equal" as const),
    count: fc.integer({ min: 1, max: 40 }),
    firstOn: anyDay,
    every: fc.constantFrom("week" as const, "two_weeks", "month", "quarter"),
    firstPayment: fc.option(fc.bigInt(1n, 50_000n).map((minor) => money(minor, CNY))),
  }),
  fc.record({
    kind: fc.constant("dates" as const),
    days: fc.array(anyDay, { maxLength: 12 }),
  }),
  fc.record({
    kind: fc.constant("custom" as const),
    parts: fc.array(
      fc.record({
        dueOn: anyDay,
        amount: fc.option(fc.bigInt(0n, 40_000n).map((minor) => money(minor, CNY))),
      }),
      { maxLength: 6 },
    ),
  }),
);
const anyWhole = fc.bigInt(1n, 200_000n).map((minor) => money(minor, CNY));

const asked = fc.record({ offer: anyOffer, whole: anyWhole, roll: fc.boolean() });

test("whatever is asked, what is built adds up on days that strictly increase", () => {
  let built = 0;
  holds(asked, ({ offer, whole, roll }) => {
    const interest = { rate: yearly, from: START };
    const made = buildSchedule(offer, whole, roll ? CALENDAR : null, interest);
    if (!made.ok) return;
    built += 1;
    const parts = made.value;
    expect(
      total(
        parts.map(({ amount }) => amount),
        CNY,
      ),
    ).toEqual(whole);
    for (const [at, part] of parts.entries()) {
      expect(part.place).toBe(at + 1);
      expect(part.amount.minor > 0n && part.interest.minor >= 0n).toBe(true);
      const before = parts[at - 1];
      if (before !== undefined) expect(part.dueOn > before.dueOn).toBe(true);
      if (roll) expect(isWorkingDay(CALENDAR, part.dueOn)).toBe(true);
      else expect(part.rolledFrom).toBeNull();
    }
  });
  expect(built).toBeGreaterThan(10);
});

test("the interest of the parts is that of each balance for its days, and nothing without a rate", () => {
  holds(asked, ({ offer, whole }) => {
    const plain = buildSchedule(offer, whole, null, null);
    const bearing = buildSchedule(offer, whole, null, { rate: yearly, from: START });
    if (!plain.ok || !bearing.ok) return;
    expect(plain.value.every(({ interest }) => interest.minor === 0n)).toBe(true);
    // never more than on the whole for the whole time, but for half a cent a part
    const last = bearing.value.at(-1)?.dueOn ?? START;
    const days = Math.round((Date.parse(last) - Date.parse(START)) / 86_400_000);
    const most = simpleInterest(whole, yearly, Math.max(0, days)).minor;
    const sum = total(
      bearing.value.map(({ interest }) => interest),
      CNY,
    ).minor;
    expect(sum <= most + BigInt(bearing.value.length)).toBe(true);
  });
});

describe("what a finance person would ask", () => {
  const equal = (count: number, firstPayment: string | null = null): ScheduleOffer => ({
    ...{ kind: "equal", count, firstOn: on("2026-01-31"), every: "month" },
    firstPayment: firstPayment === null ? null : cny(firstPayment),
  });
  const amounts = (offer: ScheduleOffer, whole = "100.00") => {
    const made = buildSchedule(offer, cny(whole), null, null);
    return made.ok
      ? made.value.map(({ dueOn, amount }) => `${dueOn} ${amount.minor}`)
      : made.refusal.code;
  };

  test("100.00 in three: the last part takes the cent; the 31st becomes the month's last day", () => {
    expect(amounts(equal(3))).toEqual(["2026-01-31 3333", "2026-02-28 3333", "2026-03-31 3334"]);
  });

  test("a first payment, the rest in equal parts", () => {
    expect(amounts(equal(3, "40.00"))).toEqual([
      ...["2026-01-31 4000", "2026-02-28 3000", "2026-03-31 3000"],
    ]);
    expect(amounts(equal(3, "100.00"))).toBe("plan_part_not_positive");
    expect(amounts(equal(1, "40.00"))).toBe("plan_parts_do_not_add_up");
  });

  test("own amounts: the last may be left open, any other sum is refused", () => {
    const custom = (...parts: readonly (readonly [string, string | null])[]): ScheduleOffer => ({
      kind: "custom",
      parts: parts.map(([day, text]) => ({
        dueOn: on(day),
        amount: text === null ? null : cny(text),
      })),
    });
    expect(amounts(custom(["2026-04-01", "30.00"], ["2026-05-01", null]))).toEqual([
      ...["2026-04-01 3000", "2026-05-01 7000"],
    ]);
    const short = custom(["2026-04-01", "30.00"], ["2026-05-01", "69.99"]);
    expect(amounts(short)).toBe("plan_parts_do_not_add_up");
    const open = custom(["2026-04-01", null], ["2026-05-01", "30.00"]);
    expect(amounts(open)).toBe("plan_part_not_positive");
    const backwards = custom(["2026-05-01", "30.00"], ["2026-05-01", null]);
    expect(amounts(backwards)).toBe("plan_days_not_ascending");
    expect(amounts(custom())).toBe("agreement_is_empty");
  });

  test("days in a holiday move behind it, one working day each, and say from where", () => {
    const days = ["2026-10-01", "2026-10-02", "2026-10-08"].map(on);
    const made = buildSchedule({ kind: "dates", days }, cny("90.00"), CALENDAR, null);
    expect(made.ok && made.value.map(({ dueOn, rolledFrom }) => [dueOn, rolledFrom])).toEqual([
      ["2026-10-08", "2026-10-01"],
      ["2026-10-09", "2026-10-02"],
      ["2026-10-12", "2026-10-08"],
    ]);
  });

  test("each part bears the interest of what was still outstanding since the one before", () => {
    const offer = { ...equal(3), firstOn: on("2026-04-10") } as ScheduleOffer;
    const made = buildSchedule(offer, cny("1500.00"), null, { rate: yearly, from: START });
    // 1,500.00 for 21 days, 1,000.00 for 30, 500.00 for 31
    expect(made.ok && made.value.map(({ interest }) => interest.minor)).toEqual([375n, 358n, 185n]);
  });

  test("simple interest: 100,000.00 at 4.35 % for 90 days is 1,072.60; at 0.05 % a day 4,500.00", () => {
    expect(simpleInterest(cny("100000.00"), yearly, 90)).toEqual(cny("1072.60"));
    expect(simpleInterest(cny("100000.00"), rate(500_000n, "day"), 90)).toEqual(cny("4500.00"));
    expect(compare(simpleInterest(cny("100000.00"), yearly, 0), cny("0.00"))).toBe(0);
  });
});
