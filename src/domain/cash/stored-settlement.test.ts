/** Settlements as applications keep them. */
import { expect, test } from "vitest";
import { cny, on } from "../../../test/kit/import-book.ts";
import type { ItemId } from "../values/ids.ts";
import type { Settlement } from "./settlement.ts";
import { moneyOfStored, storedSettlement } from "./stored-settlement.ts";

const day = on("2026-03-10");
const [a, b] = ["a" as ItemId, "b" as ItemId];
const settlement: Settlement = {
  customerId: "jia" as Settlement["customerId"],
  currency: cny("0").currency,
  claims: [{ itemId: a, issuedOn: day, amount: cny("10.00"), paid: cny("10.00") }],
  credits: [{ itemId: b, amount: cny("2.00"), issuedOn: day }],
  receipt: { itemId: b, amount: cny("8.00"), receivedOn: day },
  givenUp: null,
  residual: [],
  onAccount: cny("0.01"),
};

test("amounts are minor units in text and come back as they were", () => {
  const stored = storedSettlement(settlement);
  expect(stored).toEqual({
    allocations: [{ itemId: "a", minor: "1000", currency: "CNY" }],
    credits: [{ itemId: "b", minor: "200", currency: "CNY" }],
    shortfall: null,
    onAccount: { minor: "1", currency: "CNY" },
  });
  expect(stored.onAccount && moneyOfStored(stored.onAccount)).toEqual(cny("0.01"));
});

test("what was given up is kept with its kind, deductions of several claims as one sum", () => {
  const givenUp = { kind: "rounding", account: "small_difference", amount: cny("0.50"), on: day };
  expect(storedSettlement({ ...settlement, givenUp } as Settlement).shortfall).toEqual({
    ...{ kind: "rounding", minor: "50", currency: "CNY" },
  });
  const residual = [
    { itemId: a, amount: cny("1.00") },
    { itemId: b, amount: cny("2.00") },
  ];
  expect(storedSettlement({ ...settlement, residual }).shortfall).toEqual({
    ...{ kind: "deduction", minor: "300", currency: "CNY" },
  });
});
