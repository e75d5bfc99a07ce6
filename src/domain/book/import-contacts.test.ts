/** Contacts of a file against the book. */
import { expect, test } from "vitest";
import type { ContactId, CustomerId } from "../values/ids.ts";
import {
  contactFactsText,
  contactKey,
  groundOf,
  judgeContact,
  newContact,
  type PlacedContact,
} from "./import-contacts.ts";

const customer = { id: "c1" as CustomerId, number: "C1", name: "甲" };
const row = (different: Partial<PlacedContact> = {}): PlacedContact => ({
  line: 2,
  customerNumber: "C1",
  customerName: null,
  customer,
  name: "王芳",
  role: "clerk",
  email: "a@example.com",
  phone: undefined,
  language: undefined,
  source: undefined,
  ...different,
});
const stored = newContact(row(), "p1" as ContactId);

test("a person in a role at a customer is one contact", () => {
  expect(contactKey(customer.id, row())).toBe(contactKey(stored.customerId, stored));
  expect(contactKey(customer.id, row({ role: "management" }))).not.toBe(
    contactKey(customer.id, row()),
  );
});

test("a new one has what the file has", () => {
  expect(stored).toEqual({
    id: "p1",
    customerId: "c1",
    name: "王芳",
    role: "clerk",
    email: "a@example.com",
    phone: null,
    language: null,
    source: null,
    basis: null,
  });
});

test("a new one in full", () => {
  const full = row({ email: null, phone: "138", language: "en", source: "名片" });
  expect(newContact(full, "p2" as ContactId)).toMatchObject({
    email: null,
    phone: "138",
    language: "en",
    source: "名片",
  });
});

test("a new address is a change, a missing column none", () => {
  expect(judgeContact(row({ email: undefined }), stored).verdict).toBe("unchanged");
  expect(judgeContact(row({ email: "b@example.com" }), stored)).toMatchObject({
    change: { number: "王芳", field: "email", book: "a@example.com", file: "b@example.com" },
  });
});

test("two rows say the same when only their lines differ", () => {
  expect(contactFactsText(row({ line: 9 }))).toBe(contactFactsText(row()));
  expect(contactFactsText(row({ phone: "1" }))).not.toBe(contactFactsText(row()));
});

test.each([
  ["采购合同第 12 条", "contract"],
  ["展会名片", "consent"],
  ["企业信用公示系统", "published"],
  ["Company register", "published"],
  ["老系统", null],
  ["", null],
  [null, null],
] as const)("a source of %j gives the ground %s", (source, ground) => {
  expect(groundOf(source)).toBe(ground);
});
