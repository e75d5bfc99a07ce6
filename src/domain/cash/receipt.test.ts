/** Receipts: what may be recorded, whose it is, and that its money is always somewhere. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyCurrency } from "../../../test/kit/arbitraries.ts";
import { holds } from "../../../test/kit/holds.ts";
import { cny, countingIds, on } from "../../../test/kit/import-book.ts";
import { type Booking, inOne } from "../book/booking.ts";
import { PAYMENT_METHODS } from "../book/payment-method.ts";
import type { CustomerId, ItemId } from "../values/ids.ts";
import { money, negate, zero } from "../values/money.ts";
import {
  type BookedReceipt,
  bookIdentified,
  bookReceived,
  bookUnidentified,
  bookUnidentifying,
  itemNumberOf,
  judgeIdentification,
  judgeReceipt,
  judgeUnidentification,
  type ReceiptOffer,
} from "./receipt.ts";

const today = on("2026-04-10");
const customer = "customer-1" as CustomerId;
const because = [{ code: "recorded" }];
const facts = { taken: false, withBill: false, today };

const cheque: ReceiptOffer = {
  number: " ZP-0091 ",
  amount: cny("500.00"),
  receivedOn: on("2026-04-09"),
  method: "cheque",
  payerName: "临江五金厂 ",
  payerAccount: "",
  remark: "  ",
};

describe("a receipt recorded by hand", () => {
  test("is taken with its texts trimmed and its empty ones left out", () => {
    expect(judgeReceipt(cheque, facts)).toEqual({
      ok: true,
      value: {
        ...cheque,
        number: "ZP-0091",
        payerName: "临江五金厂",
        payerAccount: null,
        remark: null,
      },
    });
  });

  test("of today is taken", () => {
    expect(judgeReceipt({ ...cheque, receivedOn: today }, facts).ok).toBe(true);
  });

  test.each([
    [{ amount: cny("0") }, {}, { code: "receipt_not_positive" }],
    [{ amount: cny("-5.00") }, {}, { code: "receipt_not_positive" }],
    [{ number: "  " }, {}, { code: "receipt_number_missing" }],
    [{}, { taken: true }, { code: "receipt_number_taken", number: "ZP-0091" }],
    [
      { receivedOn: on("2026-04-11") },
      {},
      { code: "received_in_future", day: on("2026-04-11"), today },
    ],
    [{ method: "bill" }, {}, { code: "receipt_needs_bill" }],
    [{}, { withBill: true }, { code: "receipt_is_no_bill" }],
  ] as const)("%o with %o is refused", (different, known, refusal) => {
    const judged = judgeReceipt({ ...cheque, ...different }, { ...facts, ...known });
    expect(judged).toEqual({ ok: false, refusal });
  });

  test("as a bill of exchange is taken together with its bill", () => {
    expect(judgeReceipt({ ...cheque, method: "bill" }, { ...facts, withBill: true }).ok).toBe(true);
  });
});

describe("whose it is", () => {
  const whole = { amount: cny("500.00"), rest: cny("500.00") };
  const nobodys = { state: "unidentified", customerId: null, ...whole } as const;
  const known = { state: "identified", customerId: customer, ...whole } as const;
  const back = { state: "returned", customerId: customer, ...whole } as const;

  test("a customer is named for money of nobody, and for no other", () => {
    expect(judgeIdentification(nobodys)).toEqual({ ok: true, value: "unidentified" });
    expect(judgeIdentification(known)).toMatchObject({
      refusal: { code: "receipt_already_identified", customer },
    });
    expect(judgeIdentification(back)).toMatchObject({ refusal: { code: "receipt_is_returned" } });
    expect(judgeIdentification({ ...nobodys, state: "returned" }).ok).toBe(false);
  });

  test("a customer is taken away when nothing is settled any more", () => {
    expect(judgeUnidentification(known)).toEqual({ ok: true, value: customer });
    expect(judgeUnidentification({ ...known, rest: cny("120.00") })).toMatchObject({
      refusal: { code: "receipt_is_applied", applied: cny("380.00") },
    });
    expect(judgeUnidentification(nobodys)).toMatchObject({
      refusal: { code: "receipt_not_identified" },
    });
    expect(judgeUnidentification(back)).toMatchObject({ refusal: { code: "receipt_is_returned" } });
  });
});

const anyReceipt: fc.Arbitrary<BookedReceipt> = fc.record({
  number: fc.constantFrom("R1", "R2"),
  amount: fc
    .tuple(fc.bigInt({ min: 1n, max: 10n ** 12n }), anyCurrency)
    .map(([minor, unit]) => money(minor, unit)),
  receivedOn: fc.constantFrom(on("2026-01-02"), on("2026-03-31")),
  method: fc.constantFrom(...PAYMENT_METHODS),
  reference: fc.option(fc.constant("INV1")),
});

/** What stands on each account and item after bookings. */
function standing(bookings: readonly Booking[]): Readonly<Record<string, bigint>> {
  const sums = new Map<string, bigint>();
  for (const { account, itemId, amount } of bookings.flatMap(({ postings }) => postings)) {
    const key = itemId ?? account;
    sums.set(key, (sums.get(key) ?? 0n) + amount.minor);
  }
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0n));
}

const itemOf = (booking: Booking): ItemId => booking.items[0]?.id as ItemId;

test("named at once or later, the book ends the same", () => {
  holds(anyReceipt, (receipt) => {
    const ids = countingIds();
    const at = bookReceived(receipt, customer, ids, because);
    const before = bookUnidentified(receipt, ids, because);
    const after = bookIdentified(receipt, customer, ids, because);
    const account = receipt.method === "bill" ? "bill" : "cash";
    const { minor } = receipt.amount;
    expect(standing([at])).toEqual({ [account]: minor, [itemOf(at)]: -minor });
    expect(standing([before])).toEqual({ [account]: minor, unidentified: -minor });
    expect(standing([before, after])).toEqual({ [account]: minor, [itemOf(after)]: -minor });
    for (const { items, postings } of [at, after]) {
      expect(items[0]?.open).toEqual(negate(receipt.amount));
      expect(postings.every(({ effectiveOn }) => effectiveOn === receipt.receivedOn)).toBe(true);
    }
  });
});

test("a customer taken away leaves the money as nobody's and the item empty", () => {
  holds(anyReceipt, (receipt) => {
    const ids = countingIds();
    const named = bookReceived(receipt, customer, ids, because);
    const taken = bookUnidentifying(receipt, itemOf(named), ids, because);
    const account = receipt.method === "bill" ? "bill" : "cash";
    const { minor, currency } = receipt.amount;
    expect(standing([named, taken])).toEqual({ [account]: minor, unidentified: -minor });
    expect(inOne([named, taken]).items[0]?.open).toEqual(zero(currency));
    expect(taken.opened).toEqual([{ itemId: itemOf(named), by: receipt.amount }]);
  });
});

test("an item's number is its receipt's, counted where an earlier item has it", () => {
  expect(itemNumberOf("R7", new Set())).toBe("R7");
  expect(itemNumberOf("R7", new Set(["R7"]))).toBe("R7/2");
  expect(itemNumberOf("R7", new Set(["R7", "R7/2", "R7/3"]))).toBe("R7/4");
});
