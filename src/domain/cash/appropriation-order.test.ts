/** The order of 民法典 560: its vector, each of its steps, and where a fact is missing. */
import { describe, expect, test } from "vitest";
import { cny, on } from "../../../test/kit/import-book.ts";
import { statutoryLateRate } from "../countries/china/lpr.ts";
import type { ItemId } from "../values/ids.ts";
import { type Money, rate } from "../values/money.ts";
import { type Appropriation, appropriate, type Orders } from "./appropriation.ts";
import type { Debt } from "./appropriation-order.ts";

const today = on("2026-03-31");
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

function decided(money: Money, debts: readonly Debt[], different: Partial<Orders> = {}) {
  const made = appropriate(money, debts, { ...orders, ...different });
  if (made.kind !== "decided") throw new Error(JSON.stringify(made));
  return made;
}

const amounts = (made: Appropriation) =>
  made.kind === "decided" ? made.allocations.map(({ itemId, amount }) => [itemId, amount]) : made;

const perDay = rate(500_000n, "day");

describe("the order of 民法典 560", () => {
  const a = debt("A", "30000.00", "2026-01-31", { security: { kind: "unknown" } });
  const b = debt("B", "50000.00", "2026-02-28", { lateRate: perDay });
  const c = debt("C", "20000.00", "2026-02-28");
  const d = debt("D", "90000.00", "2026-05-31");

  test("unsecured debts first, the heavier of them, though a guaranteed one is older", () => {
    const made = decided(cny("60000.00"), [a, b, c, d]);
    expect(
      made.allocations.map(({ itemId, amount, reason, decidedBy }) => [
        itemId,
        amount,
        reason,
        decidedBy,
      ]),
    ).toEqual([
      ["B", cny("50000.00"), "statutory", "heavier"],
      ["C", cny("10000.00"), "statutory", "heavier"],
    ]);
    expect(made.left).toEqual(none);
  });

  test("what is not due comes last, whatever stands behind the others", () => {
    expect(amounts(decided(cny("100001.00"), [a, b, c, d]))).toEqual([
      ["A", cny("30000.00")],
      ["B", cny("50000.00")],
      ["C", cny("20000.00")],
      ["D", cny("1.00")],
    ]);
  });

  test("due on the day of the payment is due", () => {
    const [now, next] = [debt("n", "10.00", "2026-03-31"), debt("m", "10.00", "2026-04-01")];
    expect(amounts(decided(cny("5.00"), [next, now]))).toEqual([["n", cny("5.00")]]);
  });

  test("less security before more", () => {
    const up = (text: string) => ({ security: { kind: "up_to", amount: cny(text) } }) as const;
    const [more, less] = [
      debt("more", "10.00", "2026-01-31", up("9.00")),
      debt("less", "10.00", "2026-02-28", up("8.00")),
    ];
    expect(amounts(decided(cny("12.00"), [more, less]))).toEqual([
      ["less", cny("10.00")],
      ["more", cny("2.00")],
    ]);
  });

  test("a daily rate weighs by the year", () => {
    const daily = debt("daily", "10.00", "2026-02-28", { lateRate: rate(300_000n, "day") });
    const yearly = (parts: bigint) =>
      debt("yearly", "10.00", "2026-02-28", { lateRate: rate(parts, "year") });
    const first = (other: Debt) => decided(cny("1.00"), [daily, other]).allocations[0]?.itemId;
    expect(first(yearly(109_400_000n))).toBe("daily");
    expect(first(yearly(109_600_000n))).toBe("yearly");
  });

  test("equal burden: the earlier due day; the same day: pro rata, the cent to the largest", () => {
    const all = { lateRate: perDay };
    const early = debt("early", "10.00", "2026-01-31", all);
    const [x, y] = [debt("x", "20.00", "2026-02-28", all), debt("y", "10.00", "2026-02-28", all)];
    const made = decided(cny("20.00"), [x, y, early]);
    expect(
      made.allocations.map(({ itemId, amount, decidedBy }) => [itemId, amount, decidedBy]),
    ).toEqual([
      ["early", cny("10.00"), "earlier_due"],
      ["x", cny("6.67"), "pro_rata"],
      ["y", cny("3.33"), "pro_rata"],
    ]);
  });

  test("cents left over go one by one to the largest", () => {
    const three = ["p", "q", "r"].map((id) => debt(id, "0.01", "2026-02-28"));
    expect(amounts(decided(cny("0.02"), three))).toEqual([
      ["p", cny("0.01")],
      ["q", cny("0.01")],
    ]);
  });

  test("debts of one day need no rate to be equal", () => {
    const two = ["p", "q"].map((id) => debt(id, "10.00", "2026-02-28"));
    const made = decided(cny("10.00"), two, { lateRateOn: () => null });
    expect(made.allocations.map(({ decidedBy }) => decidedBy)).toEqual(["pro_rata", "pro_rata"]);
  });
});

describe("where a fact is missing that would decide", () => {
  const guaranteed = (id: string) =>
    debt(id, "100.00", "2026-02-28", { security: { kind: "unknown" } });

  test("guarantees of unknown extent go to a person", () => {
    expect(appropriate(cny("10.00"), [guaranteed("g"), guaranteed("h")], orders)).toEqual({
      kind: "undecidable",
      missing: [
        { code: "security_unknown", item: "g" },
        { code: "security_unknown", item: "h" },
      ],
    });
  });

  test("one of unknown extent still comes after what has none", () => {
    const bare = debt("bare", "100.00", "2026-03-30");
    expect(amounts(decided(cny("100.00"), [guaranteed("g"), bare]))).toEqual([
      ["bare", cny("100.00")],
    ]);
    expect(amounts(decided(cny("130.00"), [guaranteed("g"), bare]))).toEqual(
      [
        ["g", cny("30.00")],
        ["bare", cny("100.00")],
      ].toReversed(),
    );
  });

  test("a rate beyond the last LPR that was read goes to a person", () => {
    const [older, newer] = [debt("o", "10.00", "2026-09-30"), debt("n", "10.00", "2026-11-02")];
    const late = { ...orders, on: on("2026-11-20") };
    expect(appropriate(cny("5.00"), [older, newer], late)).toEqual({
      kind: "undecidable",
      missing: [{ code: "late_rate_unknown", item: "n", on: "2026-11-03" }],
    });
    expect(appropriate(cny("20.00"), [older, newer], late).kind).toBe("decided");
  });
});
