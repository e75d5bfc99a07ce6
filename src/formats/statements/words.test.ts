/** Texts of statements: parts joined once, fillers are nothing. */
import { expect, test } from "vitest";
import { accountOf, joined, reference } from "./words.ts";

test("different parts joined by one blank", () => {
  expect(joined([" NP-1\n NP-2 ", null, "", "NP-3", "NP-3", undefined])).toBe("NP-1 NP-2 NP-3");
  expect(joined(["", null])).toBeNull();
});

test.each(["000000000", "NONREF", "NOTPROVIDED", "", " ", "N/A", "-", null, undefined])(
  "%j is no reference",
  (text) => expect(reference(text)).toBeNull(),
);

test("a reference keeps its zeros, an account only digits and letters", () => {
  expect(reference(" 000123 ")).toBe("000123");
  expect(accountOf("DE02 0000-0000/12")).toBe("DE020000000012");
  expect(accountOf(" - ")).toBeNull();
});
