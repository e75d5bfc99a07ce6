/** What a booking changes in the matching book, and that taking it back restores all of it. */
import { describe, expect, test } from "vitest";
import {
  aClaim,
  aCustomer,
  aLine,
  aMemo,
  cny,
  customerId,
  itemId,
  lineId,
  NO_MONEY,
} from "../../../../test/kit/match-values.ts";
import type { MatchLine } from "./match.ts";
import { type MatchBook, openMatchBook, type Settled } from "./match-book.ts";
import { recordSettlement, undoSettlement } from "./record-settlement.ts";

const opened = (): MatchBook =>
  openMatchBook({
    customers: [aCustomer("hua", "绍兴华澜电气有限公司")],
    aliases: [],
    claims: [aClaim("INV-1001", { amount: "100.00" }), aClaim("INV-1002", { amount: "250.00" })],
    credits: [aMemo("CN-1", "30.00")],
    past: [],
  });
const openOf = (book: MatchBook) =>
  [...book.claims.values()].map(({ claim, open }) => `${claim.number} ${open}`);
const receipt = (given: Partial<Settled>): Settled => ({
  what: "receipt",
  customerId: customerId("hua"),
  allocations: [],
  credits: [],
  onAccount: NO_MONEY,
  reverses: null,
  ...given,
});
const PAID = aLine("90.00", "INV-1001", { id: "paid" });
const PAYS = receipt({
  allocations: [{ itemId: itemId("INV-1001"), amount: cny("100.00") }],
  credits: [{ itemId: itemId("CN-1"), amount: cny("10.00") }],
});

describe("a booking", () => {
  test("closes claims, uses credits and remembers the line", () => {
    const book = opened();
    recordSettlement(book, PAID, PAYS);
    expect(openOf(book)).toEqual(["INV-1001 0", "INV-1002 25000"]);
    expect(book.credits.get(itemId("CN-1"))?.open).toBe(2000);
    expect(book.byAmount.has("CNY10000")).toBe(false);
    expect(book.past.get(lineId("paid"))?.settled).toBe("applied");
  });

  test.each([
    [receipt({ onAccount: cny("90.00") }), "on_account"],
    [receipt({ customerId: null, what: "unidentified" }), "open"],
    [receipt({ what: "duplicate" }), "ignored"],
    [receipt({ what: "not_receivable", customerId: null }), "ignored"],
  ])("remembers what became of it", (settled, state) => {
    const book = opened();
    recordSettlement(book, PAID, settled);
    expect(book.past.get(lineId("paid"))?.settled).toBe(state);
  });

  test("keeps the rest as the customer's credit until it is taken back", () => {
    const book = opened();
    recordSettlement(book, PAID, receipt({ onAccount: cny("90.00") }));
    expect(book.credits.get(itemId("paid"))?.open).toBe(9000);
    undoSettlement(book, lineId("paid"));
    expect(book.credits.has(itemId("paid"))).toBe(false);
  });

  test("settles no more than is open, once", () => {
    const book = opened();
    recordSettlement(book, PAID, PAYS);
    expect(() => recordSettlement(book, PAID, PAYS)).toThrow();
    const again: MatchLine = { ...PAID, id: lineId("again") };
    expect(() => recordSettlement(book, again, PAYS)).toThrow();
    expect(() => undoSettlement(book, lineId("never"))).toThrow();
  });
});

describe("taking back", () => {
  const back = aLine("-90.00", "退汇", { id: "back" });
  const takesBack = receipt({ what: "return", reverses: lineId("paid") });

  test("restores the book to what it was", () => {
    const book = opened();
    recordSettlement(book, PAID, PAYS);
    undoSettlement(book, lineId("paid"));
    expect(book).toEqual(opened());
  });

  test("a returned payment's claims are open again, and closed if the return is undone", () => {
    const book = opened();
    recordSettlement(book, PAID, PAYS);
    recordSettlement(book, back, takesBack);
    expect(openOf(book)).toEqual(["INV-1001 10000", "INV-1002 25000"]);
    expect(book.past.get(lineId("paid"))?.settled).toBe("returned");
    undoSettlement(book, lineId("back"));
    expect(openOf(book)).toEqual(["INV-1001 0", "INV-1002 25000"]);
    expect(book.past.get(lineId("paid"))?.settled).toBe("applied");
  });
});
