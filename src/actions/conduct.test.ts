/** Conduct on a real database: who is refused leaves a trace, hours and numbers are kept. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../test/kit/book.ts";
import { type ClerkWorld, callEntry, senior, withClerk } from "../../test/kit/clerk.ts";
import { testDatabase } from "../../test/kit/database.ts";
import { operator } from "../../test/kit/desk.ts";
import { plainDate } from "../domain/values/calendar.ts";
import type { AttachmentId, ContactId, CustomerId } from "../domain/values/ids.ts";
import { seedCalendars } from "../store/calendars.ts";
import type { Database } from "../store/database.ts";
import { sql } from "../store/sql.ts";
import type { Actor } from "./action.ts";
import { attachDocument } from "./attach-document.ts";
import { beginCall } from "./begin-call.ts";
import { decideApproval } from "./decide-approval.ts";
import { logContact } from "./log-contact.ts";
import { accepted, perform } from "./perform.ts";
import { performTraced } from "./perform-traced.ts";
import { requestContactPermit } from "./request-contact-permit.ts";
import { saveContact } from "./save-contact.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await database.transaction(seedCalendars);
});
afterAll(() => database.close());

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const traces = async ({ book }: ClerkWorld) =>
  (
    await sql<{ actor: string; input: Record<string, unknown> }>`select actor, input
        from audit_entry where creditor_id = ${book.creditor} and action = 'refuse_contact'
        order by id`.execute(database.db)
  ).rows;

describe("people beside the debt", () => {
  test("can't be recorded; the audit keeps that it was tried, and not the name", async () => {
    const world = await withClerk(database);
    const brother = { ...world.person, name: "李某的弟弟", role: "relative" as const };
    expect(await performTraced(world.at("10:00"), saveContact, brother)).toMatchObject({
      refusal: { code: "contact_not_allowed", role: "relative" },
    });
    expect(await traces(world)).toEqual([
      {
        actor: "小李",
        input: {
          action: "save_contact",
          customer: world.customer,
          refused: "contact_not_allowed",
          role: "relative",
        },
      },
    ]);
    const stored = await sql`select from contact where creditor_id = ${world.book.creditor}
        and name = ${brother.name}`.execute(database.db);
    expect(stored.rows).toEqual([]);
  });

  test("can't be logged under a free name either", async () => {
    const world = await withClerk(database);
    const free = callEntry(world, { contact: null, person: { name: "他同学", role: "classmate" } });
    expect(await performTraced(world.at("10:00"), logContact, free)).toMatchObject({
      refusal: { code: "contact_not_allowed", role: "classmate" },
    });
    const unknown = callEntry(world, { contact: null, person: { name: "新来的小张", role: null } });
    expect(await performTraced(world.at("10:00"), logContact, unknown)).toMatchObject({
      refusal: { code: "contact_not_recorded", name: "新来的小张" },
    });
    expect((await traces(world)).map(({ input }) => input["refused"])).toEqual([
      "contact_not_allowed",
      "contact_not_recorded",
    ]);
    expect(JSON.stringify(await traces(world))).not.toMatch(/同学|小张/);
  });

  test("an ordinary refusal leaves no trace", async () => {
    const world = await withClerk(database);
    const shouted = callEntry(world, { outcome: "shouted" });
    expect((await performTraced(world.at("10:00"), logContact, shouted)).ok).toBe(false);
    expect(await traces(world)).toEqual([]);
  });
});

describe("who is liable beside the customer", () => {
  test("is recorded with the document that says so, attached once", async () => {
    const world = await withClerk(database);
    const desk = world.at("10:00");
    const guarantor = { ...world.person, name: "苏州担保公司", role: "guarantor" as const };
    expect(await perform(desk, saveContact, guarantor)).toMatchObject({
      refusal: { code: "contact_authority_missing", role: "guarantor" },
    });
    const file = { customer: world.customer, bytes: PNG, fileName: "保证合同.png" };
    const { id: authority } = accepted(await perform(desk, attachDocument, file));
    const saved = await perform(desk, saveContact, { ...guarantor, authority });
    const { id } = accepted(saved);
    const again = { ...guarantor, id, authority, phone: null };
    expect((await perform(desk, saveContact, again)).ok).toBe(true);
    const other = { ...guarantor, name: "另一家", authority };
    expect(await perform(desk, saveContact, other)).toMatchObject({
      refusal: { code: "attachment_in_use" },
    });
    const invented = { ...guarantor, name: "第三家", authority: newId<AttachmentId>() };
    expect(await perform(desk, saveContact, invented)).toMatchObject({
      refusal: { code: "attachment_not_found" },
    });
  });

  test("and nobody is recorded without a source and a legal basis", async () => {
    const world = await withClerk(database);
    const desk = world.at("10:00");
    const fresh = { ...world.person, name: "赵总", role: "management" as const };
    expect(await perform(desk, saveContact, { ...fresh, source: null })).toMatchObject({
      refusal: { code: "contact_source_missing" },
    });
    expect(await perform(desk, saveContact, { ...fresh, basis: null })).toMatchObject({
      refusal: { code: "contact_basis_missing" },
    });
  });
});

describe("beginning a call", () => {
  const call = ({ customer, contact }: ClerkWorld, reason: string | null = null) => ({
    customer,
    contact,
    reason,
  });

  test("gives the number in working hours, and to nobody at night", async () => {
    const world = await withClerk(database);
    expect(await performTraced(world.at("10:00"), beginCall, call(world))).toEqual({
      ok: true,
      value: { name: "李会计", phone: "0512-66668888" },
    });
    expect(await performTraced(world.at("18:00"), beginCall, call(world))).toMatchObject({
      refusal: { code: "contact_outside_hours", why: "evening" },
    });
    expect(await performTraced(world.at("23:00", senior), beginCall, call(world))).toMatchObject({
      refusal: { code: "contact_at_night" },
    });
    expect((await traces(world)).map(({ actor, input }) => [actor, input["refused"]])).toEqual([
      ["小李", "contact_outside_hours"],
      ["老王", "contact_at_night"],
    ]);
  });

  test("the evening opens by an approval, for that person and those hours", async () => {
    const world = await withClerk(database);
    const { customer, contact } = world;
    const window = { contact, day: plainDate("2026-03-31"), from: "19:00", until: "21:00" };
    const asked = { customer, ...window, atHome: false, reason: "对方只有晚上方便" };
    const { id } = accepted(await perform(world.at("10:00"), requestContactPermit, asked));
    expect((await perform(world.at("19:30"), beginCall, call(world))).ok).toBe(false);
    const manager: Actor = {
      ...operator,
      name: "经理",
      decidesAs: ["credit_manager", "executive"],
    };
    const decision = { id, approve: true, reason: null };
    accepted(await perform(world.at("11:00", manager), decideApproval, decision));
    expect((await perform(world.at("19:30"), beginCall, call(world))).ok).toBe(true);
    expect((await perform(world.at("21:00"), beginCall, call(world))).ok).toBe(false);
    const logged = accepted(await perform(world.at("20:00"), logContact, callEntry(world)));
    expect(logged.outside).toEqual([]);
  });

  test("the fourth answered call of a day takes a senior's reason", async () => {
    const world = await withClerk(database);
    for (let made = 0; made < 3; made += 1) {
      accepted(await perform(world.at("10:00"), logContact, callEntry(world)));
    }
    expect(await perform(world.at("11:00"), beginCall, call(world))).toMatchObject({
      refusal: { code: "contact_too_often", what: "connected", made: 3, limit: 3 },
    });
    const why = "客户来电要求今天再谈";
    expect((await perform(world.at("11:00"), beginCall, call(world, why))).ok).toBe(false);
    expect((await perform(world.at("11:00", senior), beginCall, call(world, why))).ok).toBe(true);
    expect((await perform(world.at("11:00", senior), beginCall, call(world))).ok).toBe(false);
  });

  test("a corrected entry and a call of theirs do not count", async () => {
    const world = await withClerk(database);
    const first = accepted(await perform(world.at("10:00"), logContact, callEntry(world)));
    const right = callEntry(world, { corrects: first.id });
    accepted(await perform(world.at("10:10"), logContact, right));
    accepted(await perform(world.at("10:20"), logContact, callEntry(world, { direction: "in" })));
    accepted(await perform(world.at("10:30"), logContact, callEntry(world)));
    expect((await perform(world.at("11:00"), beginCall, call(world))).ok).toBe(true);
  });

  test("who opted out, who has no number, and who is nobody's are not called", async () => {
    const world = await withClerk(database);
    const left = { ...world.person, id: world.contact, optedOut: true };
    accepted(await perform(world.at("10:00"), saveContact, left));
    expect(await perform(world.at("10:00"), beginCall, call(world))).toMatchObject({
      refusal: { code: "contact_opted_out" },
    });
    const silent = { ...world.person, name: "无电话", phone: null };
    const { id } = accepted(await perform(world.at("10:00"), saveContact, silent));
    const quiet = { ...call(world), contact: id };
    expect(await perform(world.at("10:00"), beginCall, quiet)).toMatchObject({
      refusal: { code: "contact_has_no_number" },
    });
    const nobody = { ...call(world), contact: newId<ContactId>() };
    expect(await perform(world.at("10:00"), beginCall, nobody)).toMatchObject({
      refusal: { code: "contact_not_found" },
    });
    const elsewhere = { ...call(world), customer: world.book.customers[1] as CustomerId };
    expect(await perform(world.at("10:00"), beginCall, elsewhere)).toMatchObject({
      refusal: { code: "contact_not_found" },
    });
  });
});
