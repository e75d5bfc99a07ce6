/** Receipt numbers: counted per day. */
import { expect, test } from "vitest";
import { plainDate } from "../values/calendar.ts";
import { nextReceiptNumber, receiptPrefix } from "./receipt-number.ts";

test("counts on from the day's last one", () => {
  const day = plainDate("2026-03-31");
  expect(nextReceiptNumber(day, 0)).toBe("RC-20260331-1");
  expect(nextReceiptNumber(day, 12)).toBe("RC-20260331-13");
  expect(nextReceiptNumber(day, 9).startsWith(receiptPrefix(day))).toBe(true);
});
