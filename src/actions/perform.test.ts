/** The one door for writes: audit, permission, refusal, dry run, replay. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { actorNamed, sharedTestDesk, stillClock } from "../../test/kit/desk.ts";
import { plainDate } from "../domain/values/calendar.ts";
import type { CreditorId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import type { Database } from "../store/database.ts";
import { run, sql } from "../store/sql.ts";
import { defineAction, defineSharedAction, type SharedContext } from "./action.ts";
import { accepted, businessDayOf, perform, performShared } from "./perform.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const write = ({ tx }: SharedContext, key: string) =>
  run(tx, sql`insert into setting (key, value) values (${key}, '1')`);

/** Writes a setting, and refuses afterwards when the key says so. */
const note = defineSharedAction<
  { readonly key: string; readonly secret?: string },
  { readonly key: string; readonly on: string },
  { readonly code: "asked_to_refuse" }
>({
  name: "note",
  permission: "settings:manage",
  audited: ({ key }) => ({ key }),
  async run(context, { key }) {
    await write(context, key);
    if (key.startsWith("refuse")) return refuse({ code: "asked_to_refuse" });
    return ok({ key, on: context.today });
  },
});

const isThere = async (key: string): Promise<boolean> => {
  const found = await sql`select key from setting where key = ${key}`.execute(database.db);
  return found.rows.length === 1;
};

const audited = async (): Promise<readonly { action: string; input: unknown }[]> =>
  (
    await sql<{
      action: string;
      input: unknown;
    }>`select action, input from audit_entry order by id`.execute(database.db)
  ).rows;

describe("every write", () => {
  test("is audited, without what must not be kept", async () => {
    const desk = sharedTestDesk(database);
    accepted(await performShared(desk, note, { key: "one", secret: "s3cret" }));
    expect(await isThere("one")).toBe(true);
    expect((await audited()).at(-1)).toEqual({ action: "note", input: { key: "one" } });
    expect(JSON.stringify(await audited())).not.toContain("s3cret");
  });

  test("needs its permission", async () => {
    const desk = {
      ...sharedTestDesk(database),
      actor: actorNamed("nobody", []),
    };
    expect(await performShared(desk, note, { key: "two" })).toEqual({
      ok: false,
      refusal: { code: "not_permitted", permission: "settings:manage" },
    });
    expect(await isThere("two")).toBe(false);
  });

  test("that is refused leaves nothing behind, not even in the audit", async () => {
    const before = (await audited()).length;
    const outcome = await performShared(sharedTestDesk(database), note, { key: "refuse-three" });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "asked_to_refuse" } });
    expect(await isThere("refuse-three")).toBe(false);
    expect((await audited()).length).toBe(before);
  });

  test("that is a dry run is judged and rolled back", async () => {
    const desk = sharedTestDesk(database);
    const outcome = await performShared(desk, note, { key: "four" }, { dryRun: true });
    expect(accepted(outcome).key).toBe("four");
    expect(await isThere("four")).toBe(false);
  });

  test("with a key that was seen gives the first answer again and writes nothing", async () => {
    const first = sharedTestDesk(database, { today: "2026-01-05" });
    const second = sharedTestDesk(database, { today: "2026-01-06" });
    const options = { key: "click-1" };
    const before = accepted(await performShared(first, note, { key: "five" }, options));
    const again = accepted(await performShared(second, note, { key: "five" }, options));
    expect(again).toEqual(before);
    expect(again.on).toBe("2026-01-05");
  });

  test("that throws is rolled back", async () => {
    const fails = defineSharedAction<null, null, never>({
      name: "fails",
      permission: "settings:manage",
      async run(context) {
        await write(context, "six");
        throw new Error("a bug");
      },
    });
    await expect(performShared(sharedTestDesk(database), fails, null)).rejects.toThrow("a bug");
    expect(await isThere("six")).toBe(false);
  });
});

test("a creditor that is not there is refused, and its business day is nobody's", async () => {
  const nowhere = "00000000-0000-7000-8000-000000000000" as CreditorId;
  const desk = { ...sharedTestDesk(database), creditorId: nowhere };
  const touch = defineAction<null, null, never>({
    name: "touch",
    permission: "book:read",
    run: async () => ok(null),
  });
  expect(await perform(desk, touch, null)).toMatchObject({
    refusal: { code: "creditor_not_found" },
  });
  expect(await businessDayOf(desk)).toBeNull();
});

test("the business day is the creditor's own: late evening in UTC is tomorrow in Shanghai", async () => {
  const id = "00000000-0000-7000-8000-000000000009" as CreditorId;
  await run(
    database.db,
    sql`insert into creditor (id, code, name, created_at) values (${id}, 'zone', '时区', now())`,
  );
  const clock = stillClock("2026-03-31T17:00:00Z");
  const desk = { ...sharedTestDesk(database, { clock }), creditorId: id };
  expect(await businessDayOf(desk)).toBe("2026-04-01");
  expect(await businessDayOf({ ...desk, today: plainDate("2026-05-01") })).toBe("2026-05-01");
});

test("an outcome that must be accepted and is not is a bug", () => {
  expect(() => accepted(refuse({ code: "no" }))).toThrow("accepted, not refused");
});
