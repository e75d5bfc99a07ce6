/** What matching makes of a line, mechanism by mechanism. */
import { describe, expect, test } from "vitest";
import { CLAIMS, codes, first, judged, settled } from "../../../../test/kit/judged-lines.ts";
import { aClaim, aLine, aMemo, CASH_RULES, cny } from "../../../../test/kit/match-values.ts";

describe("a number and its amount", () => {
  test.each([
    ["货款 INV-2026-001408"],
    ["lNV-2O26-OO14O8"],
    ["付1408"],
    ["INV-2026-00140"],
    ["INV-2026-004108"],
    ["PO4407-906"],
  ])("settle the claim: %s", (remark) => {
    expect(first(judged(aLine("12080.35", remark)))).toEqual(
      settled("hua", "INV-2026-001408 12080.35"),
    );
  });

  test("that several claims bear narrows only", () => {
    const claims = [
      aClaim("INV-2026-003001", { amount: "5000.00", references: ["HT-2026-0077-1"] }),
      aClaim("INV-2026-003002", { amount: "10000.00", references: ["HT-2026-0077-1"] }),
    ];
    expect(judged(aLine("5000.00", "HT-2026-0077-1"), { claims }).action).toBe("review");
    expect(judged(aLine("15000.00", "HT-2026-0077-1"), { claims }).action).toBe("auto");
  });

  test("settle it also when a stranger pays", () => {
    const line = aLine("12080.35", "INV-2026-001408", { name: "周敏" });
    expect(first(judged(line))).toEqual(settled("hua", "INV-2026-001408 12080.35"));
    expect(codes(judged(line).proposals[0]?.because ?? [])).toContain("payer_by_number");
  });

  test("of several are settled together, also run together with amounts, as a range or counted", () => {
    const all = settled(
      "hua",
      "INV-2026-001408 12080.35",
      "INV-2026-001565 23419.02",
      "INV-2026-001702 9870.00",
    );
    for (const remark of [
      "INV-2026-001408、INV-2026-001565+INV-2026-001702",
      "PO4407-906 12080.35INV-2026-001565 23419.02INV-2026-001702",
      "INV-2026-001408至1702",
      "INV-2026-001408等3张",
    ]) {
      expect(first(judged(aLine("45369.37", remark)))).toEqual(all);
    }
  });

  test("of another currency is proposed in the claim's own, and waits", () => {
    const claims = [aClaim("INV-2026-000900", { amount: "500.00", unit: "USD", of: "holten" })];
    const line = aLine("3600.00", "INV-2026-000900", { name: "HOLTEN BEARINGS B.V." });
    const result = judged(line, { claims });
    expect(first(result)).toMatchObject({
      action: "review",
      whose: "holten",
      settles: ["INV-2026-000900 500.00"],
    });
    expect(codes(result.waits)).toContain("currency_differs");
  });
});

describe("less or more than the claims named", () => {
  test.each([
    ["12030.35", { short: "bank_fee 50.00" }],
    ["12080.00", { short: "rounding 0.35" }],
    ["11717.94", { short: "cash_discount 362.41" }],
  ])("%s settles it with the rest given up", (amount, rest) => {
    expect(first(judged(aLine(amount, "INV-2026-001408")))).toEqual({
      ...settled("hua", "INV-2026-001408 12080.35"),
      ...rest,
    });
  });

  test("tells by how much, in the currency's own decimals", () => {
    const [top] = judged(aLine("12030.35", "INV-2026-001408")).proposals;
    expect(top?.because).toContainEqual({ code: "bank_fee", amount: "50.00" });
  });

  test("a discount that the policy does not grant waits", () => {
    const strict = { ...CASH_RULES, cashDiscount: null };
    const late = { partsPerBillion: 30_000_000n, withinDays: 10 };
    for (const rules of [strict, { ...CASH_RULES, cashDiscount: late }]) {
      const result = judged(aLine("11717.94", "INV-2026-001408"), {}, rules);
      expect(first(result)).toMatchObject({ action: "review", short: "deduction 362.41" });
      expect(codes(result.waits)).toContain("discount_not_granted");
    }
  });

  test("a part payment is applied to the claim named", () => {
    expect(first(judged(aLine("3624.11", "INV-2026-001408 首付30%")))).toEqual(
      settled("hua", "INV-2026-001408 3624.11"),
    );
  });

  test("a part of two claims waits: of which?", () => {
    const result = judged(aLine("30000.00", "INV-2026-001408 INV-2026-001565"));
    expect(result.action).toBe("review");
  });

  test("a little more is kept for the customer", () => {
    expect(first(judged(aLine("12100.00", "INV-2026-001408")))).toEqual({
      ...settled("hua", "INV-2026-001408 12080.35"),
      kept: "19.65",
    });
  });

  test("a deduction with its word is for a person, never a part payment by itself", () => {
    const result = judged(aLine("11880.35", "INV-2026-001408扣质量款"));
    expect(first(result)).toMatchObject({
      action: "review",
      settles: ["INV-2026-001408 12080.35"],
      short: "deduction 200.00",
    });
  });

  test("a credit memo is used up with the money, named or not", () => {
    const credits = [aMemo("CN-2026-000031", "180.37")];
    for (const remark of ["INV-2026-001408 冲CN-2026-000031", "INV-2026-001408"]) {
      const result = judged(aLine("11899.98", remark), { credits });
      expect(first(result)).toEqual(settled("hua", "INV-2026-001408 12080.35"));
      expect(result.proposals[0]?.credits).toEqual([
        { itemId: "CN-2026-000031", amount: cny("180.37") },
      ]);
    }
  });

  test("a number whose claim is not the amount waits when another claim is just the amount", () => {
    const result = judged(aLine("9870.00", "INV-2026-001565"));
    expect(result.action).toBe("review");
    expect(codes(result.waits)).toContain("other_explanation");
  });
});

