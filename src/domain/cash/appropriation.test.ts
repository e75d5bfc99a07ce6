/** 清偿抵充: the vectors of the law, and that every cent goes where the order says. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holdsOften } from "../../../test/kit/holds.ts";
import { cny, on } from "../../../test/kit/import-book.ts";
import { statutoryLateRate } from "../countries/china/lpr.ts";
import { addDays } from "../values/calendar.ts";
import type { ItemId } from "../values/ids.ts";
import { add, currency, isNegative, type Money, money, rate, total } from "../values/money.ts";
import { type Appropriation, appropriate, type Orders } from "./appropriation.ts";
import { balanceOf, type Debt } from "./appropriation-order.ts";

const today = on("2026-03-31");
const unit = currency("CNY");
const none = cny("0");

const debt = (id: string, principal: string, dueOn: string, more: Partial<Debt> = {}): Debt => ({
  id: id as ItemId,
  dueOn: on(dueOn),
  security: { kind: "none" },
  lateRate: null,
  posted: { costs: none, interest: none, principal: cny(principal) },
  within: "statutory",
  ...more,
});

const orders: Orders = {
  designated: [],
  agreed: null,
  on: today,
  lateRateOn: statutoryLateRate,
};

const ids = (...names: string[]): ItemId[] => names as ItemId[];

function decided(money: Money, debts: readonly Debt[], different: Partial<Orders> = {}) {
  const made = appropriate(money, debts, { ...orders, ...different });
  if (made.kind !== "decided") throw new Error(JSON.stringify(made));
  return made;
}

const perDay = rate(500_000n, "day");

describe("what comes before the law's order", () => {
  const old = debt("old", "100.00", "2026-01-31");
  const fresh = debt("fresh", "100.00", "2026-05-31");

  test("the debtor's designation, also of a debt that is not due", () => {
    const made = decided(cny("150.00"), [old, fresh], { designated: ids("fresh", "fresh", "?") });
    expect(made.allocations.map(({ itemId, amount, reason }) => [itemId, amount, reason])).toEqual([
      ["fresh", cny("100.00"), "designated"],
      ["old", cny("50.00"), "statutory"],
    ]);
  });

  test("designation before agreement, agreement before the law", () => {
    const third = debt("third", "100.00", "2026-02-28");
    const agreed = { kind: "list", items: ids("fresh", "old") } as const;
    const made = decided(cny("250.00"), [old, fresh, third], { designated: ids("third"), agreed });
    expect(made.allocations.map(({ itemId, amount, reason }) => [itemId, amount, reason])).toEqual([
      ["third", cny("100.00"), "designated"],
      ["fresh", cny("100.00"), "agreed"],
      ["old", cny("50.00"), "agreed"],
    ]);
  });

  test("the oldest first where that was agreed, though another weighs more", () => {
    const heavy = debt("heavy", "100.00", "2026-02-28", { lateRate: perDay });
    const agreed = { kind: "oldest_due_first" } as const;
    const made = decided(cny("120.00"), [heavy, old], { agreed });
    expect(made.allocations.map(({ itemId, amount, reason }) => [itemId, amount, reason])).toEqual([
      ["old", cny("100.00"), "agreed"],
      ["heavy", cny("20.00"), "agreed"],
    ]);
  });

  test("an order in words is for a person, unless there is enough for all", () => {
    const agreed = { kind: "in_words", text: "先冲抵旧欠款" } as const;
    expect(appropriate(cny("120.00"), [old, fresh], { ...orders, agreed })).toEqual({
      kind: "undecidable",
      missing: [{ code: "agreed_order_in_words", text: "先冲抵旧欠款" }],
    });
    expect(decided(cny("201.00"), [old, fresh], { agreed }).left).toEqual(cny("1.00"));
    const designated = ids("old", "fresh");
    expect(decided(cny("120.00"), [old, fresh], { agreed, designated }).left).toEqual(none);
  });
});

describe("within a debt", () => {
  const posted = { costs: cny("10.00"), interest: cny("20.00"), principal: cny("70.00") };
  const parts = (text: string, within: Debt["within"]) =>
    decided(cny(text), [debt("d", "0", "2026-01-31", { posted, within })]).allocations[0]?.parts;

  test("costs, interest, principal (民法典 561)", () => {
    expect(parts("5.00", "statutory")).toEqual({
      costs: cny("5.00"),
      interest: none,
      principal: none,
    });
    expect(parts("45.00", "statutory")).toEqual({
      costs: cny("10.00"),
      interest: cny("20.00"),
      principal: cny("15.00"),
    });
  });

  test("principal first where that was agreed, then the law's order", () => {
    expect(parts("45.00", "principal_first")).toEqual({
      costs: none,
      interest: none,
      principal: cny("45.00"),
    });
    expect(parts("85.00", "principal_first")).toEqual({
      costs: cny("10.00"),
      interest: cny("5.00"),
      principal: cny("70.00"),
    });
  });
});

const anyPart = fc.bigInt({ min: 0n, max: 5000n }).map((minor) => money(minor, unit));
const anyDebt = fc
  .record({
    due: fc.integer({ min: -3, max: 2 }),
    security: fc.constantFrom<Debt["security"]>(
      { kind: "none" },
      { kind: "none" },
      { kind: "up_to", amount: cny("10.00") },
      { kind: "up_to", amount: cny("99.00") },
      { kind: "unknown" },
    ),
    lateRate: fc.constantFrom(null, perDay, rate(46_500_000n, "year")),
    posted: fc.record({ costs: anyPart, interest: anyPart, principal: anyPart }),
    within: fc.constantFrom("statutory", "principal_first"),
  })
  .map(({ due, ...more }) => ({ dueOn: addDays(today, due), ...more }));
const anyDebts: fc.Arbitrary<readonly Debt[]> = fc
  .array(anyDebt, { maxLength: 7 })
  .map((all) => all.map((each, at) => ({ id: `d${at}` as ItemId, ...each }) as Debt));
const anyMoney = fc.bigInt({ min: 0n, max: 40_000n }).map((minor) => money(minor, unit));
const anyNames = fc.array(fc.constantFrom(...ids("d0", "d1", "d2", "d9")), { maxLength: 3 });
const anyOrders: fc.Arbitrary<Orders> = fc
  .record({
    designated: anyNames,
    agreed: fc.oneof(
      fc.constant(null),
      fc.constant({ kind: "oldest_due_first" } as const),
      anyNames.map((items) => ({ kind: "list", items }) as const),
    ),
  })
  .map((told) => ({ ...orders, ...told }));

describe("whatever is owed", () => {
  test("the parts sum to the payment, or all is covered; nothing exceeds what is posted", () => {
    holdsOften(anyMoney, anyDebts, anyOrders, (paid, debts, told) => {
      const made = appropriate(paid, debts, told);
      if (made.kind === "undecidable") {
        expect(made.missing.length).toBeGreaterThan(0);
        return;
      }
      const shares = made.allocations.map(({ amount }) => amount);
      expect(add(total(shares, unit), made.left)).toEqual(paid);
      if (made.left.minor > 0n)
        expect(total(shares, unit)).toEqual(total(debts.map(balanceOf), unit));
      expect(isNegative(made.left)).toBe(false);
      for (const { itemId, amount, parts } of made.allocations) {
        const posted = debts.find(({ id }) => id === itemId)?.posted;
        expect(amount.minor).toBeGreaterThan(0n);
        expect(total(Object.values(parts), unit)).toEqual(amount);
        for (const component of ["costs", "interest", "principal"] as const) {
          expect(parts[component].minor).toBeGreaterThanOrEqual(0n);
          expect(parts[component].minor).toBeLessThanOrEqual(posted?.[component].minor ?? -1n);
        }
      }
      expect(new Set(made.allocations.map(({ itemId }) => itemId)).size).toBe(shares.length);
    });
  });

  test("the order in which debts are given changes nothing", () => {
    const shuffled = anyDebts.chain((debts) =>
      fc.tuple(
        fc.constant(debts),
        fc.shuffledSubarray([...debts], { minLength: debts.length, maxLength: debts.length }),
      ),
    );
    const plain = (made: Appropriation) => {
      if (made.kind === "decided")
        return { ...made, allocations: made.allocations.toSorted(byItem) };
      return { ...made, missing: made.missing.map((fact) => JSON.stringify(fact)).toSorted() };
    };
    const byItem = (one: { itemId: ItemId }, other: { itemId: ItemId }) =>
      one.itemId < other.itemId ? -1 : 1;
    holdsOften(anyMoney, shuffled, anyOrders, (paid, [debts, other], told) => {
      expect(plain(appropriate(paid, other, told))).toEqual(plain(appropriate(paid, debts, told)));
    });
  });

  test("designation wins: a named debt is covered before any other gets a cent", () => {
    holdsOften(anyMoney, anyDebts, anyOrders, (paid, debts, told) => {
      const made = appropriate(paid, debts, told);
      if (made.kind !== "decided") return;
      const named = debts.filter(({ id }) => told.designated.includes(id));
      const got = (id: ItemId) =>
        made.allocations.find(({ itemId }) => itemId === id)?.amount.minor ?? 0n;
      const short = named.some((each) => got(each.id) < balanceOf(each).minor);
      const others = made.allocations.some(({ itemId }) => !told.designated.includes(itemId));
      expect(short && others).toBe(false);
    });
  });

  test("undesignated, no due debt waits while one not due gets money", () => {
    holdsOften(anyMoney, anyDebts, (paid, debts) => {
      const made = appropriate(paid, debts, orders);
      if (made.kind !== "decided") return;
      const got = new Map(made.allocations.map(({ itemId, amount }) => [itemId, amount.minor]));
      const waits = debts.some(
        (each) => each.dueOn <= today && (got.get(each.id) ?? 0n) < balanceOf(each).minor,
      );
      const ahead = debts.some(({ id, dueOn }) => dueOn > today && got.has(id));
      expect(waits && ahead).toBe(false);
    });
  });
});
