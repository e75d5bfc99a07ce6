/** Invoices of a file against the book. */
import { describe, expect, test } from "vitest";
import { bookItem, cny, invoiceRow, on } from "../../../test/kit/import-book.ts";
import type { ContractId, CustomerId } from "../values/ids.ts";
import { moneyOf } from "../values/money.ts";
import { customerBook } from "./customer-match.ts";
import {
  type BookItem,
  type InvoiceBook,
  invoiceFactsText,
  judgeInvoices,
  settlementNumber,
} from "./import-invoices.ts";
import type { InvoiceRow } from "./import-row.ts";

const today = on("2026-03-31");
const customers = customerBook([
  { id: "customer-1" as CustomerId, number: "C1", name: "甲" },
  { id: "customer-2" as CustomerId, number: "C2", name: "同名" },
  { id: "customer-3" as CustomerId, number: "C3", name: "同名" },
]);
const contract = { id: "k1" as ContractId, number: "HT1", termsDays: 60 };

function judge(
  rows: readonly InvoiceRow[],
  items: readonly BookItem[] = [],
  snapshotOn: InvoiceRow["dueOn"] = null,
) {
  const isReceipt = ({ kind }: BookItem) => kind === "receipt";
  const byNumber = (ones: readonly BookItem[]) => new Map(ones.map((one) => [one.number, one]));
  const book: InvoiceBook = {
    customers,
    documents: byNumber(items.filter((item) => !isReceipt(item))),
    settlements: byNumber(items.filter(isReceipt)),
    contracts: new Map([[contract.number, contract]]),
  };
  return judgeInvoices(rows, book, { today, snapshotOn });
}
const refused = (row: Partial<InvoiceRow>, ...items: BookItem[]) =>
  judge([invoiceRow(row)], items).problems.map(
    ({ line: _l, column: _c, heading: _h, ...refusal }) => refusal,
  );
const paidReceipt = bookItem({
  kind: "receipt",
  number: settlementNumber("INV1"),
  amount: cny("-40.00"),
  open: cny("0"),
  issuedOn: on("2026-02-20"),
});

describe("new rows", () => {
  test("of a known and of an unknown customer", () => {
    const { created, known } = judge([
      invoiceRow(),
      invoiceRow({ number: "B", customerNumber: "C9" }),
    ]);
    expect(created.map(({ customer }) => customer)).toEqual([
      { id: "customer-1", number: "C1", name: "甲" },
      { number: "C9", name: "甲" },
    ]);
    expect(known).toEqual([]);
  });

  test("a contract gives the due day where the file has none, and is linked", () => {
    const { created } = judge([invoiceRow({ dueOn: null, contractNumber: "HT1" })]);
    expect(created[0]).toMatchObject({ dueOn: "2026-03-06", contractId: "k1" });
    expect(refused({ dueOn: null })).toEqual([{ code: "due_day_missing" }]);
  });

  test("a credit memo never falls due", () => {
    const memo = invoiceRow({ kind: "credit_memo", amount: cny("-5.00"), dueOn: null });
    expect(judge([memo]).created[0]).toMatchObject({ dueOn: null });
    expect(judge([{ ...memo, dueOn: on("2026-02-05") }]).created[0]).toMatchObject({ dueOn: null });
  });

  test("what is paid counts on its day; without one, today or the snapshot's day, never before issue", () => {
    const settled = (row: Partial<InvoiceRow>, snapshotOn: InvoiceRow["dueOn"] = null) =>
      judge([invoiceRow({ paid: cny("40.00"), ...row })], [], snapshotOn).created[0]?.settlement;
    expect(settled({ settledOn: on("2026-02-20") })).toEqual({
      amount: cny("40.00"),
      on: "2026-02-20",
    });
    expect(settled({})?.on).toBe(today);
    expect(settled({}, on("2026-02-28"))?.on).toBe("2026-02-28");
    expect(settled({ issuedOn: on("2026-04-02") })?.on).toBe("2026-04-02");
    expect(settled({ paid: cny("0") })).toBeNull();
    expect(settled({ paid: null })).toBeNull();
  });

  test("a payment of today is taken", () => {
    expect(refused({ paid: cny("1.00"), settledOn: today })).toEqual([]);
  });

  test("a payment of tomorrow, and a name that two customers have, are refused", () => {
    expect(refused({ paid: cny("1.00"), settledOn: on("2026-04-01") })).toEqual([
      { code: "settled_in_future", day: "2026-04-01", today },
    ]);
    expect(refused({ customerNumber: null, customerName: "同名" })).toEqual([
      { code: "customer_name_ambiguous", name: "同名" },
    ]);
  });
});

