/** Settlements that are refused, each with the fact that decided. */
import { describe, expect, test } from "vitest";
import { cny } from "../../../test/kit/import-book.ts";
import {
  claimOf,
  creditOf,
  plainCase,
  plainWish,
  receiptOf,
} from "../../../test/kit/settlement.ts";
import type { CustomerId, ItemId } from "../values/ids.ts";
import { moneyOf } from "../values/money.ts";
import { judgeSettlement } from "./settlement.ts";

const [a, b] = ["a" as ItemId, "b" as ItemId];

describe("a settlement is refused", () => {
  const given = {
    ...plainCase,
    receipt: receiptOf("100.00"),
    claims: [claimOf("a", "80.00"), claimOf("b", "60.00")],
    credits: [creditOf("k", "30.00")],
  };
  const allocation = (itemId: ItemId, text: string) => ({
    itemId,
    amount: cny(text),
    paid: null,
  });
  const k = "k" as ItemId;

  test.each([
    ["an amount of nothing", [allocation(a, "0")], { code: "settlement_not_positive", item: a }],
    ["a negative one", [allocation(a, "-1.00")], { code: "settlement_not_positive", item: a }],
    [
      "an item twice",
      [allocation(a, "1.00"), allocation(a, "1.00")],
      { code: "settlement_names_item_twice", item: a },
    ],
    [
      "an item that is not open",
      [allocation("z" as ItemId, "1.00")],
      { code: "item_not_open", item: "z" },
    ],
    [
      "more than is open",
      [allocation(b, "60.01")],
      { code: "settlement_exceeds_item", item: b, open: cny("60.00") },
    ],
    [
      "more than the receipt",
      [allocation(a, "80.00"), allocation(b, "20.01")],
      { code: "settlement_exceeds_receipt", rest: cny("100.00"), needed: cny("100.01") },
    ],
    [
      "another currency without what was paid",
      [{ itemId: a, amount: moneyOf("1.00", "USD"), paid: null }],
      { code: "settlement_in_other_currency", item: a, currency: cny("0").currency },
    ],
    [
      "a payment in a currency the receipt is not of",
      [{ itemId: a, amount: cny("1.00"), paid: moneyOf("1.00", "USD") }],
      { code: "settlement_in_other_currency", item: a, currency: cny("0").currency },
    ],
    [
      "two amounts in one currency",
      [{ itemId: a, amount: cny("2.00"), paid: cny("1.00") }],
      { code: "settlement_not_positive", item: a },
    ],
  ])("for %s", (_why, allocations, refusal) => {
    expect(judgeSettlement({ ...plainWish, allocations }, given)).toEqual({ ok: false, refusal });
  });

  test("for another customer's invoice", () => {
    const strange = { ...claimOf("a", "80.00"), customerId: "other" as CustomerId };
    const wish = { ...plainWish, allocations: [allocation(a, "80.00")] };
    expect(judgeSettlement(wish, { ...given, claims: [strange] })).toMatchObject({
      refusal: { code: "item_of_other_customer", item: a },
    });
  });

  test("when it says nothing", () => {
    expect(judgeSettlement(plainWish, { ...given, receipt: null })).toMatchObject({
      refusal: { code: "settlement_is_empty" },
    });
  });

  test("without a receipt for a claim that is not open", () => {
    const wish = { ...plainWish, allocations: [allocation("z" as ItemId, "1.00")] };
    expect(judgeSettlement(wish, { ...given, receipt: null })).toMatchObject({
      refusal: { code: "item_not_open", item: "z" },
    });
  });

  test("when the money and the credits together are not enough: the rest is told", () => {
    const wish = {
      ...plainWish,
      allocations: [allocation(a, "80.00"), allocation(b, "60.00")],
      credits: [{ itemId: k, amount: cny("30.00") }],
    };
    expect(judgeSettlement(wish, given)).toMatchObject({
      refusal: {
        code: "settlement_exceeds_receipt",
        rest: cny("100.00"),
        needed: cny("110.00"),
      },
    });
  });

  test("when credits are used for nothing, or are the receipt itself", () => {
    const credits = [{ itemId: k, amount: cny("30.00") }];
    const wish = { ...plainWish, allocations: [allocation(a, "10.00")], credits };
    expect(judgeSettlement(wish, given)).toMatchObject({
      refusal: { code: "credits_exceed_claims", by: cny("20.00") },
    });
    const itself = [{ itemId: "receipt" as ItemId, amount: cny("10.00") }];
    const own = { ...creditOf("receipt", "100.00") };
    expect(
      judgeSettlement({ ...wish, credits: itself }, { ...given, credits: [own] }),
    ).toMatchObject({ refusal: { code: "settlement_names_item_twice", item: "receipt" } });
  });

  test("when a credit is of another currency than the receipt", () => {
    const usd = { ...creditOf("k", "1"), open: moneyOf("5.00", "USD") };
    const wish = {
      ...plainWish,
      allocations: [allocation(a, "10.00")],
      credits: [{ itemId: k, amount: moneyOf("5.00", "USD") }],
    };
    expect(judgeSettlement(wish, { ...given, credits: [usd] })).toMatchObject({
      refusal: { code: "settlement_in_other_currency", item: "k", currency: "CNY" },
    });
  });

  test("when what is thought to remain does not", () => {
    const wish = { ...plainWish, allocations: [allocation(a, "80.00")] };
    expect(judgeSettlement({ ...wish, onAccount: cny("20.00") }, given).ok).toBe(true);
    for (const told of [cny("19.99"), moneyOf("20.00", "USD")]) {
      expect(judgeSettlement({ ...wish, onAccount: told }, given)).toMatchObject({
        refusal: { code: "settlement_does_not_add_up", left: cny("20.00"), told },
      });
    }
  });
});
