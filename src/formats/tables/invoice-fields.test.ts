/** Open-item lists of the usual programs, by their own headings. */
import { expect, test } from "vitest";
import { knownHeadings, plainHeading } from "./fields.ts";
import { INVOICE_FIELDS } from "./invoice-fields.ts";

const fieldsOf = (headings: string) =>
  headings.split("|").map((heading) => knownHeadings("invoices").get(plainHeading(heading))?.field);

test.each([
  ["金蝶", "单据编号|业务日期|往来单位|到期日|币别|价税合计|已核销金额|未核销金额"],
  ["用友", "单据号|单据日期|客户编码|客户|到期日|币种|原币金额|原币余额|合同号"],
  ["SAP 中文", "凭证编号|凭证日期|客户编号|净到期日|凭证货币|凭证货币金额|清账日期|凭证类型"],
  [
    "SAP",
    "Document Number|Document Date|Customer|Net due date|Document currency|Amount in doc. curr.|Clearing date",
  ],
  ["QuickBooks", "Num|Date|Customer|Due date|Amount|Open balance|Transaction type"],
  ["Odoo", "Number|Invoice Partner Display Name|Invoice/Bill Date|Due Date|Total|Amount Due"],
  ["手工台账", "发票号码|开票日期|客户名称|到期日|价税合计|已收金额|结清日期|备注"],
])("%s", (_, headings) => {
  expect(fieldsOf(headings)).not.toContain(undefined);
  expect(new Set(fieldsOf(headings)).size).toBe(headings.split("|").length);
});

test("amounts without tax and tax itself are no invoice amount", () => {
  expect(fieldsOf("不含税金额|税额|税率|Untaxed Amount")).toEqual(new Array(4).fill(undefined));
});

test("an invoice needs a number, a customer, a day, an amount and a term", () => {
  expect(INVOICE_FIELDS.required.map(([field]) => field)).toEqual([
    "number",
    "customer_number",
    "issued_on",
    "amount",
    "due_on",
  ]);
});
