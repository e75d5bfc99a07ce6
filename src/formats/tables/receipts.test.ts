/** Receipts. */
import { expect, test } from "vitest";
import { oneRow, problemsOf } from "../../../test/kit/tables.ts";
import { moneyOf } from "../../domain/values/money.ts";

test("a receipt that names invoices", () => {
  const text =
    "收款单号,收款日期,客户编号,收款金额,付款方,付款账号,结算方式,核销发票,附言\n" +
    'SK1,2026-03-01,C1,"1,000.00",甲公司,6222,电汇,INV1、INV2；INV1,货款';
  expect(oneRow("receipts", text)).toEqual({
    line: 2,
    customerNumber: "C1",
    customerName: "甲公司",
    number: "SK1",
    receivedOn: "2026-03-01",
    amount: moneyOf("1000.00", "CNY"),
    payerName: "甲公司",
    payerAccount: "6222",
    method: "bank",
    remark: "货款",
    invoiceNumbers: ["INV1", "INV2"],
  });
});

test("without a column for it, nothing is said", () => {
  expect(
    oneRow("receipts", "收款单号,收款日期,付款方,收款金额,币种\nSK1,2026-03-01,,5,CNY"),
  ).toMatchObject({
    customerNumber: null,
    customerName: null,
    payerAccount: null,
    method: null,
    remark: null,
    invoiceNumbers: [],
  });
  const named = "收款单号,收款日期,客户,付款方,收款金额\nSK1,2026-03-01,甲,代付方,5";
  expect(oneRow("receipts", named)).toMatchObject({ customerName: "甲", payerName: "代付方" });
});

test("a currency nobody knows", () => {
  const text = "收款单号,收款日期,客户,收款金额,币种\nSK1,2026-03-01,甲,5,贝壳";
  expect(problemsOf("receipts", text)).toEqual(["2E currency_unknown"]);
});

test("money out, no money, no number, no day", () => {
  const text =
    "收款单号,收款日期,客户编号,收款金额\nSK1,2026-03-01,C1,-5\nSK2,2026-03-01,C1,\n,2026-03-01,C1,5\nSK4,,C1,5";
  expect(problemsOf("receipts", text)).toEqual([
    "2D amount_not_positive",
    "3D value_missing",
    "4A value_missing",
    "5B value_missing",
  ]);
});
