/** What agreements book: interest becomes claims, a discount closes the rest. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { instalment, on } from "../../../test/kit/agreement-values.ts";
import { holds } from "../../../test/kit/holds.ts";
import type { Booking } from "../book/booking.ts";
import type { NewId } from "../book/import-booking.ts";
import type { CustomerId, ItemId } from "../values/ids.ts";
import { currency } from "../values/money.ts";
import { billInterest, bookDiscount, takeBackInterest } from "./agreed-booking.ts";

const CNY = currency("CNY");
let made = 0;
const newId = (() => `id-${++made}`) as NewId;
const amounts = fc.array(fc.bigInt(0n, 10_000n), { maxLength: 6 });
const postedTo = ({ postings }: Booking, account: string) =>
  postings
    .filter((one) => one.account === account)
    .reduce((sum, one) => sum + one.amount.minor, 0n);

test("interest: a debit memo for each part that bears some, due on its day, against interest", () => {
  holds(amounts, (interests) => {
    const instalments = interests.map((interest, at) =>
      instalment(at + 1, "2026-04-10", 100n, interest),
    );
    const source = { number: "HKJH-1", customer: "C" as CustomerId, currency: CNY };
    const billed = billInterest({ ...source, on: on("2026-03-20"), instalments }, newId);
    const whole = interests.reduce((sum, each) => sum + each, 0n);
    expect(billed.items).toHaveLength(interests.filter((each) => each > 0n).length);
    expect(
      billed.booking.items.every(
        ({ kind, amount, open }) => kind === "debit_memo" && amount.minor === open.minor,
      ),
    ).toBe(true);
    expect(postedTo(billed.booking, "interest")).toBe(-whole);
    expect(postedTo(billed.booking, "receivable")).toBe(whole);
  });
});

test("what is taken back or given up is what is open, and nothing where nothing is", () => {
  holds(amounts, (open) => {
    const items = open.map((each, at) => ({ item: `i${at}` as ItemId, open: each }));
    const whole = open.reduce((sum, each) => sum + each, 0n);
    const back = takeBackInterest(items, CNY, on("2026-05-14"), [], newId);
    expect(postedTo(back, "interest")).toBe(whole);
    expect(back.opened.reduce((sum, { by }) => sum + by.minor, 0n)).toBe(-whole);
    const rests = items.map(({ item, open: rest }) => ({ item, rest }));
    const given = bookDiscount(rests, CNY, on("2026-04-01"), [], newId);
    expect(postedTo(given.booking, "cash_discount")).toBe(whole);
    expect(given.entry === null).toBe(whole === 0n);
  });
});
