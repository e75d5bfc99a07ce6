/** Which customer a row means. */
import { expect, test } from "vitest";
import type { CustomerId } from "../values/ids.ts";
import { customerBook, knownCustomer, matchCustomer, placeRows } from "./customer-match.ts";

const customer = (number: string, name: string) => ({ id: number as CustomerId, number, name });
const book = customerBook([
  customer("C1", "云杉机械（苏州）有限公司"),
  customer("C2", "华东贸易"),
  customer("C3", "华东贸易"),
  customer("王五商行", "别的名字"),
]);
const match = (customerNumber: string | null, customerName: string | null) => {
  const found = matchCustomer(book, { customerNumber, customerName });
  return found.ok ? found.value : found.refusal;
};

test("by number, whatever the name", () => {
  expect(match("C1", "华东贸易")).toMatchObject({ id: "C1" });
});

test("by name, in brackets and blanks of any width", () => {
  expect(match(null, "云杉机械 (苏州)有限公司")).toMatchObject({ id: "C1" });
});

test("a name that is some customer's number", () => {
  expect(match(null, "王五商行")).toMatchObject({ id: "王五商行" });
});

test("a name that several have is refused", () => {
  expect(match(null, "华东贸易")).toEqual({ code: "customer_name_ambiguous", name: "华东贸易" });
});

test("unknown ones come back to be created", () => {
  expect(match("C9", "新客户")).toEqual({ number: "C9", name: "新客户" });
  expect(match("C9", null)).toEqual({ number: "C9", name: "C9" });
  expect(match(null, "新客户")).toEqual({ number: "新客户", name: "新客户" });
});

test("where none may be created, unknown and ambiguous ones are refused", () => {
  const row = (customerNumber: string | null, customerName: string | null, line = 2) => ({
    line,
    customerNumber,
    customerName,
  });
  expect(knownCustomer(book, row("C9", null))).toMatchObject({
    refusal: { code: "customer_unknown", customer: "C9" },
  });
  const { placed, problems } = placeRows([row("C1", null), row(null, "华东贸易", 3)], book);
  expect(placed.map((one) => one.customer.id)).toEqual(["C1"]);
  expect(problems.map(({ line, code }) => [line, code])).toEqual([[3, "customer_name_ambiguous"]]);
});
