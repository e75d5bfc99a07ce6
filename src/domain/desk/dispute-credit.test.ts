/** A credit memo for a dispute: two balanced entries, nothing left of it. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { newId } from "../../../test/kit/book.ts";
import { plainDate } from "../values/calendar.ts";
import type { CustomerId, ItemId } from "../values/ids.ts";
import { currency, money, total } from "../values/money.ts";
import { bookCredit, bookLinkedCredit, creditPrefix, nextCreditNumber } from "./dispute-credit.ts";

const CNY = currency("CNY");
const claim = {
  id: newId<ItemId>(),
  customer: newId<CustomerId>(),
  number: "F1",
  issuedOn: plainDate("2026-01-05"),
};
const BECAUSE = [{ code: "dispute_credited", dispute: "d", by: "周会计" }];

test("the claim loses what the memo was made of, and the memo is used up", () => {
  const anyAmount = fc.bigInt({ min: 1n, max: 10n ** 12n });
  fc.assert(
    fc.property(anyAmount, (minor) => {
      const amount = money(minor, CNY);
      const made = { claim, amount, number: "CN-1" };
      const { item, booking } = bookCredit(made, newId, plainDate("2026-03-12"), BECAUSE);
      expect(booking.opened).toEqual([{ itemId: claim.id, by: money(-minor, CNY) }]);
      expect(booking.items).toMatchObject([
        { id: item, kind: "credit_memo", amount: money(-minor, CNY), open: money(0n, CNY) },
      ]);
      const sum = total(
        booking.postings.map((posting) => posting.amount),
        CNY,
      );
      expect(sum.minor).toBe(0n);
      expect(booking.entries.map(({ kind }) => kind)).toEqual(["document", "allocation"]);
    }),
  );
});

test("a memo of the book counts from the day on which both are there", () => {
  const memo = { id: newId<ItemId>(), issuedOn: plainDate("2026-02-01") };
  const booking = bookLinkedCredit(claim, memo, money(5n, CNY), newId, BECAUSE);
  expect(booking.entries).toMatchObject([{ effectiveOn: "2026-02-01", because: BECAUSE }]);
  expect(booking.opened).toEqual([
    { itemId: claim.id, by: money(-5n, CNY) },
    { itemId: memo.id, by: money(5n, CNY) },
  ]);
});

test("numbers are counted per day", () => {
  expect(creditPrefix(plainDate("2026-03-12"))).toBe("CN-20260312-");
  expect(nextCreditNumber(plainDate("2026-03-12"), 4)).toBe("CN-20260312-5");
});
