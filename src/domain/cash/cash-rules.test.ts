/** Where no policy is published nothing is given up and nothing is guessed. */
import { expect, test } from "vitest";
import { cny, on } from "../../../test/kit/import-book.ts";
import { CAREFUL_RULES } from "./cash-rules.ts";
import { toleratedShortfall } from "./tolerance.ts";

test.each(["bank_fee", "rounding", "cash_discount", "deduction"] as const)(
  "no %s is tolerated",
  (kind) => {
    const day = on("2026-03-10");
    const claims = [{ issuedOn: day, paid: cny("100.00") }];
    const tolerated = toleratedShortfall(kind, claims, CAREFUL_RULES, day, cny("0").currency);
    expect(tolerated).toEqual(cny("0.00"));
    expect(CAREFUL_RULES.oldestFirst).toBe(false);
  },
);
