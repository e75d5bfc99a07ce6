/** Conduct on a real database: who is refused leaves a trace, hours and numbers are kept. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { insertBook, newId } from "../../test/kit/book.ts";
import { testDatabase } from "../../test/kit/database.ts";
import { operator, stillClock, testDesk } from "../../test/kit/desk.ts";
import { plainDate } from "../domain/values/calendar.ts";
import type { AttachmentId, ContactId, CustomerId } from "../domain/values/ids.ts";
import { seedCalendars } from "../store/calendars.ts";
import type { Database } from "../store/database.ts";
import { sql } from "../store/sql.ts";
import type { Actor } from "./action.ts";
import { attachDocument } from "./attach-document.ts";
import { beginCall } from "./begin-call.ts";
import { decideApproval } from "./decide-approval.ts";
import { type LogContact, logContact } from "./log-contact.ts";
import { accepted, type Desk, perform } from "./perform.ts";
import { performTraced } from "./perform-traced.ts";
import { requestContactPermit } from "./request-contact-permit.ts";
import { type SaveContact, saveContact } from "./save-contact.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await database.transaction(seedCalendars);
});
afterAll(() => database.close());

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const collector: Actor = { ...operator, name: "小李", decidesAs: ["collector"] };
const senior: Actor = { ...operator, name: "老王", decidesAs: ["senior_collector"] };

const { random } = stillClock();

/** A customer with a clerk who has a telephone; desks at an hour of 2026-03-31, a Tuesday. */
async function withClerk() {
  const book = await insertBook(database.db, { customers: 2, items: [], allocations: [] });
  const customer = book.customers[0] as CustomerId;
  const at = (time: string, actor: Actor = collector): Desk => {
    const now = new Date(`2026-03-31T${time}:00+08:00`).toISOString();
    return testDesk(database, book.creditor, { actor, clock: { ...stillClock(now), random } });
  };
  const person: SaveContact = {
    id: null,
    customer,
    name: "李会计",
    role: "clerk",
    email: null,
    phone: "0512-66668888",
    language: null,
    source: "合同",
    basis: "contract",
    optedOut: false,
  };
  const { id: contact } = accepted(await perform(at("10:00"), saveContact, person));
  return { book, customer, contact, at, person };
}
type World = Awaited<ReturnType<typeof withClerk>>;

const entry = ({ customer, contact }: World, rest: Partial<LogContact> = {}): LogContact => ({
  customer,
  step: null,
  contact,
  channel: "call",
  outcome: "reached",
  said: "下周付",
  overdueReason: null,
  followUpOn: null,
  ...rest,
});

const traces = async ({ book }: World) =>
  (
    await sql<{ actor: string; input: Record<string, unknown> }>`select actor, input
        from audit_entry where creditor_id = ${book.creditor} and action = 'refuse_contact'
        order by id`.execute(database.db)
  ).rows;

describe("people beside the debt", () => {
  test("can't be recorded; the audit keeps that it was tried, and not the name", async () => {
    const world = await withClerk();
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
    const world = await withClerk();
    const free = entry(world, { contact: null, person: { name: "他同学", role: "classmate" } });
    expect(await performTraced(world.at("10:00"), logContact, free)).toMatchObject({
      refusal: { code: "contact_not_allowed", role: "classmate" },
    });
    const unknown = entry(world, { contact: null, person: { name: "新来的小张", role: null } });
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
    const world = await withClerk();
    const shouted = entry(world, { outcome: "shouted" });
    expect((await performTraced(world.at("10:00"), logContact, shouted)).ok).toBe(false);
    expect(await traces(world)).toEqual([]);
  });
});

