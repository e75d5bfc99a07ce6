/** Invoice numbers: the forms in use, and that a key names one invoice only. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseInvoiceNumber } from "./invoice-number.ts";

test.each([
  ["25332000000109510719", null, "25332000000109510719"],
  ["２５３３２０００００ 0109510719", "", "25332000000109510719"],
  ["00123456", "3300231130", "3300231130-00123456"],
  ["12345678", "033002000111", "033002000111-12345678"],
])("number %s with code %s is %s", (number, code, key) => {
  expect(parseInvoiceNumber(number, code)).toMatchObject({ ok: true, value: { key } });
});

test.each([
  ["123", null, "invoice_number_malformed"],
  ["2533200000010951071", null, "invoice_number_malformed"],
  ["INV-2026-01", null, "invoice_number_malformed"],
  ["12345678", null, "invoice_code_missing"],
  ["12345678", "33002311301", "invoice_code_malformed"],
  ["25332000000109510719", "3300231130", "invoice_code_not_used"],
])("number %s with code %s is refused: %s", (number, code, refusal) => {
  expect(parseInvoiceNumber(number, code)).toMatchObject({ ok: false, refusal: { code: refusal } });
});

const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`));
const invoices: fc.Arbitrary<readonly [string, string | null]> = fc.oneof(
  fc.tuple(digits(20), fc.constant(null)),
  fc.tuple(digits(8), fc.oneof(digits(10), digits(12))),
);

test("two different invoices never share a key", () => {
  fc.assert(
    fc.property(invoices, invoices, (left, right) => {
      const [a, b] = [left, right].map(([number, code]) => parseInvoiceNumber(number, code));
      const same = left[0] === right[0] && left[1] === right[1];
      expect(a?.ok && b?.ok && a.value.key === b.value.key).toBe(same);
    }),
  );
});
