/** Invoices with what is paid of them. */
import { describe, expect, test } from "vitest";
import { oneRow, problemsOf } from "../../../test/kit/tables.ts";
import { amountText } from "../../domain/values/money.ts";

const HEADINGS = "客户编号,发票号码,开票日期,到期日,单据类型,价税合计,已收金额,未收金额,结清日期";
const text = (type: string, amounts: string, settled = "") =>
  `${HEADINGS}\nC1,INV1,2026-01-05,2026-02-05,${type},${amounts},${settled}`;
const read = (type: string, amounts: string, settled = "") => {
  const { kind, amount, paid } = oneRow("invoices", text(type, amounts, settled));
  return [kind, amountText(amount), paid === null ? null : amountText(paid)];
};

describe("amount, paid and open", () => {
  test.each([
    ["nothing told of payment", "100,,", "", ["invoice", "100.00", null]],
    ["paid in part", "100,30,", "", ["invoice", "100.00", "30.00"]],
    ["open in part", "100,,70", "", ["invoice", "100.00", "30.00"]],
    ["all three", "100,30,70", "", ["invoice", "100.00", "30.00"]],
    ["only what is open", ",,70", "", ["invoice", "70.00", null]],
    [
      "a settled day alone means paid in full",
      "100,,",
      "2026-02-01",
      ["invoice", "100.00", "100.00"],
    ],
    [
      "settled, with only the open column filled",
      ",,100",
      "2026-02-01",
      ["invoice", "100.00", "100.00"],
    ],
    ["part paid on a day", "100,30,", "2026-02-01", ["invoice", "100.00", "30.00"]],
    ["nothing paid, said so", "100,0,100", "", ["invoice", "100.00", "0.00"]],
  ])("%s", (_, amounts, settled, expected) => {
    expect(read("", amounts, settled)).toEqual(expected);
  });

  test.each([
    ["more paid than owed", "100,130,", "", "2G paid_exceeds_amount"],
    ["less than nothing open", "100,,-30", "", "2H paid_exceeds_amount"],
    ["paid backwards", "100,-30,", "", "2G paid_has_other_sign"],
    ["open more than the amount", "100,,130", "", "2H paid_has_other_sign"],
    ["three that disagree", "100,30,60", "", "2H paid_and_open_disagree"],
    ["settled without a cent", "100,0,", "2026-02-01", "2I settled_but_unpaid"],
    ["an amount of nothing", "0,,", "", "2F amount_is_zero"],
    ["no amount", ",,", "", "2F value_missing"],
  ])("%s is refused", (_, amounts, settled, problem) => {
    expect(problemsOf("invoices", text("", amounts, settled))).toEqual([problem]);
  });
});

describe("kinds", () => {
  test.each([
    ["a negative invoice is a credit memo", "", "-100,,", ["credit_memo", "-100.00", null]],
    ["whatever its type says", "发票", "-100,-30,", ["credit_memo", "-100.00", "-30.00"]],
    [
      "a credit memo written positively is turned",
      "红字发票",
      "100,30,70",
      ["credit_memo", "-100.00", "-30.00"],
    ],
    ["one written negatively is not", "红字发票", "-100,,", ["credit_memo", "-100.00", null]],
    ["a debit memo", "借项通知单", "100,,", ["debit_memo", "100.00", null]],
    ["an unknown type says nothing", "RX", "100,,", ["invoice", "100.00", null]],
  ])("%s", (_, type, amounts, expected) => {
    expect(read(type, amounts)).toEqual(expected);
  });
});

test("what else a row has", () => {
  const row = oneRow(
    "invoices",
    "客户编号,客户名称,发票号码,开票日期,到期日,价税合计,合同号,备注\nC1,甲,A,2026-01-05,2026-02-05,1,HT1,订单 7",
  );
  expect(row).toMatchObject({ customerName: "甲", contractNumber: "HT1", reference: "订单 7" });
});

test("the other numbers that a payer may write: the tax invoice's and the order's", () => {
  const text =
    "客户编号,单据编号,数电票号码,开票日期,到期日,价税合计,采购订单号,备注\n" +
    "C1,AR-7,25322000000012345678,2026-01-05,2026-02-05,1,PO-8812,首批";
  expect(oneRow("invoices", text)).toMatchObject({
    number: "25322000000012345678",
    taxNumber: "AR-7",
    orderNumber: "PO-8812",
    reference: "首批",
  });
  const named =
    "客户编号,单据编号,税票号码,开票日期,到期日,价税合计\nC1,AR-7,T-9,2026-01-05,2026-02-05,1";
  expect(oneRow("invoices", named)).toMatchObject({
    number: "AR-7",
    taxNumber: "T-9",
    orderNumber: null,
  });
});
