/** Refunds: never more than is free, never approved by who asked, paid to the cent. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holds } from "../../../test/kit/holds.ts";
import { cny, countingIds, on } from "../../../test/kit/import-book.ts";
import type { CustomerId, ItemId } from "../values/ids.ts";
import { currency, isNegative, money, moneyOf, subtract, total } from "../values/money.ts";
import type { StandingReceipt } from "./receipt.ts";
import {
  bookRefund,
  judgeRefundDay,
  judgeRefundDecision,
  judgeRefundPayment,
  judgeRefundRequest,
  type RefundState,
  refundedCredits,
  refundedSum,
  type StandingRefund,
} from "./refund.ts";

const today = on("2026-04-10");
const receipt: StandingReceipt = {
  state: "identified",
  customerId: "customer-1" as CustomerId,
  amount: cny("1000.00"),
  rest: cny("300.00"),
};
const refund = (state: RefundState, amount = cny("100.00")): StandingRefund => ({
  state,
  amount,
  requestedBy: "wu",
});
const offer = { amount: cny("200.00"), reason: " 重复付款 " };

describe("a request", () => {
  test("is taken up to what is free: what waits for others is not", () => {
    const refunds = [refund("approved"), refund("refused"), refund("paid")];
    expect(judgeRefundRequest(offer, receipt, refunds)).toEqual({
      ok: true,
      value: { amount: cny("200.00"), reason: "重复付款" },
    });
    expect(judgeRefundRequest(offer, receipt, [refund("requested"), ...refunds])).toMatchObject({
      refusal: { code: "refund_exceeds_rest", free: cny("100.00") },
    });
  });

  test.each([
    [{ amount: cny("0") }, {}, { code: "refund_not_positive" }],
    [{ amount: cny("-1.00") }, {}, { code: "refund_not_positive" }],
    [
      { amount: moneyOf("1.00", "USD") },
      {},
      { code: "refund_in_other_currency", currency: currency("CNY") },
    ],
    [{ amount: cny("300.01") }, {}, { code: "refund_exceeds_rest", free: cny("300.00") }],
    [{ reason: " " }, {}, { code: "reason_missing" }],
    [{}, { state: "unidentified", customerId: null }, { code: "receipt_not_identified" }],
    [{}, { state: "returned" }, { code: "receipt_is_returned" }],
  ] as const)("of %o from %o is refused", (different, stands, refusal) => {
    const judged = judgeRefundRequest({ ...offer, ...different }, { ...receipt, ...stands }, []);
    expect(judged).toEqual({ ok: false, refusal });
  });

  const amounts = fc.array(fc.bigInt({ min: -5n, max: 200n }), { maxLength: 12 });

  test("whatever is asked for, together it is never more than the rest", () => {
    holds(amounts, (asked) => {
      const taken: StandingRefund[] = [];
      const unit = currency("CNY");
      for (const minor of asked) {
        const amount = money(minor, unit);
        const judged = judgeRefundRequest(
          { amount, reason: "x" },
          { ...receipt, rest: money(500n, unit) },
          taken,
        );
        if (judged.ok) taken.push(refund("requested", amount));
      }
      const sum = total(
        taken.map(({ amount }) => amount),
        unit,
      );
      expect(isNegative(subtract(money(500n, unit), sum))).toBe(false);
    });
  });
});

describe("a decision", () => {
  const yes = { approve: true, reason: null, by: "head" };

  test("is another person's, and a no has its reason", () => {
    expect(judgeRefundDecision(refund("requested"), yes)).toEqual({
      ok: true,
      value: { state: "approved", reason: null },
    });
    expect(
      judgeRefundDecision(refund("requested"), { ...yes, approve: false, reason: " 抵下月货款 " }),
    ).toEqual({ ok: true, value: { state: "refused", reason: "抵下月货款" } });
  });

  test("takes an approval back while nothing is paid: its money may have been applied", () => {
    const no = { approve: false, reason: "客户要求抵货款", by: "head" };
    expect(judgeRefundDecision(refund("approved"), no)).toMatchObject({
      value: { state: "refused" },
    });
    expect(judgeRefundDecision(refund("paid"), no)).toMatchObject({
      refusal: { code: "refund_not_in_state" },
    });
  });

  test.each([
    [refund("requested"), { ...yes, by: "wu" }, "refund_is_own"],
    [refund("approved"), yes, "refund_not_in_state"],
    [refund("paid"), yes, "refund_not_in_state"],
    [refund("requested"), { ...yes, approve: false, reason: "  " }, "reason_missing"],
  ])("on %o by %o is refused", (standing, decision, code) => {
    expect(judgeRefundDecision(standing, decision)).toMatchObject({ refusal: { code } });
  });
});

describe("a payment", () => {
  const approved = refund("approved");
  const rest = cny("300.00");

  test.each([
    [approved, { on: today, line: null }, rest, null],
    [approved, { on: today, line: cny("-100.00") }, cny("100.00"), null],
    [refund("requested"), { on: today, line: null }, rest, "refund_not_in_state"],
    [approved, { on: on("2026-04-11"), line: null }, rest, "paid_in_future"],
    [approved, { on: today, line: cny("100.00") }, rest, "refund_line_differs"],
    [approved, { on: today, line: cny("-99.99") }, rest, "refund_line_differs"],
    [approved, { on: today, line: moneyOf("-100.00", "USD") }, rest, "refund_line_differs"],
    [approved, { on: today, line: null }, cny("99.99"), "refund_exceeds_rest"],
  ])("of %o by %o with %o left: %s", (standing, payment, left, code) => {
    const judged = judgeRefundPayment(standing, payment, left, today);
    expect(judged.ok ? null : judged.refusal.code).toBe(code);
  });

  test("is not of a day before the money came", () => {
    expect(judgeRefundDay(on("2026-04-01"), on("2026-04-01")).ok).toBe(true);
    expect(judgeRefundDay(on("2026-03-31"), on("2026-04-01"))).toMatchObject({
      refusal: { code: "refund_before_receipt", receivedOn: "2026-04-01" },
    });
  });

  test("takes cash and uses the receipt up on its day", () => {
    const { postings, opened } = bookRefund(
      "receipt" as ItemId,
      cny("100.00"),
      today,
      countingIds(),
      [],
    );
    expect(
      postings.map(({ account, amount, effectiveOn }) => [account, amount, effectiveOn]),
    ).toEqual([
      ["receivable", cny("100.00"), today],
      ["cash", cny("-100.00"), today],
    ]);
    expect(opened).toEqual([{ itemId: "receipt", by: cny("100.00") }]);
  });
});

describe("money that went out before anybody asked", () => {
  const credits = [
    { id: "old" as ItemId, open: cny("80.00") },
    { id: "dollars" as ItemId, open: moneyOf("500.00", "USD") },
    { id: "new" as ItemId, open: cny("50.00") },
  ];

  test("uses up the credits of its currency in their order", () => {
    expect(refundedCredits(cny("100.00"), credits)).toEqual({
      ok: true,
      value: [
        { itemId: "old", amount: cny("80.00") },
        { itemId: "new", amount: cny("20.00") },
      ],
    });
    expect(refundedCredits(cny("80.00"), credits)).toMatchObject({
      value: [{ itemId: "old", amount: cny("80.00") }],
    });
  });

  test("is refused beyond them", () => {
    expect(refundedCredits(cny("130.01"), credits)).toMatchObject({
      refusal: { code: "refund_exceeds_rest", free: cny("130.00") },
    });
    expect(refundedCredits(cny("0"), credits)).toMatchObject({
      refusal: { code: "refund_not_positive" },
    });
  });
});

test("only what was paid counts as refunded", () => {
  const all = (["requested", "approved", "refused", "paid"] as const).map((state) => refund(state));
  expect(refundedSum([...all, refund("paid", cny("5.00"))], currency("CNY"))).toEqual(
    cny("105.00"),
  );
  expect(refundedSum([], currency("CNY"))).toEqual(cny("0"));
});