describe("no number", () => {
  test("one claim of just the amount is settled, a sum that only one set makes as well", () => {
    expect(first(judged(aLine("23419.02", "货款")))).toEqual(
      settled("hua", "INV-2026-001565 23419.02"),
    );
    expect(first(judged(aLine("35499.37", "往来款")))).toEqual(
      settled("hua", "INV-2026-001408 12080.35", "INV-2026-001565 23419.02"),
    );
  });

  test("two equal claims wait, the older one first", () => {
    const claims = [
      ...CLAIMS,
      aClaim("INV-2026-001999", { amount: "23419.02", due: "2026-05-30" }),
    ];
    const result = judged(aLine("23419.02", "货款"), { claims });
    expect(first(result)).toMatchObject({
      action: "review",
      settles: ["INV-2026-001565 23419.02"],
    });
    expect(codes(result.waits)).toContain("equal_claims");
    expect(codes(result.proposals[0]?.because ?? [])).toContain("oldest_of_equals");
  });

  test("a claim and a sum of others of the same amount wait", () => {
    const claims = [...CLAIMS, aClaim("INV-2026-002000", { amount: "21950.35" })];
    const result = judged(aLine("21950.35", "货款"), { claims });
    expect(result.action).toBe("review");
    expect(codes(result.waits)).toContain("equal_claims");
  });

  test("a month named is settled", () => {
    const claims = [
      ...CLAIMS,
      aClaim("INV-2026-002100", { amount: "777.77", issued: "2026-02-11" }),
      aClaim("INV-2026-002101", { amount: "1234.56", issued: "2026-02-20" }),
    ];
    expect(first(judged(aLine("2012.33", "2月货款"), { claims }))).toEqual(
      settled("hua", "INV-2026-002100 777.77", "INV-2026-002101 1234.56"),
    );
  });

  test("an advance is the customer's money, and for a person to confirm", () => {
    expect(first(judged(aLine("50000.00", "合同预付款")))).toEqual({
      action: "review",
      what: "receipt",
      whose: "hua",
      settles: [],
      kept: "50000.00",
    });
  });

  test("a disputed claim is settled by itself only if named", () => {
    const claims = [aClaim("INV-2026-001408", { amount: "12080.35", disputed: "80.35" })];
    const silent = judged(aLine("12080.35", "货款"), { claims });
    expect(codes(silent.waits)).toContain("claim_disputed");
    expect(judged(aLine("12080.35", "INV-2026-001408"), { claims }).action).toBe("auto");
  });

  test("a claim issued after the payment counts only if named", () => {
    const claims = [aClaim("INV-2026-001408", { amount: "12080.35", issued: "2026-04-20" })];
    expect(first(judged(aLine("12080.35", "货款"), { claims })).settles).toEqual([]);
    expect(judged(aLine("12080.35", "INV-2026-001408"), { claims }).action).toBe("auto");
  });

  test("the oldest claims are settled only where the policy says so", () => {
    const line = aLine("20000.00", "货款");
    expect(judged(line).action).toBe("review");
    const rules = { ...CASH_RULES, oldestFirst: true };
    expect(first(judged(line, {}, rules))).toEqual(
      settled("hua", "INV-2026-001408 12080.35", "INV-2026-001565 7919.65"),
    );
    expect(first(judged(aLine("99999.00", "货款"), {}, rules)).kept).toBe("54629.63");
    expect(judged(aLine("20000.00", "预付"), {}, rules).action).toBe("review");
    expect(judged(aLine("20000.00", "货款", { name: "周敏" }), {}, rules).action).toBe("review");
  });
});

test("a line too large to be counted is left to people", () => {
  const result = judged(aLine("900000000000000.00", "INV-2026-001408"));
  expect(result).toMatchObject({ action: "review", gaveUp: true });
  expect(result.proposals[0]).toMatchObject({ what: "unidentified" });
});

test.each([
  ["结息", null],
  ["内部调拨", "本公司"],
  ["增值税即征即退", "国家税务总局退库"],
])("is no receivable: %s", (remark, name) => {
  expect(first(judged(aLine("815.37", remark, { name })))).toMatchObject({
    action: "ignore",
    what: "not_receivable",
  });
});
