/** Contacts. */
import { expect, test } from "vitest";
import { oneRow, problemsOf } from "../../../test/kit/tables.ts";

test("a person in a role, reached by mail and telephone", () => {
  const text =
    "客户编号,联系人,职务,邮箱,手机,来源\nC1,王芳,财务总监,wang@example.com,13800000000,名片";
  expect(oneRow("contacts", text)).toMatchObject({
    name: "王芳",
    role: "finance_head",
    email: "wang@example.com",
    phone: "13800000000",
    source: "名片",
  });
});

test("without a role it is the clerk", () => {
  expect(oneRow("contacts", "客户编号,联系人\nC1,王芳").role).toBe("clerk");
});

test("a role nobody knows, an address that is none, a person without a name", () => {
  const text = "客户编号,联系人,职务,邮箱\nC1,王芳,宇航员,a@b.cn\nC1,李强,会计,a@b\nC1,,会计,";
  expect(problemsOf("contacts", text)).toEqual([
    "2C value_unknown",
    "3D value_unknown",
    "4B value_missing",
  ]);
});
