/** What an imported receipt settled is kept as decisions. */
import { expect, test } from "vitest";
import { bookItem, cny, countingIds, on } from "../../../test/kit/import-book.ts";
import { bookReceipt } from "../book/import-receipts.ts";
import type { CustomerId } from "../values/ids.ts";
import { importedApplications } from "./imported-applications.ts";

const row = {
  ...{ line: 2, number: "R1", receivedOn: on("2026-03-01"), customerNumber: "C1" },
  ...{ customerName: null, amount: cny("120.00"), invoiceNumbers: ["A", "B"], method: null },
  ...{ payerName: null, payerAccount: null, remark: null },
};
const allocations = [
  { item: bookItem({ number: "A" }), amount: cny("100.00") },
  { item: bookItem({ number: "B" }), amount: cny("20.00") },
];

test("each allocation between the receipt and a claim is one", () => {
  const customerId = "customer-1" as CustomerId;
  const booking = bookReceipt({ row, customerId, allocations }, countingIds());
  const [receipt] = booking.items;
  expect(importedApplications([booking])).toMatchObject([
    {
      ...{ receipt: receipt?.id, customerId, because: [{ code: "named_in_file" }] },
      settlement: {
        allocations: [{ itemId: "item-A", minor: "10000", currency: "CNY" }],
        onAccount: null,
      },
    },
    { settlement: { allocations: [{ itemId: "item-B", minor: "2000" }] } },
  ]);
});

test("a receipt that settles nothing has none", () => {
  const customerId = "customer-1" as CustomerId;
  const booking = bookReceipt({ row, customerId, allocations: [] }, countingIds());
  expect(importedApplications([booking])).toEqual([]);
});
