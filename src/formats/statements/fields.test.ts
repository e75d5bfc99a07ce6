/** Fields: the first that can't be read is kept, and nothing is ever rounded. */
import { expect, test } from "vitest";
import { currency, moneyOf } from "../../domain/values/money.ts";
import { fieldReader, isoDay } from "./fields.ts";

const EUR = currency("EUR");

test("the first unreadable field is the refusal", () => {
  const fields = fieldReader("ofx", "decimal");
  expect(fields.refusal()).toBeNull();
  expect(fields.amount("1.50", EUR, 1)).toEqual(moneyOf("1.50", "EUR"));
  expect(fields.amount("1.505", EUR, 2)).toBeNull();
  expect(fields.day("2026-02-30", 3)).toBeNull();
  expect(fields.refusal()).toMatchObject({ line: 2, field: "amount", text: "1.505" });
});

test("decimals only, or thousands too", () => {
  expect(fieldReader("x", "decimal").amount("1,234.50", EUR, 1)).toBeNull();
  expect(fieldReader("x").amount("1,234.50", EUR, 1)).toEqual(moneyOf("1234.50", "EUR"));
});

test("a long text is shown in part", () => {
  const fields = fieldReader("x");
  fields.currency("E".repeat(500), 1);
  expect(fields.refusal()).toMatchObject({ field: "currency", text: "E".repeat(60) });
});

test.each([
  ["2026-03-31", "2026-03-31"],
  ["20260331120000.000[-5:EST]", "2026-03-31"],
  ["2026-03-31T23:59:59+02:00", "2026-03-31"],
  ["202603", null],
  ["31.03.2026", null],
  ["20260231", null],
])("%s begins with %s", (text, day) => {
  expect(isoDay(text)).toBe(day);
});
