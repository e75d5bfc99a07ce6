/** Fields and their headings. */
import { expect, test } from "vitest";
import { field, renamed } from "./field.ts";

test("headings are split, empty ones dropped", () => {
  expect(field("number", "号码", "number", "编号|no|", "id").headings).toEqual([
    "编号",
    "no",
    "id",
  ]);
});

test("under another name a field keeps its headings before the further ones", () => {
  const plain = field("customer_number", "客户编号", "customer number", "客户编码");
  expect(renamed("number", plain, "编号")).toEqual({
    field: "number",
    zh: "客户编号",
    en: "customer number",
    headings: ["客户编码", "编号"],
  });
});
