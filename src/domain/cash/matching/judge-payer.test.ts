/** Who paid, and what came before: how matching knows payers and repeated lines. */
import { describe, expect, test } from "vitest";
import { codes, first, judged, settled } from "../../../../test/kit/judged-lines.ts";
import {
  aClaim,
  aCustomer,
  aLine,
  anAlias,
  customerId,
} from "../../../../test/kit/match-values.ts";

describe("who paid", () => {
  const amount = "23419.02";
  test.each([
    ["its account", { name: null, account: "6217 0030 0011 2233 445" }],
    ["its English name", { name: "Shaoxing Hualan Electric Co.,Ltd" }],
    ["a slip with its masked account", { name: "绍兴华电澜气有限公司", account: "6217****3445" }],
  ])("is known by %s", (_, given) => {
    expect(first(judged(aLine(amount, "", given)))).toEqual(
      settled("hua", "INV-2026-001565 23419.02"),
    );
  });

  test("is known by an account once confirmed, and no more after it was revoked", () => {
    const line = aLine(amount, "", { name: "周敏", account: "4100887766554433" });
    expect(judged(line).action).toBe("review");
    const aliases = [anAlias("account", "4100887766554433", "hua", 4)];
    expect(first(judged(line, { aliases })).whose).toBe("hua");
  });

  test("is a stranger if one letter of the name is another", () => {
    const result = judged(aLine(amount, "货款", { name: "绍兴华岚电气有限公司" }));
    expect(result.action).toBe("review");
    expect(codes(result.waits)).toContain("payer_uncertain");
  });

  test("is nobody where nothing points to a customer", () => {
    const result = judged(aLine("4321.09", "汇款", { name: "潍坊沛柏纺织有限公司" }));
    expect(first(result)).toEqual({
      action: "review",
      what: "unidentified",
      whose: null,
      settles: [],
    });
  });

  test("of two with one name is told by the account", () => {
    const twins = [
      aCustomer("hua", "绍兴华澜电气有限公司", ["6217003000112233445"]),
      aCustomer("ling", "绍兴华澜电气有限公司"),
    ];
    const claims = [
      aClaim("INV-2026-000001", { amount }),
      aClaim("INV-2026-000002", { amount, of: "ling" }),
    ];
    const book = { customers: twins, claims };
    expect(judged(aLine(amount, ""), book).action).toBe("review");
    const line = aLine(amount, "", { account: "6217003000112233445" });
    expect(first(judged(line, book)).whose).toBe("hua");
  });

  test("may be named in the remark", () => {
    const line = aLine(amount, "PAYMENT FROM SHAOXING HUALAN ELECTRIC", { name: null });
    expect(first(judged(line)).whose).toBe("hua");
  });
});

describe("what came before", () => {
  const earlierLine = (given: Parameters<typeof aLine>[2], remark = "INV-2026-001408") => ({
    line: aLine("12080.35", remark, { id: "before", on: "2026-03-30", ...given }),
    customerId: customerId("hua"),
    settled: "applied" as const,
  });
  const paid = [aClaim("INV-2026-001408", { amount: "12080.35", open: "0.00" })];

  test("the same line told again is ignored, and names the first", () => {
    const past = [earlierLine({ on: "2026-04-02", reference: "B1" })];
    const result = judged(aLine("12080.35", "INV-2026-001408", { reference: "B1" }), { past });
    expect(result.action).toBe("ignore");
    expect(result.proposals[0]).toMatchObject({ what: "duplicate", duplicateOf: "before" });
  });

  test("claims paid already are not paid again: the money is the customer's", () => {
    const line = aLine("12080.35", "INV-2026-001408");
    expect(first(judged(line, { past: [earlierLine({})], claims: paid }))).toEqual({
      action: "auto",
      what: "receipt",
      whose: "hua",
      settles: [],
      kept: "12080.35",
    });
  });

  test("on one day, without a reference, a second payment may be the first told twice", () => {
    const past = [earlierLine({ on: "2026-04-02" })];
    const result = judged(aLine("12080.35", "INV-2026-001408"), { past, claims: paid });
    expect(result.action).toBe("review");
  });

  test("a silent second payment of one amount waits although a claim would fit", () => {
    const result = judged(aLine("12080.35", "货款"), { past: [earlierLine({}, "货款")] });
    expect(result.action).toBe("review");
  });
});
