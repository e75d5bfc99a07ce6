/** Customers, contacts and contracts as people keep them. */
import { expect, test } from "vitest";
import type { ImportKind } from "../../domain/book/import-row.ts";
import { knownHeadings, plainHeading } from "./fields.ts";
import { CONTACT_FIELDS, CONTRACT_FIELDS, CUSTOMER_FIELDS } from "./master-fields.ts";

const fieldsOf = (kind: ImportKind, headings: string) =>
  headings.split("|").map((heading) => knownHeadings(kind).get(plainHeading(heading))?.field);

test.each([
  ["customers", "客户编码|客户全称|英文名|税号|注册地址|信用等级|客户分类|业务员|备注"],
  ["customers", "Customer ID|Company name|Tax ID|Address|Language|Rating|Sales rep|Notes"],
  ["contacts", "客户编号|联系人姓名|职务|邮箱|手机号码|来源"],
  ["contacts", "Customer|Contact person|Job title|E-mail|Mobile"],
  [
    "contracts",
    "合同号|客户名称|签订日期|付款条件|账期|违约金比例|抵充顺序|担保方式|约定送达地址|送货单号|验收单号",
  ],
] as const)("%s: %s", (kind, headings) => {
  const fields = fieldsOf(kind, headings);
  expect(fields).not.toContain(undefined);
  expect(new Set(fields).size).toBe(fields.length);
});

test("contacts and contracts name their customer by number or name", () => {
  for (const { required } of [CONTACT_FIELDS, CONTRACT_FIELDS]) {
    expect(required).toContainEqual(["customer_number", "customer_name"]);
  }
  expect(CUSTOMER_FIELDS.required).toEqual([["number"], ["name"]]);
});
