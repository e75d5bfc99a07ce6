/** Shortfalls: given up within the policy, by a person with a reason, or left open. */
import { describe, expect, test } from "vitest";
import { cny, countingIds } from "../../../test/kit/import-book.ts";
import {
  claimOf,
  plainCase,
  plainWish,
  receiptOf,
  receivedOn,
  settled,
} from "../../../test/kit/settlement.ts";
import { addDays } from "../values/calendar.ts";
import type { ItemId } from "../values/ids.ts";
import { type Money, moneyOf } from "../values/money.ts";
import type { Shortfall } from "./matching/match.ts";
import { judgeSettlement, type SettlementCase, type SettlementWish } from "./settlement.ts";
import { bookSettlement } from "./settlement-booking.ts";

const [a, b] = ["a" as ItemId, "b" as ItemId];
const short = (kind: Shortfall["kind"], amount: Money): SettlementWish["shortfall"] => ({
  kind,
  amount,
});

/** An invoice of 1000.00, paid by the rest of a receipt. */
function paidBy(
  text: string,
  shortfall: Shortfall | null,
  different: Partial<SettlementCase> = {},
) {
  const wish: SettlementWish = {
    ...plainWish,
    allocations: [{ itemId: a, amount: cny("1000.00"), paid: null }],
    shortfall,
  };
  const claims = [claimOf("a", "1000.00")];
  return judgeSettlement(wish, { ...plainCase, receipt: receiptOf(text), claims, ...different });
}

describe("by itself", () => {
  test.each([
    ["950.00", short("bank_fee", cny("50.00")), null],
    ["949.99", short("bank_fee", cny("50.01")), "shortfall_exceeds_policy"],
    ["999.00", short("rounding", cny("1.00")), null],
    ["998.99", short("rounding", cny("1.01")), "shortfall_exceeds_policy"],
    ["980.00", short("cash_discount", cny("20.00")), null],
    ["979.99", short("cash_discount", cny("20.01")), "shortfall_exceeds_policy"],
    ["400.00", short("deduction", cny("600.00")), null],
    ["1000.01", short("bank_fee", cny("0")), "shortfall_exceeds_policy"],
    ["1001.00", short("rounding", cny("-1.00")), "shortfall_exceeds_policy"],
    ["999.50", short("rounding", cny("1.00")), "shortfall_beside_rest"],
    ["950.00", short("bank_fee", moneyOf("50.00", "USD")), "shortfall_exceeds_policy"],
  ])("a receipt of %s with %o: %s", (text, shortfall, code) => {
    const judged = paidBy(text, shortfall);
    expect(judged.ok ? null : judged.refusal.code).toBe(code);
  });

  test("a discount is judged by the day on which the money came, not by that of booking", () => {
    const claims = [{ ...claimOf("a", "1000.00"), issuedOn: addDays(receivedOn, -30) }];
    const late = { claims, today: addDays(receivedOn, 40) };
    expect(paidBy("980.00", short("cash_discount", cny("20.00")), late).ok).toBe(true);
  });

  test("the policy's bound is told", () => {
    expect(paidBy("900.00", short("bank_fee", cny("100.00")))).toMatchObject({
      refusal: { code: "shortfall_exceeds_policy", kind: "bank_fee", allowed: cny("50.00") },
    });
  });
});

describe("a person", () => {
  const person = { by: "person", reason: "客户承担不了，主管同意" } as const;
  const fee = short("bank_fee", cny("100.00"));

  test("gives up more with a reason, but not more than came", () => {
    expect(paidBy("900.00", fee, person).ok).toBe(true);
    expect(paidBy("900.00", fee, { ...person, reason: "  " })).toMatchObject({
      refusal: { code: "reason_missing" },
    });
    expect(paidBy("900.00", fee, { ...person, reason: null })).toMatchObject({
      refusal: { code: "reason_missing" },
    });
    expect(paidBy("500.00", short("bank_fee", cny("500.00")), person).ok).toBe(true);
    expect(paidBy("499.99", short("bank_fee", cny("500.01")), person)).toMatchObject({
      refusal: { code: "shortfall_exceeds_policy" },
    });
  });

  test("needs none within the policy", () => {
    const within = short("bank_fee", cny("50.00"));
    expect(paidBy("950.00", within, { ...person, reason: null }).ok).toBe(true);
  });

  test("gives up a small rest without any money, and no large one", () => {
    const give = (text: string) =>
      judgeSettlement(
        {
          ...plainWish,
          allocations: [{ itemId: a, amount: cny(text), paid: null }],
          shortfall: short("rounding", cny(text)),
        },
        { ...plainCase, ...person, claims: [claimOf("a", "5.00")] },
      );
    expect(give("1.00")).toMatchObject({ value: { givenUp: { on: plainCase.today } } });
    expect(give("1.01")).toMatchObject({ refusal: { code: "shortfall_exceeds_policy" } });
  });
});

test("each reason stands on its own account", () => {
  const accounts = (["bank_fee", "cash_discount", "rounding"] as const).map((kind) => {
    const wish = {
      ...plainWish,
      allocations: [{ itemId: a, amount: cny("1000.00"), paid: null }],
      shortfall: short(kind, cny("1.00")),
    };
    const given = { ...plainCase, receipt: receiptOf("999.00"), claims: [claimOf("a", "1000.00")] };
    const { postings } = bookSettlement(settled(wish, given), countingIds(), []);
    return postings.find(({ itemId }) => itemId === null)?.account;
  });
  expect(accounts).toEqual(["bank_charge", "cash_discount", "small_difference"]);
});

describe("a deduction stays open", () => {
  const claims = [claimOf("a", "100.00"), claimOf("b", "60.00")];
  const allocations = claims.map(({ id, open }) => ({ itemId: id, amount: open, paid: null }));
  const deduct = (amount: Money, from: ItemId | null = null): SettlementWish => ({
    ...plainWish,
    allocations,
    shortfall: { kind: "deduction", amount },
    deductedFrom: from,
  });
  const given = (text: string) => ({ ...plainCase, receipt: receiptOf(text), claims });

  test("on the last claim, where nobody says on which", () => {
    const settlement = settled(deduct(cny("10.00")), given("150.00"));
    expect(settlement.residual).toEqual([{ itemId: b, amount: cny("10.00") }]);
    expect(settlement.claims.map(({ itemId, amount }) => [itemId, amount])).toEqual([
      [a, cny("100.00")],
      [b, cny("50.00")],
    ]);
    expect(settlement.givenUp).toBeNull();
  });

  test("on the claim it was made from", () => {
    const settlement = settled(deduct(cny("10.00"), a), given("150.00"));
    expect(settlement.residual).toEqual([{ itemId: a, amount: cny("10.00") }]);
    expect(settlement.claims[0]).toMatchObject({ amount: cny("90.00"), paid: cny("90.00") });
  });

  test("on several, where the last is not enough; one that is left whole is not settled", () => {
    const settlement = settled(deduct(cny("75.00")), given("85.00"));
    expect(settlement.residual).toEqual([
      { itemId: a, amount: cny("15.00") },
      { itemId: b, amount: cny("60.00") },
    ]);
    expect(settlement.claims.map(({ itemId, amount }) => [itemId, amount])).toEqual([
      [a, cny("85.00")],
    ]);
  });

  test("and is refused beyond the claim it was made from", () => {
    expect(judgeSettlement(deduct(cny("60.01"), b), given("99.99"))).toMatchObject({
      refusal: { code: "deduction_exceeds_claims", claims: cny("60.00") },
    });
  });
});
