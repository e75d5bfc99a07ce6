/** Cells in plain text. */
import { expect, test } from "vitest";
import { moneyOf } from "./money.ts";
import { cellText } from "./sheet.ts";

test("a text is itself, an amount has its currency's decimals, nothing is nothing", () => {
  expect(cellText("云杉")).toBe("云杉");
  expect(cellText(moneyOf("-1234.5", "CNY"))).toBe("-1234.50");
  expect(cellText(moneyOf("1234", "JPY"))).toBe("1234");
  expect(cellText(null)).toBe("");
});
