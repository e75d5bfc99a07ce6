/** Returned payments: what may be booked, and that the book stands as if the money never came. */
import { describe, expect, test } from "vitest";
import { cny, on } from "../../../test/kit/import-book.ts";
import type { ItemId, PromiseId } from "../values/ids.ts";
import { currency, moneyOf } from "../values/money.ts";
import {
  judgeReturn,
  judgeReturnLine,
  promisesToJudgeAnew,
  RETURN_KINDS,
  type ReturnableReceipt,
  type ReturnOffer,
  returnKindOf,
} from "./returned-payment.ts";

const today = on("2026-04-10");
const returned = on("2026-04-09");
const offer: ReturnOffer = {
  kind: "bank_return",
  returnedOn: returned,
  amount: null,
  charge: null,
  claimCharge: false,
};
const receipt: ReturnableReceipt = {
  state: "identified",
  method: "bank",
  amount: cny("500.00"),
  receivedOn: on("2026-04-01"),
  refunded: cny("0"),
  clause: null,
};

describe("a return", () => {
  test("of the whole is taken, with the bank's charge as the creditor's cost", () => {
    const charge = cny("15.00");
    expect(judgeReturn({ ...offer, charge, amount: cny("500.00") }, receipt, today)).toEqual({
      ok: true,
      value: { kind: "bank_return", returnedOn: returned, charge, chargeClause: null },
    });
  });

  test("claims the charge only by a clause, which is cited", () => {
    const claiming = { ...offer, charge: cny("15.00"), claimCharge: true };
    const clause = " 第七条：退票费用由买方承担 ";
    expect(judgeReturn(claiming, { ...receipt, clause }, today)).toMatchObject({
      value: { chargeClause: "第七条：退票费用由买方承担" },
    });
    for (const none of [null, "  "]) {
      expect(judgeReturn(claiming, { ...receipt, clause: none }, today)).toMatchObject({
        refusal: { code: "charge_without_clause" },
      });
    }
  });

  test("on the day the money came, or today, is taken", () => {
    expect(judgeReturn({ ...offer, returnedOn: receipt.receivedOn }, receipt, today).ok).toBe(true);
    expect(judgeReturn({ ...offer, returnedOn: today }, receipt, today).ok).toBe(true);
  });

  const cnyUnit = currency("CNY");
  test.each([
    [{}, { state: "returned" }, { code: "return_booked_already" }],
    [
      { returnedOn: on("2026-03-31") },
      {},
      { code: "return_before_receipt", receivedOn: on("2026-04-01") },
    ],
    [
      { returnedOn: on("2026-04-11") },
      {},
      { code: "return_in_future", day: on("2026-04-11"), today },
    ],
    [
      { amount: moneyOf("500.00", "USD") },
      {},
      { code: "return_in_other_currency", currency: cnyUnit },
    ],
    [{ amount: cny("499.99") }, {}, { code: "return_is_not_whole", amount: cny("500.00") }],
    [{ amount: cny("500.01") }, {}, { code: "return_is_not_whole", amount: cny("500.00") }],
    [{ kind: "bounced_cheque" }, {}, { code: "return_kind_does_not_fit", method: "bank" }],
    [{}, { method: "bill" }, { code: "return_kind_does_not_fit", method: "bill" }],
    [{}, { refunded: cny("0.01") }, { code: "return_after_refund", refunded: cny("0.01") }],
    [
      { charge: moneyOf("1.00", "USD") },
      {},
      { code: "return_in_other_currency", currency: cnyUnit },
    ],
    [{ charge: cny("0") }, {}, { code: "charge_not_positive" }],
    [{ claimCharge: true }, { clause: "x" }, { code: "charge_not_positive" }],
  ] as const)("%o of %o is refused", (different, stands, refusal) => {
    const judged = judgeReturn({ ...offer, ...different }, { ...receipt, ...stands }, today);
    expect(judged).toEqual({ ok: false, refusal });
  });

  test("has for each way of paying a kind that fits", () => {
    for (const method of ["bank", "wechat", "alipay", "cash", "cheque", "bill", "erp"] as const) {
      const kind = returnKindOf(method);
      expect(RETURN_KINDS).toContain(kind);
      expect(judgeReturn({ ...offer, kind }, { ...receipt, method }, today).ok).toBe(true);
    }
  });
});

describe("promises", () => {
  const item = "claim" as ItemId;
  const promise = (state: string, judgedOn: string | null, items: readonly ItemId[] = [item]) => ({
    id: `${state} ${judgedOn}` as PromiseId,
    state,
    items,
    judgedOn: judgedOn === null ? null : on(judgedOn),
  });

  test("kept by this money are judged anew, others are not", () => {
    const anew = [
      promise("kept", "2026-04-01"),
      promise("kept", "2026-04-05"),
      promise("partially_kept", "2026-04-02"),
      promise("kept", null),
    ];
    const others = [
      promise("kept", "2026-03-31"),
      promise("broken", "2026-04-05"),
      promise("open", null),
      promise("kept", "2026-04-05", ["other" as ItemId]),
    ];
    const all = [...others, ...anew];
    expect(promisesToJudgeAnew(all, new Set([item]), on("2026-04-01"))).toEqual(anew);
  });
});

test("the line by which it went out again has its exact amount", () => {
  const amount = moneyOf("100.00", "CNY");
  expect(judgeReturnLine(null, { amount })).toEqual({ ok: true, value: null });
  expect(judgeReturnLine(moneyOf("-100.00", "CNY"), { amount }).ok).toBe(true);
  for (const line of [moneyOf("100.00", "CNY"), moneyOf("-99.99", "CNY"), moneyOf("-100", "USD")]) {
    expect(judgeReturnLine(line, { amount })).toMatchObject({
      refusal: { code: "return_line_differs" },
    });
  }
});
