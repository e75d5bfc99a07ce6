/** From judged rows to balanced bookings. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holds } from "../../../test/kit/holds.ts";
import { bookItem, cny, countingIds, invoiceRow, on } from "../../../test/kit/import-book.ts";
import type { ContractId, CustomerId, ItemId } from "../values/ids.ts";
import { money } from "../values/money.ts";
import type { Booking } from "./booking.ts";
import { bookCorrection, bookDocument } from "./import-booking.ts";
import type { NewDocument } from "./import-invoices.ts";
import { written } from "./import-report.ts";

const customer = "customer-1" as CustomerId;
const document = (different: Partial<NewDocument> = {}): NewDocument => {
  const row = different.row ?? invoiceRow();
  return {
    row,
    customer: { id: customer, number: "C1", name: "甲" },
    dueOn: row.dueOn,
    contractId: null,
    settlement: null,
    ...different,
  };
};
const posted = ({ postings }: Booking, item: ItemId) =>
  postings
    .filter(({ itemId }) => itemId === item)
    .reduce((sum, { amount }) => sum + amount.minor, 0n);

test("every item's open amount is the sum of its postings, however much is paid", () => {
  const amounts = fc
    .bigInt(1n, 10_000n)
    .chain((amount) => fc.tuple(fc.constant(amount), fc.bigInt(0n, amount)));
  holds(amounts, fc.boolean(), ([amount, paid], negative) => {
    const unit = cny("0").currency;
    const sign = negative ? -1n : 1n;
    const row = invoiceRow({
      kind: negative ? "credit_memo" : "invoice",
      amount: money(sign * amount, unit),
    });
    const settlement =
      paid === 0n ? null : { amount: money(sign * paid, unit), on: on("2026-02-20") };
    const booking = bookDocument(document({ row, settlement }), customer, countingIds());
    for (const item of booking.items) expect(posted(booking, item.id)).toBe(item.open.minor);
    expect(booking.items[0]?.open.minor).toBe(sign * (amount - paid));
  });
});

describe("what is paid of an invoice", () => {
  const paid = (day: string) =>
    bookDocument(
      document({ settlement: { amount: cny("40.00"), on: on(day) } }),
      customer,
      countingIds(),
    );

  test("is a receipt of its own, from its own day, allocated to it", () => {
    const { items, receipts, entries } = paid("2026-02-20");
    expect(items[1]).toMatchObject({
      kind: "receipt",
      number: "INV1#1",
      issuedOn: "2026-02-20",
      reference: "INV1",
    });
    expect(items[1]?.amount).toEqual(cny("-40.00"));
    expect(receipts).toMatchObject([{ itemId: items[1]?.id, method: "erp" }]);
    expect(entries.map(({ kind, effectiveOn }) => [kind, effectiveOn])).toEqual([
      ["document", "2026-01-05"],
      ["document", "2026-02-20"],
      ["allocation", "2026-02-20"],
    ]);
  });

  test("before the invoice was issued, it is allocated when the invoice is there", () => {
    expect(paid("2026-01-01").entries.map(({ effectiveOn }) => effectiveOn)).toEqual([
      "2026-01-05",
      "2026-01-01",
      "2026-01-05",
    ]);
  });
});

test("a settled credit memo needs no receipt: the ERP has used it", () => {
  const row = invoiceRow({ kind: "credit_memo", amount: cny("-5.00"), dueOn: null });
  const settlement = { amount: cny("-5.00"), on: on("2026-02-20") };
  const { items, postings } = bookDocument(document({ row, settlement }), customer, countingIds());
  expect(items).toHaveLength(1);
  expect(postings.slice(2).map(({ account, amount }) => [account, amount.minor])).toEqual([
    ["receivable", 500n],
    ["settled_in_erp", -500n],
  ]);
});

test("a contract the book does not know stays as reference, unless there is one", () => {
  const reference = (different: Partial<NewDocument>) =>
    bookDocument(document(different), customer, countingIds()).items[0]?.reference;
  const row = invoiceRow({ contractNumber: "HT9" });
  expect(reference({ row })).toBe("HT9");
  expect(reference({ row, contractId: "k" as ContractId })).toBeNull();
  expect(reference({ row: { ...row, reference: "订单 7" } })).toBe("订单 7");
});

test.each([
  ["closed", "settled_in_erp_day_unknown"],
  ["changed", "snapshot_differs"],
] as const)("a correction of an item %s says why", (kind, code) => {
  const item = bookItem();
  const difference = {
    kind,
    line: null,
    number: "INV1",
    customer: "C1",
    before: written(cny("100.00")),
    after: written(cny("0")),
  };
  const correction = {
    item,
    by: cny("-100.00"),
    on: on("2026-03-01"),
    account: "settled_in_erp",
    difference,
  } as const;
  const booking = bookCorrection(correction, on("2026-03-01"), countingIds());
  expect(booking.opened).toEqual([{ itemId: item.id, by: cny("-100.00") }]);
  expect(booking.entries[0]).toMatchObject({
    kind: "snapshot",
    because: [{ code, snapshot: "2026-03-01", before: "100.00", after: "0.00" }],
  });
});
