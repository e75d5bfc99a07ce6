/** Bookings of returns: the book stands as if the money had never come. */
import { describe, expect, test } from "vitest";
import { holdsOften } from "../../../test/kit/holds.ts";
import { cny, countingIds, on } from "../../../test/kit/import-book.ts";
import { anySettlement, payer, settled, standingAfter } from "../../../test/kit/settlement.ts";
import type { ItemId } from "../values/ids.ts";
import { isPositive, type Money } from "../values/money.ts";
import { type BookedReceipt, bookReceived, bookUnidentified } from "./receipt.ts";
import { bookReturn, bookReturnCharge, chargeNumber } from "./return-booking.ts";
import { bookSettlement } from "./settlement-booking.ts";

const today = on("2026-04-10");
const returned = on("2026-04-09");
const receiptFacts = (amount: Money, method: BookedReceipt["method"]): BookedReceipt => ({
  number: "R1",
  amount,
  receivedOn: on("2026-04-01"),
  method,
  reference: null,
});

describe("the booking", () => {
  test("leaves every account and item as if the money had never come", () => {
    holdsOften(anySettlement, ({ wish, given }) => {
      const stands = given.receipt;
      if (stands === null || !isPositive(stands.rest)) return;
      const ids = countingIds();
      const facts = receiptFacts(stands.rest, "bank");
      const received = bookReceived(facts, payer, ids, []);
      const itemId = received.items[0]?.id as ItemId;
      const own = { ...given, receipt: { ...stands, itemId } };
      const applied = bookSettlement(settled(wish, own), ids, []).postings;
      const { booking, reopened } = bookReturn(
        { itemId, amount: stands.rest, account: "cash", applied },
        today,
        ids,
        [],
      );
      const after = standingAfter([...received.postings, ...applied, ...booking.postings]);
      expect([...after.values()].every((sum) => sum === 0n)).toBe(true);
      expect(booking.postings.every(({ effectiveOn }) => effectiveOn === today)).toBe(true);
      const before = standingAfter(applied.filter((leg) => leg.itemId !== itemId));
      for (const { itemId: item, amount } of reopened) {
        expect(amount.minor).toBe(-(before.get(item) ?? 0n));
      }
      expect(reopened.some((each) => each.itemId === itemId)).toBe(false);
    });
  });

  test("of nobody's money takes it from where it stood", () => {
    const ids = countingIds();
    const facts = receiptFacts(cny("70.00"), "bill");
    const received = bookUnidentified(facts, ids, []);
    const { booking, reopened, entryId } = bookReturn(
      { itemId: null, amount: cny("70.00"), account: "bill", applied: [] },
      today,
      ids,
      [{ code: "returned" }],
    );
    const after = standingAfter([...received.postings, ...booking.postings]);
    expect([...after.values()]).toEqual([0n, 0n]);
    expect(reopened).toEqual([]);
    expect(booking.entries).toEqual([
      { id: entryId, kind: "reversal", effectiveOn: today, because: [{ code: "returned" }] },
    ]);
  });
});

describe("the bank's charge", () => {
  const charge = { amount: cny("15.00"), on: returned };

  test("is the creditor's cost", () => {
    const { booking, chargeItem } = bookReturnCharge(charge, null, countingIds(), []);
    expect(chargeItem).toBeNull();
    expect(booking.entries.map(({ kind }) => kind)).toEqual(["charge"]);
    expect([...standingAfter(booking.postings)]).toEqual([
      ["bank_charge CNY", 1500n],
      ["cash CNY", -1500n],
    ]);
  });

  test("claimed from the customer is a debit memo that takes the cost back", () => {
    const claim = { customerId: payer, number: "R1-FEE" };
    const { booking, chargeItem } = bookReturnCharge(charge, claim, countingIds(), []);
    expect(booking.items).toMatchObject([
      {
        ...{ id: chargeItem, kind: "debit_memo", number: "R1-FEE", customerId: payer },
        ...{ amount: charge.amount, open: charge.amount, dueOn: returned },
      },
    ]);
    expect(standingAfter(booking.postings).get("bank_charge CNY")).toBe(0n);
    expect(standingAfter(booking.postings).get(chargeItem ?? "")).toBe(1500n);
  });
});

test("the charge's debit memo is named after the receipt", () => {
  expect(chargeNumber("RC-20260401-7")).toBe("RC-20260401-7-BC");
});
