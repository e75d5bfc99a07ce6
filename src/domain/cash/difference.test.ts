/** Differences: exact, short or over, and never given up beyond the policy. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holdsOften } from "../../../test/kit/holds.ts";
import { cny, on } from "../../../test/kit/import-book.ts";
import {
  claimOf,
  plainCase,
  plainWish,
  receiptOf,
  strictRules,
} from "../../../test/kit/settlement.ts";
import { compare, currency, money } from "../values/money.ts";
import {
  allowancesOf,
  type Compared,
  choicesFor,
  differenceOf,
  shortfallByRule,
} from "./difference.ts";
import { judgeSettlement } from "./settlement.ts";

const paidOn = on("2026-03-10");
const compared = (came: string, ...claims: string[]): Compared => ({
  money: cny(came),
  credits: [],
  claims: claims.map((text) => ({ issuedOn: on("2026-03-01"), paid: cny(text) })),
  paidOn,
});

test("money and credits against claims", () => {
  expect(differenceOf(compared("100.00", "60.00", "40.00"))).toEqual({ kind: "exact" });
  expect(differenceOf(compared("99.00", "100.00"))).toEqual({ kind: "short", amount: cny("1.00") });
  expect(differenceOf(compared("101.00", "100.00"))).toEqual({ kind: "over", amount: cny("1.00") });
  const credits = [cny("30.00"), cny("20.00")];
  expect(differenceOf({ ...compared("50.00", "100.00"), credits })).toEqual({ kind: "exact" });
});

describe("by rule", () => {
  test.each([
    ["9999.00", "rounding", "1.00"],
    ["9998.99", "bank_fee", "1.01"],
    ["9950.00", "bank_fee", "50.00"],
    ["9949.99", null, null],
    ["9800.02", null, null],
    ["9800.01", "cash_discount", "199.99"],
    ["9800.00", "cash_discount", "200.00"],
    ["9799.99", null, null],
    ["10000.00", null, null],
    ["10000.01", null, null],
  ])("%s for an invoice of 10,000.00: %s", (came, kind, amount) => {
    expect(shortfallByRule(compared(came, "10000.00"), strictRules)).toEqual(
      kind === null || amount === null ? null : { kind, amount: cny(amount) },
    );
  });

  test("a discount taken to the cent is one, however small", () => {
    expect(shortfallByRule(compared("49.00", "50.00"), strictRules)).toEqual({
      kind: "cash_discount",
      amount: cny("1.00"),
    });
  });

  test("where no discount is granted, a fee is a fee", () => {
    const rules = { ...strictRules, cashDiscount: null };
    expect(shortfallByRule(compared("9950.00", "10000.00"), rules)?.kind).toBe("bank_fee");
    expect(shortfallByRule(compared("9949.99", "10000.00"), rules)).toBeNull();
  });
});

test("a person sees what the policy allows for each reason", () => {
  expect(allowancesOf(cny("30.00"), compared("970.00", "1000.00"), strictRules)).toEqual([
    { kind: "rounding", upTo: cny("1.00"), within: false },
    { kind: "cash_discount", upTo: cny("20.00"), within: false },
    { kind: "bank_fee", upTo: cny("50.00"), within: true },
  ]);
  expect(choicesFor(compared("970.00", "1000.00"), strictRules).ways).toEqual([
    "give_up",
    "leave_open",
    "dispute",
  ]);
  expect(choicesFor(compared("1070.00", "1000.00"), strictRules)).toMatchObject({
    difference: { kind: "over", amount: cny("70.00") },
    ways: ["keep_on_account", "refund"],
  });
  expect(choicesFor(compared("1000.00", "1000.00"), strictRules).ways).toEqual([]);
});

const unit = currency("CNY");
const anyMinor = fc.bigInt({ min: 1n, max: 1_000_000n });

test("what a rule gives up is booked without a person", () => {
  holdsOften(anyMinor, fc.bigInt({ min: 0n, max: 30_000n }), (owed, lacking) => {
    const came = money(owed - (lacking % owed), unit);
    const claim = { ...claimOf("a", "1.00"), open: money(owed, unit) };
    const claims = [{ issuedOn: claim.issuedOn, paid: claim.open }];
    const { receivedOn } = receiptOf("1.00");
    const shortfall = shortfallByRule(
      { money: came, credits: [], claims, paidOn: receivedOn },
      strictRules,
    );
    if (shortfall === null) return;
    const judged = judgeSettlement(
      {
        ...plainWish,
        allocations: [{ itemId: claim.id, amount: claim.open, paid: null }],
        shortfall,
      },
      { ...plainCase, receipt: { ...receiptOf("1.00"), rest: came }, claims: [claim] },
    );
    expect(judged).toMatchObject({ ok: true, value: { onAccount: money(0n, unit) } });
    expect(compare(shortfall.amount, money(owed, unit))).toBe(-1);
  });
});
