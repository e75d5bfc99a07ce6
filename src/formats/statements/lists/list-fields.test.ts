/** Headings: the same column under many names. */
import { expect, test } from "vitest";
import { column, headingForms, headingsOf, knownColumn, LIST_FIELDS } from "./list-fields.ts";

const KNOWN = headingsOf(LIST_FIELDS);

test.each([
  ["借方发生额（支取）", "out"],
  ["借方发生额/元(支取)", "out"],
  ["贷方发生额/元(收入)", "in"],
  ["收入金额（+元）", "in"],
  ["支出金额（-元）", "out"],
  ["记账金额(收入)", "in"],
  ["交易金额(支出)", "out"],
  ["借方(出账)", "out"],
  ["金额(元)", "amount"],
  ["金额（元）", "amount"],
  ["账户余额（元）", "balance"],
  ["付款人名称[ Payer's Name ]", "payer_name"],
  ["收款人账号[ Payee's Account Number ]", "payee_account"],
  ["交易日期[ Transaction Date ]", "day"],
  ["收/付方名称", "counter_name"],
  ["收(付)方帐号", "counter_account"],
  ["日 志 号", "bank_reference"],
  ["Billing amount", "amount"],
  ["账　　号", "account"],
  ["  对方户名  ", "counter_name"],
])("%s is %s", (heading, field) => {
  expect(knownColumn(KNOWN, heading)?.field).toBe(field);
});

test.each(["", "客户经理", "序号", "网点名称", "汇率"])("%s is nothing we look for", (heading) => {
  expect(knownColumn(KNOWN, heading)).toBeNull();
});

test("brackets that say which way the money goes are never taken off", () => {
  expect(headingForms("发生额(借)")).not.toContain("发生额");
  expect(headingForms("发生额(单位:元)")).toContain("发生额");
});

test("a bank's own meaning of a heading comes first", () => {
  const own = headingsOf([column("mark", "交易类型"), ...LIST_FIELDS]);
  expect(knownColumn(own, "交易类型")?.field).toBe("mark");
  expect(knownColumn(KNOWN, "交易类型")?.field).toBe("kind");
});
