/** Receipts of a file against the book. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holds } from "../../../test/kit/holds.ts";
import { bookItem, cny, countingIds, on } from "../../../test/kit/import-book.ts";
import type { CustomerId } from "../values/ids.ts";
import { money, moneyOf } from "../values/money.ts";
import { customerBook } from "./customer-match.ts";
import type { BookItem } from "./import-invoices.ts";
import { bookReceipt, judgeReceipts, receiptFactsText } from "./import-receipts.ts";
import type { ReceiptRow } from "./import-row.ts";

const customers = customerBook([
  { id: "customer-1" as CustomerId, number: "C1", name: "甲" },
  { id: "customer-2" as CustomerId, number: "C2", name: "乙" },
]);
const receipt = (different: Partial<ReceiptRow> = {}): ReceiptRow => ({
  line: 2,
  customerNumber: "C1",
  customerName: null,
  number: "SK1",
  receivedOn: on("2026-03-01"),
  amount: cny("100.00"),
  payerName: null,
  payerAccount: null,
  method: null,
  remark: null,
  invoiceNumbers: [],
  ...different,
});
const byNumber = (items: readonly BookItem[]) => new Map(items.map((item) => [item.number, item]));
const judge = (
  rows: readonly ReceiptRow[],
  invoices: readonly BookItem[] = [],
  receipts: readonly BookItem[] = [],
  nobodys: readonly string[] = [],
) =>
  judgeReceipts(
    rows,
    {
      ...{ customers, receipts: byNumber(receipts), invoices: byNumber(invoices) },
      nobodys: new Set(nobodys),
    },
    on("2026-03-31"),
  );
const refused = (
  different: Partial<ReceiptRow>,
  invoices: readonly BookItem[] = [],
  receipts: readonly BookItem[] = [],
) => judge([receipt(different)], invoices, receipts).problems.map(({ code }) => code);

test("a number that money of nobody has is not another receipt's", () => {
  const row = receipt({});
  expect(judge([row], [], [], [row.number]).problems).toMatchObject([
    { code: "row_changed", number: row.number, field: "customer_number" },
  ]);
});

test("no invoice is settled beyond what is open, no receipt beyond what it is", () => {
  const minors = fc.array(fc.bigInt(1n, 300n), { minLength: 1, maxLength: 4 });
  holds(minors, minors, (invoices, receipts) => {
    const unit = cny("0").currency;
    const items = invoices.map((minor, at) =>
      bookItem({ number: `N${at}`, amount: money(minor, unit) }),
    );
    const rows = receipts.map((minor, at) =>
      receipt({
        number: `R${at}`,
        amount: money(minor, unit),
        invoiceNumbers: items.map(({ number }) => number),
      }),
    );
    const { created } = judge(rows, items);
    const sum = (ones: readonly bigint[]) => ones.reduce((total, one) => total + one, 0n);
    const all = created.flatMap(({ allocations }) => allocations);
    for (const item of items) {
      const settled = sum(
        all.filter((one) => one.item.id === item.id).map(({ amount }) => amount.minor),
      );
      expect(settled <= item.open.minor).toBe(true);
    }
    const owed = sum(invoices);
    const came = sum(receipts);
    expect(sum(all.map(({ amount }) => amount.minor))).toBe(owed < came ? owed : came);
    const ids = countingIds();
    for (const one of created) {
      const {
        items: [item],
        postings,
      } = bookReceipt(one, ids);
      const posted = sum(
        postings.filter(({ itemId }) => itemId === item?.id).map(({ amount }) => amount.minor),
      );
      expect(posted).toBe(item?.open.minor);
    }
  });
});

describe("who paid", () => {
  const invoice = bookItem();

  test("the customer named, or whose invoice it is", () => {
    const who = (row: Partial<ReceiptRow>) =>
      judge([receipt(row)], [invoice]).created[0]?.customerId;
    expect(who({ customerNumber: "C2" })).toBe("customer-2");
    expect(who({ customerNumber: null, customerName: "乙" })).toBe("customer-2");
    const payer = { customerNumber: null, customerName: "代付方", invoiceNumbers: ["INV1"] };
    expect(who(payer)).toBe("customer-1");
  });

  test.each([
    ["an unknown customer", { customerNumber: "C9" }, "customer_unknown"],
    ["nobody", { customerNumber: null }, "customer_unknown"],
    ["an unknown invoice", { invoiceNumbers: ["X"] }, "invoice_unknown"],
    [
      "another customer's invoice",
      { customerNumber: "C2", invoiceNumbers: ["INV1"] },
      "invoice_of_other_customer",
    ],
    [
      "another currency",
      { amount: moneyOf("1.00", "USD"), invoiceNumbers: ["INV1"] },
      "invoice_in_other_currency",
    ],
    ["money of tomorrow", { receivedOn: on("2026-04-01") }, "received_in_future"],
  ])("%s is refused", (_, different, code) => {
    expect(refused(different, [invoice])).toEqual([code]);
  });
});

describe("a receipt that is in the book", () => {
  const before = bookItem({
    kind: "receipt",
    number: "SK1",
    amount: cny("-100.00"),
    issuedOn: on("2026-03-01"),
  });

  test("is the same, or refused with both values", () => {
    expect(judge([receipt()], [], [before])).toMatchObject({
      created: [],
      unchanged: 1,
      problems: [],
    });
    expect(
      judge([receipt({ customerNumber: null, customerName: "甲" })], [], [before]).unchanged,
    ).toBe(1);
    expect(judge([receipt({ amount: cny("90.00") })], [], [before]).problems).toMatchObject([
      { code: "row_changed", field: "amount", book: "100.00", file: "90.00" },
    ]);
  });
});

test("what is left over is unapplied, and said when invoices were named", () => {
  const row = receipt({ amount: cny("120.00"), invoiceNumbers: ["INV1"] });
  const { created, notes } = judge([row], [bookItem({ issuedOn: on("2026-03-10") })]);
  expect(notes).toMatchObject([{ line: 2, code: "receipt_exceeds_invoices", rest: "20.00" }]);
  const booking = bookReceipt(created[0]!, countingIds());
  expect(booking.items[0]).toMatchObject({ open: cny("-20.00"), reference: "INV1" });
  expect(booking.opened).toEqual([{ itemId: "item-INV1", by: cny("-100.00") }]);
  expect(booking.entries.map(({ kind, effectiveOn }) => [kind, effectiveOn])).toEqual([
    ["document", "2026-03-01"],
    ["allocation", "2026-03-10"],
  ]);
  expect(judge([receipt()], []).notes).toEqual([]);
});

test("a receipt without invoices refers to none, and says how it was paid", () => {
  const { created } = judge([receipt({ method: "cheque", payerName: "甲" })]);
  const { items, receipts } = bookReceipt(created[0]!, countingIds());
  expect(items[0]?.reference).toBeNull();
  expect(receipts).toMatchObject([{ method: "cheque", payerName: "甲" }]);
});

test("an invoice that is settled already takes nothing", () => {
  const { created } = judge(
    [receipt({ invoiceNumbers: ["INV1"] })],
    [bookItem({ open: cny("0") })],
  );
  expect(created[0]?.allocations).toEqual([]);
});

test("two rows of one number say the same when only their lines differ", () => {
  expect(receiptFactsText(receipt({ line: 9 }))).toBe(receiptFactsText(receipt()));
  expect(receiptFactsText(receipt({ amount: cny("1.00") }))).not.toBe(receiptFactsText(receipt()));
});
