/** Receipts as cash books and banks list them. */
import { expect, test } from "vitest";
import { knownHeadings, plainHeading } from "./fields.ts";
import { RECEIPT_FIELDS } from "./receipt-fields.ts";

test.each([
  ["收款单", "收款单号|收款日期|客户名称|币种|收款金额|结算方式|核销发票|备注"],
  ["银行流水", "交易流水号|交易时间|贷方发生额|对方户名|对方账号|摘要"],
  ["payments", "Payment number|Payment date|Customer|Amount received|Payment method|Invoice no"],
])("%s", (_, headings) => {
  const known = knownHeadings("receipts");
  const fields = headings.split("|").map((heading) => known.get(plainHeading(heading))?.field);
  expect(fields).not.toContain(undefined);
  expect(new Set(fields).size).toBe(fields.length);
});

test("a payer's name or an invoice says who paid where no customer is named", () => {
  expect(RECEIPT_FIELDS.required[1]).toContain("payer_name");
  expect(RECEIPT_FIELDS.required[1]).toContain("invoice_number");
});
