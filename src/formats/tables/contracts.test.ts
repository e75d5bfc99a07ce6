/** Contracts and the papers linked to them. */
import { describe, expect, test } from "vitest";
import { oneRow, problemsOf } from "../../../test/kit/tables.ts";
import { readRate } from "./contracts.ts";

describe("a late-payment rate has a period", () => {
  test.each([
    ["0.05%/日", 500_000n, "day"],
    ["日万分之五", 500_000n, "day"],
    ["每日万分之 3", 300_000n, "day"],
    ["14.6%/年", 146_000_000n, "year"],
    ["年利率 6％", 60_000_000n, "year"],
    ["0.5‰ per day", 500_000n, "day"],
  ])("%s", (text, ppb, per) => {
    expect(readRate(text)).toEqual({ partsPerBillion: ppb, per });
  });

  test.each(["0.05%", "万分之五", "5/日", "日万分之五%", "LPR"])("%s is refused", (text) => {
    expect(readRate(text)).toBeNull();
  });
});

test("a contract with its terms and papers", () => {
  const text =
    "合同号,客户编号,签订日期,账期,违约金比例,抵充顺序,债务结构,客户规模,送达地址,退票费用条款,送货单号,送货日期,验收单号,发票号码\n" +
    "HT1,C1,2026-01-02,60,0.05%/日,先本后息,分期,小型,苏州,退票费用由买方承担,SH1,2026-01-20,YS1,INV1";
  expect(oneRow("contracts", text)).toMatchObject({
    number: "HT1",
    customerNumber: "C1",
    signedOn: "2026-01-02",
    termsDays: 60,
    appropriation: "principal_first",
    debtStructure: "same_debt_instalments",
    debtorSize: "small",
    creditorSize: undefined,
    serviceAddress: "苏州",
    returnChargeClause: "退票费用由买方承担",
    documents: [
      { kind: "delivery", number: "SH1", datedOn: "2026-01-20", invoiceNumber: "INV1" },
      { kind: "acceptance", number: "YS1", datedOn: null, invoiceNumber: "INV1" },
    ],
  });
});

test("what can't be understood is refused", () => {
  const text = "合同号,客户编号,账期,违约金比例\n,C1,60,\nHT2,C1,月结,\nHT3,C1,60,0.05%\nHT4,,60,";
  expect(problemsOf("contracts", text)).toEqual([
    "2A value_missing",
    "3C days_unreadable",
    "4D rate_unreadable",
    "5B value_missing",
  ]);
});
