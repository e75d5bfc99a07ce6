/** Money on promises: no cent counts twice, and only what came in a promise's own time. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day, itemId, promise } from "../../../test/kit/dunning.ts";
import type { AccountPromise } from "../strategy/dunning-account.ts";
import { addDays, type Instant } from "../values/calendar.ts";
import type { PromiseId } from "../values/ids.ts";
import { moneyOf } from "../values/money.ts";
import { countMoney, type MoneyOnItem } from "./promise-money.ts";

const [a, b] = [itemId("A"), itemId("B")];
const start = day("2026-04-01");

const anyPromise = (index: number): fc.Arbitrary<AccountPromise> =>
  fc
    .record({
      amount: fc.integer({ min: 1, max: 500 }),
      taken: fc.integer({ min: 0, max: 20 }),
      ahead: fc.integer({ min: 0, max: 20 }),
      on: fc.constantFrom("A", "B"),
      state: fc.constantFrom("open", "open", "broken", "partially_kept", "kept"),
      share: fc.integer({ min: 0, max: 100 }),
    })
    .map(({ amount, taken, ahead, on, state, share }) => {
      const payOn = addDays(start, taken + ahead);
      const had = state === "open" ? 0 : Math.floor((amount * share) / 100);
      return promise({ [on]: [`${amount}.00`, `${had}.00`] }, payOn, {
        id: `promise-${index}` as PromiseId,
        takenOn: addDays(start, taken),
        state: state as AccountPromise["state"],
        judgedOn: state === "open" ? null : addDays(payOn, 4),
      });
    });

const anyPromises = fc
  .integer({ min: 1, max: 4 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => anyPromise(at))));

const anyMoney: fc.Arbitrary<MoneyOnItem[]> = fc.array(
  fc.record({
    item: fc.constantFrom(a, b),
    on: fc.integer({ min: -5, max: 50 }).map((days) => addDays(start, days)),
    amount: fc.bigInt({ min: -20_000n, max: 60_000n }),
    at: fc.constant(null),
  }),
  { maxLength: 6 },
);

describe("whatever was promised and came", () => {
  const holds = (
    name: string,
    property: (
      before: readonly AccountPromise[],
      money: readonly MoneyOnItem[],
      after: readonly AccountPromise[],
    ) => void,
  ) =>
    test(name, () =>
      fc.assert(
        fc.property(anyPromises, anyMoney, (promises, money) =>
          property(promises, money, countMoney(promises, money)),
        ),
      ),
    );

  holds(
    "never more counts than was promised, and what was judged keeps what it had",
    (before, _, after) => {
      for (const { id, state, items } of after) {
        const had = before.find((promised) => promised.id === id)?.items[0]?.came ?? 0n;
        const came = items[0]?.came ?? 0n;
        expect(came >= 0n && came <= (items[0]?.amount ?? 0n)).toBe(true);
        if (state === "kept") expect(came).toBe(had);
        if (state !== "open") expect(came >= had).toBe(true);
      }
    },
  );

  holds("what counts anew is no more than what came in", (before, money, after) => {
    for (const item of [a, b]) {
      const came = (all: readonly AccountPromise[]) =>
        all.flatMap(({ items, state }) =>
          items.filter((part) => part.item === item).map((part) => ({ ...part, state })),
        );
      const counted = came(after).reduce((sum, part) => sum + part.came, 0n);
      const kept = came(before).reduce(
        (sum, part) => sum + (part.state === "open" ? 0n : part.came),
        0n,
      );
      const arrived = money
        .filter((one) => one.item === item && one.amount > 0n)
        .reduce((sum, one) => sum + one.amount, 0n);
      expect(counted <= kept + arrived).toBe(true);
    }
  });

  holds(
    "the order in which promises and money are read changes nothing",
    (before, money, after) => {
      const days = new Set(money.map(({ item, on }) => `${item} ${on}`));
      fc.pre(days.size === money.length);
      expect(countMoney(before.toReversed(), money.toReversed())).toEqual(after);
    },
  );
});

describe("a promise of 100 taken on 1 April, to pay on the 10th, waited for through the 13th", () => {
  const taken = promise({ A: "100.00" }, "2026-04-10", { takenOn: start });
  const came = (...money: readonly (readonly [string, string])[]) =>
    countMoney(
      [taken],
      money.map(([on, amount]) => ({
        ...{ item: a, on: day(on), amount: moneyOf(amount, "CNY").minor, at: null },
      })),
    )[0]?.items[0]?.came;

  test.each([
    ["2026-03-31", 0n],
    ["2026-04-01", 0n],
    ["2026-04-02", 10_000n],
    ["2026-04-13", 10_000n],
    ["2026-04-14", 0n],
  ])("money received on %s counts %s", (on, counted) => {
    expect(came([on, "100.00"])).toBe(counted);
  });

  test("more than was promised counts up to it; what was taken back does not count", () => {
    expect(came(["2026-04-05", "150.00"])).toBe(10_000n);
    expect(came(["2026-04-05", "60.00"], ["2026-04-06", "-20.00"])).toBe(4000n);
    expect(came(["2026-04-05", "60.00"], ["2026-04-06", "30.00"], ["2026-04-07", "-40.00"])).toBe(
      5000n,
    );
    expect(came(["2026-04-05", "60.00"], ["2026-04-06", "-90.00"])).toBe(0n);
  });

  test("of its own day counts what was applied after it was taken", () => {
    const at = (hour: string) => `2026-04-01T${hour}:00:00.000Z` as Instant;
    const called = { ...taken, takenAt: at("09") };
    const came = (hour: string) => {
      const money = { item: a, on: start, amount: 10_000n, at: at(hour) };
      return countMoney([called], [money])[0]?.items[0]?.came;
    };
    expect([came("08"), came("09"), came("10")]).toEqual([0n, 0n, 10_000n]);
  });

  test("money of one item does not count for another", () => {
    const other = [{ item: b, on: day("2026-04-05"), amount: 10_000n, at: null }];
    expect(countMoney([taken], other)[0]?.items[0]?.came).toBe(0n);
  });
});

test("two promises for one item: the earlier day is first, and what kept one keeps no other", () => {
  const soon = promise({ A: "60.00" }, "2026-04-10", { id: "soon" as PromiseId, takenOn: start });
  const later = promise({ A: "60.00" }, "2026-04-20", { id: "later" as PromiseId, takenOn: start });
  const money = [{ item: a, on: day("2026-04-05"), amount: 8000n, at: null }];
  const counted = (promises: readonly AccountPromise[]) =>
    countMoney(promises, money).map(({ id, items }) => [id, items[0]?.came]);
  expect(counted([later, soon])).toEqual([
    ["soon", 6000n],
    ["later", 2000n],
  ]);
  const kept = { ...soon, state: "kept" as const, items: [{ ...soon.items[0]!, came: 6000n }] };
  expect(counted([later, kept])).toEqual([
    ["soon", 6000n],
    ["later", 2000n],
  ]);
});
