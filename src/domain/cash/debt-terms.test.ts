/** Debts by their contracts: rate, security and order, and who set the order. */
import { describe, expect, test } from "vitest";
import { cny, on } from "../../../test/kit/import-book.ts";
import type { ItemId } from "../values/ids.ts";
import { rate } from "../values/money.ts";
import { agreedOrderOf, agreedRateOf, debtOf, NO_TERMS, orderWithin } from "./debt-terms.ts";
import { BY_LAW } from "./interest-view.ts";

const item = { id: "a" as ItemId, dueOn: on("2026-01-31"), open: cny("80.00") };
const perDay = rate(500_000n, "day");

test("an item without contract is principal, unsecured, at the law's rate and order", () => {
  expect(debtOf(item, NO_TERMS, "statutory")).toEqual({
    id: "a",
    dueOn: "2026-01-31",
    security: { kind: "none" },
    lateRate: null,
    posted: { costs: cny("0"), interest: cny("0"), principal: cny("80.00") },
    within: "statutory",
  });
  expect(agreedRateOf(NO_TERMS)).toBeNull();
});

test("a guarantee in words is a security of unknown extent, an empty one is none", () => {
  const guaranteed = { ...NO_TERMS, guarantee: "母公司连带责任保证", lateRate: perDay };
  expect(debtOf(item, guaranteed, "statutory")).toMatchObject({
    security: { kind: "unknown" },
    lateRate: perDay,
  });
  expect(debtOf(item, { ...NO_TERMS, guarantee: " " }, "statutory").security.kind).toBe("none");
});

describe("the order within a debt", () => {
  const contract = {
    ...NO_TERMS,
    appropriation: "principal_first",
    appropriationText: "还款先冲抵本金",
  } as const;

  test("is the contract's where it says so, whatever the policy", () => {
    for (const byDefault of ["statutory", "principal_first"] as const) {
      expect(orderWithin(contract, byDefault)).toEqual({
        code: "order_by_contract",
        text: "还款先冲抵本金",
      });
      expect(debtOf(item, contract, byDefault).within).toBe("principal_first");
    }
    expect(orderWithin({ ...contract, appropriationText: null }, "statutory")).toEqual({
      code: "order_by_contract",
      text: "",
    });
  });

  test("is waived by the policy only where the contract is silent", () => {
    expect(orderWithin(NO_TERMS, "statutory")).toBe(BY_LAW);
    expect(orderWithin(NO_TERMS, "principal_first")).toEqual({ code: "order_waived_by_policy" });
    expect(debtOf(item, NO_TERMS, "principal_first").within).toBe("principal_first");
    const words = { ...NO_TERMS, appropriation: "agreed" } as const;
    expect(orderWithin(words, "principal_first")).toBe(BY_LAW);
  });
});

test("an agreed order across debts is words for a person", () => {
  expect(agreedOrderOf([NO_TERMS])).toBeNull();
  const agreed = { ...NO_TERMS, appropriation: "agreed", appropriationText: "先还旧账" } as const;
  expect(agreedOrderOf([NO_TERMS, agreed, agreed])).toEqual({
    kind: "in_words",
    text: "先还旧账",
  });
  const other = { ...agreed, appropriationText: "按发票日期" };
  expect(agreedOrderOf([agreed, other])).toMatchObject({ text: "先还旧账\n按发票日期" });
  expect(agreedOrderOf([{ ...agreed, appropriationText: null }])).toEqual({
    kind: "in_words",
    text: "",
  });
});

test("the agreed rate comes with its clause", () => {
  const terms = { ...NO_TERMS, lateRate: perDay, lateClause: "第九条" };
  expect(agreedRateOf(terms)).toEqual({ rate: perDay, clause: "第九条" });
});
