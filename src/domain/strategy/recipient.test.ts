/** Who is written to: the asked role first, anybody reachable else, never who opted out. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ContactId } from "../values/ids.ts";
import { CONTACT_ROLES } from "./policy-choices.ts";
import { DEBTOR_LEVELS, type DebtorLevel } from "./policy-escalation.ts";
import { chooseRecipient, type Recipient } from "./recipient.ts";

const contact = (
  id: string,
  role: Recipient["role"],
  rest: Partial<Recipient> = {},
): Recipient => ({
  id: id as ContactId,
  name: id,
  role,
  email: `${id}@customer.example`,
  optedOut: false,
  ...rest,
});

const anyContact = fc.record({
  id: fc.uuid().map((id) => id as ContactId),
  name: fc.string(),
  role: fc.constantFrom(...CONTACT_ROLES),
  email: fc.option(fc.emailAddress()),
  optedOut: fc.boolean(),
});

describe("whoever the contacts are", () => {
  test("nobody without an address and nobody who opted out is written to", () => {
    fc.assert(
      fc.property(fc.array(anyContact), fc.constantFrom(...CONTACT_ROLES), (contacts, asked) => {
        const found = chooseRecipient(contacts, [asked]);
        const reachable = contacts.some(({ email, optedOut }) => email !== null && !optedOut);
        expect(found !== null).toBe(reachable);
        if (found !== null) expect([found.email !== null, found.optedOut]).toEqual([true, false]);
      }),
    );
  });

  test("the role asked for wins when somebody has it", () => {
    fc.assert(
      fc.property(fc.array(anyContact), fc.constantFrom(...CONTACT_ROLES), (contacts, asked) => {
        const there = [...contacts, contact("asked", asked)];
        expect(chooseRecipient(there, [asked])?.role).toBe(asked);
      }),
    );
  });

  test("the order in which they are read changes nothing", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyContact, { selector: ({ id }) => id }),
        fc.constantFrom(...CONTACT_ROLES),
        (contacts, asked) => {
          expect(chooseRecipient(contacts.toReversed(), [asked])).toEqual(
            chooseRecipient(contacts, [asked]),
          );
        },
      ),
    );
  });
});

test("no finance head: the step's next choice, and the clerk only when nobody else is there", () => {
  const contacts = [contact("clerk", "clerk"), contact("boss", "management")];
  const asked = ["finance_head", "management"] as const;
  expect(chooseRecipient(contacts, asked)?.name).toBe("boss");
  expect(chooseRecipient(contacts.slice(0, 1), asked)?.name).toBe("clerk");
});

test("of two in the same role the one we knew first", () => {
  const contacts = [contact("b", "clerk"), contact("a", "clerk")];
  expect(chooseRecipient(contacts, ["clerk"])?.name).toBe("a");
});

describe("at the level that a case has reached", () => {
  const everybody = CONTACT_ROLES.map((role) => contact(role, role));
  const chosen = (roles: readonly Recipient["role"][], level: DebtorLevel) =>
    chooseRecipient(
      everybody.filter(({ role }) => roles.includes(role)),
      ["clerk", "finance_head"],
      level,
    )?.role;

  test("nobody below it is written to while somebody at it or above is recorded", () => {
    expect(chosen(CONTACT_ROLES, "clerk")).toBe("clerk");
    expect(chosen(CONTACT_ROLES, "finance_head")).toBe("finance_head");
    expect(chosen(["clerk", "legal_rep"], "finance_head")).toBe("legal_rep");
    expect(chosen(CONTACT_ROLES, "legal_rep")).toBe("legal_rep");
  });

  test("it falls back down to the highest who is recorded", () => {
    expect(chosen(["clerk", "management", "procurement"], "legal_rep")).toBe("management");
    expect(chosen(["clerk"], "legal_rep")).toBe("clerk");
  });

  test("a level reaches nobody who was not reachable, and everybody who was", () => {
    const levels = fc.constantFrom(...DEBTOR_LEVELS);
    fc.assert(
      fc.property(fc.array(anyContact), levels, (contacts, level) => {
        const found = chooseRecipient(contacts, ["clerk"], level);
        expect(found === null).toBe(chooseRecipient(contacts, ["clerk"]) === null);
      }),
    );
  });
});
