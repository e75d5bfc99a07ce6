/** The ways to pay are those that the store takes. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PAYMENT_METHODS } from "./payment-method.ts";

test("the store knows the same ways to pay, and what an ERP told", () => {
  const schema = readFileSync("src/store/schema.sql", "utf8");
  const check = /constraint receipt_method_check[^\n]*/.exec(schema)?.[0] ?? "";
  const known = [...check.matchAll(/'([a-z]+)'::text/g)].map(([, method]) => method);
  expect(known.toSorted()).toEqual([...PAYMENT_METHODS, "erp"].toSorted());
});
