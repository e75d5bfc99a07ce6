/** The interest view: the vectors of the law, and that both sides account for every cent paid. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holdsOften } from "../../../test/kit/holds.ts";
import { cny, on } from "../../../test/kit/import-book.ts";
import { statutoryLateRate } from "../countries/china/lpr.ts";
import { addDays } from "../values/calendar.ts";
import {
  add,
  compare,
  currency,
  isNegative,
  type Money,
  money,
  rate,
  total,
} from "../values/money.ts";
import {
  BY_LAW,
  chosenSide,
  type InterestCase,
  type InterestView,
  type Paid,
  viewInterest,
} from "./interest-view.ts";

const perDay = rate(500_000n, "day");
const clause = "逾期每日按应付款项的万分之五支付违约金";

const plain: InterestCase = {
  principal: cny("100000.00"),
  dueOn: on("2025-03-31"),
  paid: [],
  agreed: { rate: perDay, clause },
  order: BY_LAW,
  until: on("2025-06-30"),
};

const payment = (day: string, text: string, kind: Paid["kind"] = "payment"): Paid => ({
  on: on(day),
  amount: cny(text),
  kind,
});

function viewed(different: Partial<InterestCase>): InterestView {
  const view = viewInterest({ ...plain, ...different }, statutoryLateRate);
  if (!view.ok) throw new Error(view.refusal.code);
  return view.value;
}

describe("a payment of 50,000 after 91 days at 0.05 % a day", () => {
  const view = viewed({ paid: [payment("2025-06-30", "50000.00")] });

  test("by 561: the interest is paid, 54,550.00 of the principal remains", () => {
    expect(view.byLaw).toMatchObject({
      accrued: cny("4550.00"),
      interestPaid: cny("4550.00"),
      principalPaid: cny("45450.00"),
      interest: cny("0"),
      principal: cny("54550.00"),
    });
  });

  test("principal first: 50,000.00 and 4,550.00 of interest remain", () => {
    expect(view.principalFirst).toMatchObject({
      accrued: cny("4550.00"),
      interestPaid: cny("0"),
      principalPaid: cny("50000.00"),
      interest: cny("4550.00"),
      principal: cny("50000.00"),
    });
  });

  test("the payment's day still bears interest on the old balance, the next on the new one", () => {
    const next = viewed({ paid: [payment("2025-06-30", "50000.00")], until: on("2025-07-01") });
    expect(
      next.byLaw.segments.map(({ after, through, days, balance, interest }) => [
        ...[after, through, days],
        ...[balance, interest],
      ]),
    ).toEqual([
      ["2025-03-31", "2025-06-30", 91, cny("100000.00"), cny("4550.00")],
      ["2025-06-30", "2025-07-01", 1, cny("54550.00"), cny("27.28")],
    ]);
  });
});

describe("100,000 from 2025-03-31 to 2026-09-30: 548 days", () => {
  const until = on("2026-09-30");

  test("by the law's rate on the day of the breach: 6,981.37", () => {
    const view = viewed({ agreed: null, until });
    expect(view.byLaw.interest).toEqual(cny("6981.37"));
    expect(view.rateFrom).toEqual({ code: "rate_by_law", breachOn: "2025-04-01" });
    expect(view.byLaw.segments.map(({ days }) => days)).toEqual([548]);
  });

  test("by 0.05 % a day: 27,400.00, and the clause is cited", () => {
    const view = viewed({ until });
    expect(view.byLaw.interest).toEqual(cny("27400.00"));
    expect(view.rateFrom).toEqual({ code: "rate_by_contract", clause });
  });

  test("by a yearly rate of 4.03 % (1-year LPR and 30 %): 6,050.52", () => {
    const view = viewed({ agreed: { rate: rate(40_300_000n, "year"), clause: null }, until });
    expect(view.byLaw.interest).toEqual(cny("6050.52"));
  });
});

test("nothing is due on the due day, and what was paid before bears no interest", () => {
  expect(viewed({ until: on("2025-03-31") }).byLaw.segments).toEqual([]);
  expect(viewed({ until: on("2025-03-01") }).byLaw.principal).toEqual(cny("100000.00"));
  const paid = [payment("2025-03-31", "40000.00"), payment("2025-01-02", "10000.00")];
  const { segments } = viewed({ paid, until: on("2025-04-01") }).byLaw;
  expect(segments.map(({ balance, interest }) => [balance, interest])).toEqual([
    [cny("50000.00"), cny("25.00")],
  ]);
});

test("a credit memo lowers the principal and pays no interest", () => {
  const paid = [payment("2025-06-30", "50000.00", "reduction")];
  expect(viewed({ paid }).byLaw).toMatchObject({
    interest: cny("4550.00"),
    principal: cny("50000.00"),
  });
});

test("a payment after the day that is looked at does not count yet", () => {
  expect(viewed({ paid: [payment("2025-07-01", "100000.00")] }).byLaw.principal).toEqual(
    cny("100000.00"),
  );
});

test("the order that was chosen, and why", () => {
  const paid = [payment("2025-06-30", "50000.00")];
  const byLaw = viewed({ paid });
  expect(chosenSide(byLaw)).toBe(byLaw.byLaw);
  expect(byLaw.order).toEqual({ code: "order_by_law", article: "《民法典》第五百六十一条" });
  for (const order of [
    { code: "order_by_contract", text: "先还本金" },
    { code: "order_waived_by_policy" },
  ] as const) {
    const view = viewed({ paid, order });
    expect(chosenSide(view)).toBe(view.principalFirst);
    expect(view.order).toBe(order);
  }
});

test("without an agreed rate and an LPR of that day nothing is reckoned", () => {
  const given = { ...plain, agreed: null, dueOn: on("2026-11-01"), until: on("2026-11-20") };
  expect(viewInterest(given, statutoryLateRate)).toEqual({
    ok: false,
    refusal: { code: "late_rate_unknown", breachOn: "2026-11-02" },
  });
});

const unit = currency("CNY");
const anyCase: fc.Arbitrary<InterestCase> = fc
  .record({
    parts: fc.array(
      fc.record({
        minor: fc.bigInt({ min: 1n, max: 10n ** 7n }),
        days: fc.integer({ min: -30, max: 400 }),
        kind: fc.constantFrom<Paid["kind"]>("payment", "payment", "reduction"),
      }),
      { maxLength: 6 },
    ),
    rest: fc.bigInt({ min: 0n, max: 10n ** 7n }),
    agreed: fc.constantFrom(null, { rate: perDay, clause }),
    until: fc.integer({ min: -10, max: 420 }),
  })
  .map(({ parts, rest, agreed, until }) => {
    const dueOn = on("2025-03-31");
    const paid = parts.map(({ minor, days, kind }) => ({
      on: addDays(dueOn, days),
      amount: money(minor, unit),
      kind,
    }));
    const owed = parts.reduce((sum, { minor }) => sum + minor, rest);
    return {
      ...{ principal: money(owed, unit), dueOn, paid, agreed },
      ...{ order: BY_LAW, until: addDays(dueOn, until) },
    };
  });

const sum = (amounts: readonly Money[]) => total(amounts, unit);

test("on both sides every cent paid went to interest or principal, and nothing is negative", () => {
  holdsOften(anyCase, (given) => {
    const { byLaw, principalFirst } = viewed(given);
    const paid = sum(
      given.paid.filter((each) => each.on <= given.until).map(({ amount }) => amount),
    );
    for (const side of [byLaw, principalFirst]) {
      expect(add(side.interestPaid, side.principalPaid)).toEqual(paid);
      expect(add(side.principal, side.principalPaid)).toEqual(given.principal);
      expect(sum(side.segments.map(({ interest }) => interest))).toEqual(side.accrued);
      expect(add(side.interest, side.interestPaid)).toEqual(side.accrued);
      expect(isNegative(side.interest) || isNegative(side.principal)).toBe(false);
    }
    expect(compare(byLaw.principal, principalFirst.principal)).not.toBe(-1);
  });
});

test("the order of the payments in the list changes nothing", () => {
  holdsOften(anyCase, (given) => {
    const days = new Set(given.paid.map((each) => each.on));
    if (days.size < given.paid.length) return;
    const turned = { ...given, paid: given.paid.toReversed() };
    expect(viewed(turned)).toEqual(viewed(given));
  });
});
