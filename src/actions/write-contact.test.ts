/** The contact log on a real database: true whatever the hour, put right but never changed. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callEntry, withClerk } from "../../test/kit/clerk.ts";
import { testDatabase } from "../../test/kit/database.ts";
import { type Instant, plainDate } from "../domain/values/calendar.ts";
import type { ContactLogId, CustomerId } from "../domain/values/ids.ts";
import { seedCalendars } from "../store/calendars.ts";
import type { Database } from "../store/database.ts";
import { sql } from "../store/sql.ts";
import { type LogContact, logContact } from "./log-contact.ts";
import { accepted, perform } from "./perform.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await database.transaction(seedCalendars);
});
afterAll(() => database.close());

describe("the log is true", () => {
  test("what happened at night is written down, marked, with its reason", async () => {
    const world = await withClerk(database);
    const late = callEntry(world, { outsideReason: "对方要求此时回电" });
    const logged = accepted(await perform(world.at("22:30"), logContact, late));
    expect(logged.outside).toEqual([{ code: "contact_at_night", hour: 22 }]);
    const { rows } = await sql`select outside_rules as rules, outside_reason as reason
        from contact_log where id = ${logged.id}`.execute(database.db);
    expect(rows).toEqual([
      { rules: [{ code: "contact_at_night", hour: 22 }], reason: "对方要求此时回电" },
    ]);
  });

  test("what happened yesterday counts for yesterday", async () => {
    const world = await withClerk(database);
    const happenedAt = new Date("2026-03-29T15:00:00+08:00").toISOString();
    const sunday = callEntry(world, {
      happenedAt: happenedAt as LogContact["happenedAt"] & string,
    });
    const logged = accepted(await perform(world.at("10:00"), logContact, sunday));
    expect(logged.outside).toMatchObject([{ code: "contact_outside_hours", why: "closed_day" }]);
    const { rows } = await sql<{ day: string }>`select day from contact_log
        where id = ${logged.id}`.execute(database.db);
    expect(rows).toEqual([{ day: "2026-03-29" }]);
  });

  test("a call-back is planned for hours that are ours", async () => {
    const world = await withClerk(database);
    const at = (followUpOn: string, followUpAt: string) =>
      callEntry(world, { followUpOn: plainDate(followUpOn), followUpAt });
    expect(await perform(world.at("10:00"), logContact, at("2026-04-01", "20:30"))).toMatchObject({
      refusal: { code: "contact_outside_hours" },
    });
    expect(await perform(world.at("10:00"), logContact, at("2026-04-04", "10:00"))).toMatchObject({
      refusal: { code: "contact_outside_hours", why: "closed_day" },
    });
    expect((await perform(world.at("10:00"), logContact, at("2026-03-31", "15:00"))).ok).toBe(true);
  });

  test("an entry is put right by another one, once, and never changed", async () => {
    const world = await withClerk(database);
    const { id } = accepted(await perform(world.at("10:00"), logContact, callEntry(world)));
    const right = callEntry(world, { said: "下下周付", corrects: id });
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

test("without a contact, whoever is usually spoken to is named where asked for", async () => {
  const world = await withClerk(database);
  const nobody = callEntry(world, { contact: null });
  expect(await perform(world.at("10:00"), logContact, nobody)).toMatchObject({
    refusal: { code: "contact_unnamed" },
  });
  const usual = { ...nobody, usual: true };
  const { id } = accepted(await perform(world.at("10:00"), logContact, usual));
  const { rows } = await sql<{ contact: string }>`select contact_id as contact from contact_log
      where creditor_id = ${world.book.creditor} and id = ${id}`.execute(database.db);
  expect(rows).toEqual([{ contact: world.contact }]);
});

test("what puts a call right happened when that call did, and is not one call more", async () => {
  const world = await withClerk(database);
  for (const time of ["09:10", "09:20", "09:30"]) {
    accepted(await perform(world.at(time), logContact, callEntry(world)));
  }
  const { rows: before } = await sql<{ id: ContactLogId; at: Instant }>`select id, at
      from contact_log where creditor_id = ${world.book.creditor} order by at desc limit 1`.execute(
    database.db,
  );
  const right = callEntry(world, { said: "月底付", corrects: before[0]?.id ?? null });
  const { id, outside } = accepted(await perform(world.at("20:00"), logContact, right));
  expect(outside).toEqual([]);
  const { rows } = await sql`select happened_at as at, day from contact_log
      where creditor_id = ${world.book.creditor} and id = ${id}`.execute(database.db);
  expect(rows).toEqual([{ at: before[0]?.at, day: "2026-03-31" }]);
});