describe("known rows, without a snapshot", () => {
  const item = bookItem();

  test("the same row again is known", () => {
    expect(judge([invoiceRow()], [item])).toMatchObject({
      created: [],
      known: [{ item }],
      problems: [],
    });
  });

  test.each([
    ["customer_number", { customerNumber: "C2" }, "C1", "C2"],
    ["currency", { amount: moneyOf("100.00", "USD") }, "CNY", "USD"],
    ["kind", { kind: "debit_memo" }, "invoice", "debit_memo"],
    ["amount", { amount: cny("100.01") }, "100.00", "100.01"],
    ["issued_on", { issuedOn: on("2026-01-06") }, "2026-01-05", "2026-01-06"],
    ["due_on", { dueOn: on("2026-02-06") }, "2026-02-05", "2026-02-06"],
    ["paid_amount", { paid: cny("40.00") }, "0.00", "40.00"],
  ] as const)("another %s is refused with both values", (field, different, book, file) => {
    expect(refused(different, item)).toEqual([
      { code: "row_changed", number: "INV1", field, book, file },
    ]);
  });

  test("a due day that the file does not have is no change", () => {
    expect(refused({ dueOn: null }, item)).toEqual([]);
  });

  test("payment: what an earlier file paid, and what is settled by now, both agree", () => {
    const part = bookItem({ open: cny("60.00") });
    expect(refused({ paid: cny("40.00"), settledOn: on("2026-02-20") }, part, paidReceipt)).toEqual(
      [],
    );
    expect(refused({ paid: cny("40.00") }, part)).toEqual([]);
    const more = bookItem({ open: cny("0") });
    expect(refused({ paid: cny("40.00") }, more, paidReceipt)).toEqual([]);
    expect(
      refused({ paid: cny("100.00"), settledOn: on("2026-03-01") }, more, paidReceipt),
    ).toEqual([]);
    expect(refused({ paid: cny("50.00") }, more, paidReceipt)).toMatchObject([
      { field: "paid_amount", book: "100.00", file: "50.00" },
    ]);
  });

  test("another settled day is a change", () => {
    const part = bookItem({ open: cny("60.00") });
    expect(
      refused({ paid: cny("40.00"), settledOn: on("2026-02-21") }, part, paidReceipt),
    ).toMatchObject([{ field: "settled_on", book: "2026-02-20", file: "2026-02-21" }]);
  });

  test("a settled credit memo has no receipt and agrees again", () => {
    const memo = bookItem({
      kind: "credit_memo",
      amount: cny("-5.00"),
      open: cny("0"),
      dueOn: null,
    });
    const row = { kind: "credit_memo", amount: cny("-5.00"), paid: cny("-5.00") } as const;
    expect(refused({ ...row, settledOn: on("2026-02-20") }, memo)).toEqual([]);
  });
});

test("with a snapshot only customer and currency must agree", () => {
  const rows = [
    invoiceRow({ amount: cny("70.00"), dueOn: on("2026-02-09"), issuedOn: on("2026-01-09") }),
  ];
  expect(judge(rows, [bookItem()], on("2026-03-01")).problems).toEqual([]);
  const other = [invoiceRow({ customerNumber: "C2" })];
  expect(judge(other, [bookItem()], on("2026-03-01")).problems).toMatchObject([
    { field: "customer_number" },
  ]);
});

test("what is odd but taken is noted", () => {
  const { notes } = judge([
    invoiceRow({ number: "A", dueOn: on("2026-01-01") }),
    invoiceRow({ number: "B", kind: "credit_memo", amount: cny("-1.00"), dueOn: null }),
    invoiceRow({ number: "C", paid: cny("100.00"), settledOn: on("2026-01-01") }),
    invoiceRow({ number: "D", paid: cny("10.00") }),
    invoiceRow({ number: "E", contractNumber: "HT9" }),
    invoiceRow({ number: "F", customerNumber: "C8", customerName: "一" }),
    invoiceRow({ number: "G", customerNumber: "C8", customerName: "二" }),
    invoiceRow({ number: "H", customerNumber: null, customerName: "三" }),
  ]);
  expect(notes.map(({ code }) => code)).toEqual([
    "due_before_issue",
    "negative_is_credit_memo",
    "settled_before_issue",
    "settled_day_assumed",
    "contract_unknown",
    "names_differ",
  ]);
  expect(notes.at(-1)).toMatchObject({ count: 1, example: "C8: 一 / 二" });
});

test("two rows of one number say the same whatever the customer is called", () => {
  const text = (different: Partial<InvoiceRow>) => invoiceFactsText(invoiceRow(different));
  expect(text({ line: 9, customerName: "乙", reference: "x" })).toBe(text({}));
  expect(text({ customerNumber: null, customerName: "乙" })).not.toBe(
    text({ customerNumber: null }),
  );
  expect(text({ amount: cny("1.00") })).not.toBe(text({}));
  expect(text({ paid: cny("1.00") })).not.toBe(text({}));
});
