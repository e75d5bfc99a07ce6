/** The book that matching looks at: what it is built from, and payers learned and forgotten. */
import { describe, expect, test } from "vitest";
import { aClaim, aCustomer, aMemo, anAlias, itemId } from "../../../../test/kit/match-values.ts";
import {
  addClaim,
  addCredit,
  addCustomer,
  aliasKey,
  learnAlias,
  maskOf,
  openMatchBook,
  plainAccount,
  revokeAlias,
} from "./match-book.ts";

const values = {
  customers: [aCustomer("hua", "绍兴华澜电气有限公司", ["6217 0030 0011 2233"], "HUALAN LTD")],
  aliases: [],
  claims: [aClaim("INV-1001", { amount: "100.00", references: ["HT-2026-9"] })],
  credits: [aMemo("CN-2026-1", "30.00")],
  past: [],
};

describe("the book", () => {
  test("finds customers, claims and credits by what lines may tell of them", () => {
    const book = openMatchBook(values);
    expect(book.byAccount.has("6217003000112233")).toBe(true);
    expect(book.byMask.has("6217*2233")).toBe(true);
    expect(book.byName.has("HUALANLTD")).toBe(true);
    expect([...book.byNumber.keys()]).toEqual(["1NV1001", "HT20269"]);
    expect([...book.creditsByNumber.keys()]).toEqual(["CN20261"]);
    expect(book.byAmount.has("CNY10000")).toBe(true);
  });

  test("holds everything once, and claims of customers it knows", () => {
    const book = openMatchBook(values);
    expect(() => addCustomer(book, aCustomer("hua", "华澜"))).toThrow();
    expect(() => addClaim(book, aClaim("INV-1001", { amount: "1.00" }))).toThrow();
    expect(() => addCredit(book, aMemo("CN-2026-1", "1.00"))).toThrow();
    expect(() => addClaim(book, aClaim("INV-7", { amount: "1.00", of: "nobody" }))).toThrow();
  });

  test("leaves amounts too large to be counted to people", () => {
    const book = openMatchBook(values);
    addClaim(book, aClaim("INV-9999", { amount: "999999999999.00" }));
    addCredit(book, aMemo("CN-9999", "999999999999.00"));
    expect(book.claims.has(itemId("INV-9999"))).toBe(false);
    expect(book.credits.has(itemId("CN-9999"))).toBe(false);
  });
});

describe("a payer learned", () => {
  const key = aliasKey("name", "周敏");

  test("is known for each customer, with the latest count", () => {
    const book = openMatchBook(values);
    learnAlias(book, anAlias("name", "周敏", "hua"));
    learnAlias(book, anAlias("name", " 周敏 ", "hua", 3));
    expect(book.aliases.get(key)?.map(({ alias }) => alias.confirmed)).toEqual([3]);
  });

  test("is forgotten for the customer that it is revoked for", () => {
    const book = openMatchBook(values);
    addCustomer(book, aCustomer("ling", "华岭贸易（温州）有限公司"));
    learnAlias(book, anAlias("name", "周敏", "hua"));
    learnAlias(book, anAlias("name", "周敏", "ling"));
    revokeAlias(book, anAlias("name", "周敏", "hua"));
    expect(book.aliases.get(key)?.map(({ alias }) => alias.customerId)).toEqual(["ling"]);
    revokeAlias(book, anAlias("name", "周敏", "ling"));
    expect(book.aliases.has(key)).toBe(false);
    revokeAlias(book, anAlias("account", "4100", "ling"));
    expect(book.aliases.size).toBe(0);
  });
});

test("accounts are compared by digits and letters, masked ones by both ends", () => {
  expect(plainAccount(" 6217-0030 xy ")).toBe("62170030XY");
  expect(maskOf("6247****2659")).toBe("6247*2659");
  expect(maskOf("6247**2")).toBeNull();
  expect(maskOf("62470000")).toBeNull();
});