describe("who is liable beside the customer", () => {
  test("is recorded with the document that says so, attached once", async () => {
    const world = await withClerk();
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
    const world = await withClerk();
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
  const call = ({ customer, contact }: World, reason: string | null = null) => ({
    customer,
    contact,
    reason,
  });

  test("gives the number in working hours, and to nobody at night", async () => {
    const world = await withClerk();
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
    const world = await withClerk();
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
    const logged = accepted(await perform(world.at("20:00"), logContact, entry(world)));
    expect(logged.outside).toEqual([]);
  });

  test("the fourth answered call of a day takes a senior's reason", async () => {
    const world = await withClerk();
    for (let made = 0; made < 3; made += 1) {
      accepted(await perform(world.at("10:00"), logContact, entry(world)));
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
    const world = await withClerk();
    const first = accepted(await perform(world.at("10:00"), logContact, entry(world)));
    const right = entry(world, { corrects: first.id });
    accepted(await perform(world.at("10:10"), logContact, right));
    accepted(await perform(world.at("10:20"), logContact, entry(world, { direction: "in" })));
    accepted(await perform(world.at("10:30"), logContact, entry(world)));
    expect((await perform(world.at("11:00"), beginCall, call(world))).ok).toBe(true);
  });

  test("who opted out, who has no number, and who is nobody's are not called", async () => {
    const world = await withClerk();
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

describe("the log is true", () => {
  test("what happened at night is written down, marked, with its reason", async () => {
    const world = await withClerk();
    const late = entry(world, { outsideReason: "对方要求此时回电" });
    const logged = accepted(await perform(world.at("22:30"), logContact, late));
    expect(logged.outside).toEqual([{ code: "contact_at_night", hour: 22 }]);
    const { rows } = await sql`select outside_rules as rules, outside_reason as reason
        from contact_log where id = ${logged.id}`.execute(database.db);
    expect(rows).toEqual([
      { rules: [{ code: "contact_at_night", hour: 22 }], reason: "对方要求此时回电" },
    ]);
  });

  test("what happened yesterday counts for yesterday", async () => {
    const world = await withClerk();
    const happenedAt = new Date("2026-03-29T15:00:00+08:00").toISOString();
    const sunday = entry(world, { happenedAt: happenedAt as LogContact["happenedAt"] & string });
    const logged = accepted(await perform(world.at("10:00"), logContact, sunday));
    expect(logged.outside).toMatchObject([{ code: "contact_outside_hours", why: "closed_day" }]);
    const { rows } = await sql<{ day: string }>`select day from contact_log
        where id = ${logged.id}`.execute(database.db);
    expect(rows).toEqual([{ day: "2026-03-29" }]);
  });

  test("a call-back is planned for hours that are ours", async () => {
    const world = await withClerk();
    const at = (followUpOn: string, followUpAt: string) =>
      entry(world, { followUpOn: plainDate(followUpOn), followUpAt });
    expect(await perform(world.at("10:00"), logContact, at("2026-04-01", "20:30"))).toMatchObject({
      refusal: { code: "contact_outside_hours" },
    });
    expect(await perform(world.at("10:00"), logContact, at("2026-04-04", "10:00"))).toMatchObject({
      refusal: { code: "contact_outside_hours", why: "closed_day" },
    });
    expect((await perform(world.at("10:00"), logContact, at("2026-03-31", "15:00"))).ok).toBe(true);
  });

  test("an entry is put right by another one, once, and never changed", async () => {
    const world = await withClerk();
    const { id } = accepted(await perform(world.at("10:00"), logContact, entry(world)));
    const right = entry(world, { said: "下下周付", corrects: id });
    accepted(await perform(world.at("10:05"), logContact, right));
    expect(await perform(world.at("10:06"), logContact, right)).toMatchObject({
      refusal: { code: "contact_entry_corrected" },
    });
    const elsewhere = { ...right, customer: world.book.customers[1] as CustomerId, contact: null };
    expect(await perform(world.at("10:06"), logContact, elsewhere)).toMatchObject({
      refusal: { code: "contact_entry_not_found" },
    });
    await expect(
      sql`update contact_log set said = 'x' where id = ${id}`.execute(database.db),
    ).rejects.toThrow(/permission denied/);
    await expect(
      sql`delete from contact_log where id = ${id}`.execute(database.db),
    ).rejects.toThrow(/permission denied/);
  });
});
