/** Promises: taken within bounds, refused with the fact that decided. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { itemId } from "../../../test/kit/dunning.ts";
import { addDays, plainDate } from "../values/calendar.ts";
import { moneyOf } from "../values/money.ts";
import { judgePromise, type PromiseOffer, type PromisingAccount } from "./promise-to-pay.ts";

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

test("a senior takes one more although too many were broken", () => {
  const failed = { ...at, broken: 3 };
  expect(judge([[a, "1"]], "2026-04-10", failed).ok).toBe(false);
  expect(judge([[a, "1"]], "2026-04-10", { ...failed, overruled: true }).ok).toBe(true);
  expect(judge([[a, "60.01"]], "2026-04-10", { ...failed, overruled: true }).ok).toBe(false);
});
