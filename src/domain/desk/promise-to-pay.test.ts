/** Promises: taken within bounds, kept as soon as the money is there, broken after the grace. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { itemId, promise } from "../../../test/kit/dunning.ts";
import { addDays, plainDate } from "../values/calendar.ts";
import { type Minor, moneyOf } from "../values/money.ts";
import {
  judgeDuePromises,
  judgeKept,
  judgePromise,
  type PromiseOffer,
  type PromisingAccount,
} from "./promise-to-pay.ts";

const today = plainDate("2026-04-01");
const policy = { furthestDays: 30, graceDays: 3, brokenAllowed: 2 };
const cny = (text: string) => moneyOf(text, "CNY");
const [a, b, unknown] = [itemId("A"), itemId("B"), itemId("X")];

const at: PromisingAccount = {
  items: [
    { id: a, open: cny("100.00"), free: cny("60.00") },
    { id: b, open: cny("50.00"), free: cny("50.00") },
  ],
  broken: 2,
};

const judge = (
  items: readonly (readonly [PromiseOffer["items"][number]["item"], string, string?])[],
  payOn = "2026-04-10",
  from: PromisingAccount = at,
) =>
  judgePromise(
    {
      payOn: plainDate(payOn),
      items: items.map(([item, amount, unit = "CNY"]) => ({ item, amount: moneyOf(amount, unit) })),
    },
    from,
    policy,
    today,
  );

describe("an offer", () => {
  test("any offer gets an answer; what is taken is whole and within bounds", () => {
    const anyPart = fc.record({
      item: fc.constantFrom(a, b, unknown),
      amount: fc.integer({ min: -1, max: 70 }).map((yuan) => cny(`${yuan}.00`)),
    });
    const anyDay = fc.integer({ min: -5, max: 40 }).map((days) => addDays(today, days));
    fc.assert(
      fc.property(fc.array(anyPart, { maxLength: 3 }), anyDay, (items, payOn) => {
        const judged = judgePromise({ payOn, items }, at, policy, today);
        if (!judged.ok) return;
        const sum = items.reduce((total, { amount }) => total + amount.minor, 0n);
        expect(judged.value.amount.minor).toBe(sum);
        expect(judged.value.judgeOn).toBe(addDays(payOn, 4));
        expect(payOn >= today && payOn <= addDays(today, 30)).toBe(true);
        for (const part of judged.value.items) {
          expect(part.amount.minor > 0n && part.amount.minor <= part.open.minor).toBe(true);
        }
      }),
    );
  });

  test("is taken with what was open then and the day it is judged", () => {
    expect(
      judge([
        [a, "60.00"],
        [b, "50.00"],
      ]),
    ).toEqual({
      ok: true,
      value: {
        amount: cny("110.00"),
        payOn: "2026-04-10",
        judgeOn: "2026-04-14",
        items: [
          { item: a, amount: cny("60.00"), open: cny("100.00") },
          { item: b, amount: cny("50.00"), open: cny("50.00") },
        ],
      },
    });
  });

  test("each refusal has the fact that decided", () => {
    const refusal = (judged: ReturnType<typeof judge>) => (judged.ok ? null : judged.refusal);
    expect(refusal(judge([]))).toEqual({ code: "promise_is_empty" });
    expect(refusal(judge([[a, "0"]]))).toEqual({ code: "promise_is_empty" });
    expect(refusal(judge([[a, "1"]], "2026-03-31"))).toEqual({
      code: "promise_day_has_passed",
      today,
    });
    expect(refusal(judge([[a, "1"]], "2026-05-02"))).toEqual({
      code: "promise_too_far_ahead",
      latest: "2026-05-01",
    });
    expect(
      refusal(
        judge([
          [a, "1"],
          [b, "1", "USD"],
        ]),
      ),
    ).toEqual({
      code: "promise_in_several_currencies",
      currencies: ["CNY", "USD"],
    });
    expect(
      refusal(
        judge([
          [a, "1"],
          [a, "1"],
        ]),
      ),
    ).toEqual({ code: "promise_names_item_twice", item: a });
    expect(refusal(judge([[unknown, "1"]]))).toEqual({ code: "item_not_open", item: unknown });
    expect(refusal(judge([[a, "1", "USD"]]))).toEqual({
      code: "promise_in_other_currency",
      currency: "CNY",
    });
    expect(refusal(judge([[a, "60.01"]]))).toEqual({
      code: "promise_exceeds_open",
      item: a,
      free: cny("60.00"),
    });
    expect(refusal(judge([[a, "1"]], "2026-04-10", { ...at, broken: 3 }))).toEqual({
      code: "promises_broken_too_often",
      broken: 3,
      allowed: 2,
    });
  });
});

describe("a promise of 60 on A and 40 on B, to pay on 10 April", () => {
  const taken = promise({ A: ["60.00", "100.00"], B: ["40.00", "50.00"] }, "2026-04-10");
  const stands = (openA: string, openB: string | null, on: string) => {
    const open = new Map([[a, cny(openA).minor as Minor]]);
    if (openB !== null) open.set(b, cny(openB).minor);
    return judgeKept(taken, open, plainDate(on));
  };

  test("is kept as soon as all came in, also early", () => {
    expect(stands("40.00", "10.00", "2026-04-02")).toBe("kept");
    expect(stands("0.00", null, "2026-04-02")).toBe("kept");
  });

  test("is waited for through its grace", () => {
    expect(stands("100.00", "50.00", "2026-04-13")).toBeNull();
    expect(stands("40.00", "50.00", "2026-04-13")).toBeNull();
  });

  test("is then broken or partly kept; what is paid too much on one doesn't help the other", () => {
    expect(stands("100.00", "50.00", "2026-04-14")).toBe("broken");
    expect(stands("110.00", "50.00", "2026-04-14")).toBe("broken");
    expect(stands("0.00", "50.00", "2026-04-14")).toBe("partially_kept");
    expect(stands("99.99", "50.00", "2026-04-14")).toBe("partially_kept");
  });

  test("judging an account ends what is due, drops what was kept, leaves the rest", () => {
    const other = { ...taken, id: "other" as typeof taken.id, judgeOn: plainDate("2026-05-01") };
    const before = { ...taken, id: "before" as typeof taken.id, state: "broken" as const };
    const open = new Map([
      [a, cny("100.00").minor],
      [b, cny("50.00").minor],
    ]);
    const on = plainDate("2026-04-14");
    expect(judgeDuePromises([taken, other, before], open, on)).toEqual({
      judged: [{ id: taken.id, state: "broken" }],
      promises: [{ ...taken, state: "broken", judgedOn: on }, other, before],
    });
    expect(judgeDuePromises([taken], new Map(), on)).toEqual({
      judged: [{ id: taken.id, state: "kept" }],
      promises: [],
    });
  });
});
