/** The letterhead's draft: only what differs is sent; the preview says what a letter prints. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { letterhead } from "../../../src/documents/letter-parts.ts";
import { letterFacts } from "../../../test/kit/letters.ts";
import { blamed, changesOf, FIELDS, type Letterhead, wanted } from "./letterhead-draft.ts";
import { printedHead } from "./printed-head.ts";

const value = fc.oneof(
  fc.constant(null),
  fc.string({ unit: "binary" }),
  fc.constantFrom("云杉  精密", " a\n b ", "苏州市\n3 号楼", " "),
);
const anyLetterhead = fc.record(
  Object.fromEntries(FIELDS.map((field) => [field, value])),
) as fc.Arbitrary<Letterhead>;

describe("a draft", () => {
  test("that is stored has no changes left", () => {
    fc.assert(
      fc.property(anyLetterhead, anyLetterhead, (stored, draft) => {
        const after = { ...stored, ...changesOf(stored, draft) } as Letterhead;
        expect(after).toEqual(wanted(stored, draft));
        expect(changesOf(after, draft)).toEqual({});
      }),
    );
  });

  test("sends a blanked field as nothing, and no field that is as it was", () => {
    const stored = wanted({} as Letterhead, {
      ...{ name: "云杉", nameEn: null, uscc: null, address: "一号", phone: "1" },
      ...{ email: null, bankName: null, bankAccount: null },
    });
    expect(changesOf(stored, { name: " 云杉 ", phone: " ", address: "二号" })).toEqual({
      phone: null,
      address: "二号",
    });
  });
});

test("a refusal blames the fields it names, and no others", () => {
  const problem = { type: "", code: "letterhead_incomplete", missing: ["phone", "taxOffice"] };
  expect(blamed(problem)).toEqual(["phone"]);
  expect(blamed({ type: "", code: "uscc_malformed", text: "1" })).toEqual(["uscc"]);
  expect(blamed({ type: "", code: "broken" })).toEqual([]);
});

test.each(["zh", "en"] as const)("the preview is the head that letters print (%s)", (language) => {
  fc.assert(
    fc.property(anyLetterhead, (draft) => {
      const creditor = { ...wanted(draft, draft), name: draft.name ?? "" };
      const { name, lines } = printedHead(creditor, language);
      const facts = letterFacts({ language });
      const printed = letterhead({ ...facts, creditor: { ...facts.creditor, ...creditor } });
      expect({ kind: "letterhead", name, lines }).toEqual(printed);
    }),
  );
});
