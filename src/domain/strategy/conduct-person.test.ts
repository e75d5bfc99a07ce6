/** Whom one may speak to about a debt: the table of law and custom, case by case. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FORBIDDEN_ROLES, LIABLE_ROLES, mayContact, PERSON_ROLES } from "./conduct-person.ts";

const anyone = { optedOut: false, authorised: false };

describe("people beside the debt", () => {
  test.each(FORBIDDEN_ROLES)("a %s is refused with the rule and the exceptions", (role) => {
    expect(mayContact({ role, ...anyone })).toEqual({
      ok: false,
      refusal: {
        code: "contact_not_allowed",
        role,
        law: ["民法典 1032–1033", "个人信息保护法 13, 25"],
        exceptions: ["guarantor", "co_debtor", "agent"],
      },
    });
  });

  test("no document and no willingness opens the door to them", () => {
    fc.assert(
      fc.property(fc.constantFrom(...FORBIDDEN_ROLES), fc.boolean(), (role, authorised) => {
        expect(mayContact({ role, optedOut: false, authorised }).ok).toBe(false);
      }),
    );
  });
});

describe("people at the customer", () => {
  const roles = [
    "clerk",
    "finance_head",
    "procurement",
    "management",
    "legal_rep",
    "mailroom",
    "shareholder",
  ] as const;

  test.each(roles)("a %s may be spoken to", (role) => {
    expect(mayContact({ role, ...anyone })).toEqual({ ok: true, value: null });
  });

  test.each(LIABLE_ROLES)("a %s with the document that says so, and not without", (role) => {
    expect(mayContact({ role, ...anyone, authorised: true }).ok).toBe(true);
    expect(mayContact({ role, ...anyone })).toEqual({
      ok: false,
      refusal: { code: "contact_authority_missing", role },
    });
  });

  test("whoever asked to be left alone is left alone, whatever the role", () => {
    for (const role of PERSON_ROLES) {
      expect(mayContact({ role, optedOut: true, authorised: true })).toEqual({
        ok: false,
        refusal: { code: "contact_opted_out" },
      });
    }
  });
});
