/** Holds of groups in the store: they win for every company, also for one that joins later. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../test/kit/book.ts";
import { testDatabase } from "../../test/kit/database.ts";
import { actorNamed, testDesk } from "../../test/kit/desk.ts";
import { type Owed, owedBook } from "../../test/kit/hand-receipts.ts";
import { PERMISSIONS } from "../domain/desk/permission.ts";
import { plainDate } from "../domain/values/calendar.ts";
import type { GroupId, HoldId } from "../domain/values/ids.ts";
import { seedCalendars } from "../store/calendars.ts";
import type { Database } from "../store/database.ts";
import { listSkips, listSteps } from "../store/plans.ts";
import { rows, run, sql } from "../store/sql.ts";
import { closeDay } from "./close-day.ts";
import { liftHold } from "./lift-hold.ts";
import { accepted, perform } from "./perform.ts";
import { placeGroupHold } from "./place-group-hold.ts";
import { placeHold } from "./place-hold.ts";
import { updateGroup } from "./update-group.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await database.transaction(seedCalendars);
});
afterAll(() => database.close());

const offer = { kind: "courtesy", reason: "集团重组谈判", until: plainDate("2026-04-30") } as const;

async function groupOf(owed: Owed): Promise<GroupId> {
  const group = newId<GroupId>();
  await run(
    database.db,
    sql`insert into customer_group (creditor_id, id, name)
        values (${owed.book.creditor}, ${group}, '甲集团')`,
  );
  return group;
}

const join = async (owed: Owed, id: GroupId, on = "2026-03-02") =>
  accepted(await perform(owed.on(on), updateGroup, { id, add: [owed.customer], remove: [] }));

const plan = async (owed: Owed, day: string) => {
  accepted(await closeDay(owed.on(day)));
  const [creditor, on] = [owed.book.creditor, plainDate(day)];
  return database.reading(async (tx) => ({
    steps: await listSteps(tx, creditor, on),
    skips: await listSkips(tx, creditor, on),
  }));
};

test("a company that joins the group later is held as well, until the hold is lifted", async () => {
  const owed = await owedBook(database);
  const group = await groupOf(owed);
  const desk = owed.on("2026-03-02");
  const { id } = accepted(await perform(desk, placeGroupHold, { ...offer, group }));
  await join(owed, group);
  const held = await plan(owed, "2026-03-02");
  expect(held.steps).toEqual([]);
  expect(held.skips.map(({ reason }) => reason)).toEqual(["held"]);
  accepted(await perform(owed.on("2026-03-09"), liftHold, { id, reason: "谈完了" }));
  const freed = await plan(owed, "2026-03-09");
  expect(freed.steps.length).toBeGreaterThan(0);
  const [lifted] = await database.reading((tx) =>
    rows<{ by: string; reason: string; until: string }>(
      tx,
      sql`select lifted_by as by, lift_reason as reason, until_on as until from hold
          where creditor_id = ${owed.book.creditor}`,
    ),
  );
  expect(lifted).toEqual({ by: "operator", reason: "谈完了", until: "2026-03-09" });
  expect(await perform(owed.on("2026-03-10"), liftHold, { id })).toMatchObject({
    refusal: { code: "hold_has_ended" },
  });
});

test("placing one wakes its companies: what waited is planned anew the same day", async () => {
  const owed = await owedBook(database);
  const group = await groupOf(owed);
  await join(owed, group);
  expect((await plan(owed, "2026-03-02")).steps.length).toBeGreaterThan(0);
  accepted(await perform(owed.on("2026-03-02"), placeGroupHold, { ...offer, group }));
  const again = await plan(owed, "2026-03-02");
  expect(again.steps.filter(({ state }) => state === "planned")).toEqual([]);
  expect(again.skips.map(({ reason }) => reason)).toContain("held");
});

test("who leaves the group is chased again from the next close on", async () => {
  const owed = await owedBook(database);
  const group = await groupOf(owed);
  await join(owed, group);
  accepted(await perform(owed.on("2026-03-02"), placeGroupHold, { ...offer, group }));
  expect((await plan(owed, "2026-03-02")).steps).toEqual([]);
  const out = { id: group, add: [], remove: [owed.customer] };
  accepted(await perform(owed.on("2026-03-03"), updateGroup, out));
  expect((await plan(owed, "2026-03-03")).steps.length).toBeGreaterThan(0);
});

test("no group, no reason, no end: refused", async () => {
  const owed = await owedBook(database);
  const group = await groupOf(owed);
  const desk = owed.on("2026-03-02");
  const refusals = [
    await perform(desk, placeGroupHold, { ...offer, group: newId<GroupId>() }),
    await perform(desk, placeGroupHold, { ...offer, group, reason: " " }),
    await perform(desk, placeGroupHold, { ...offer, group, until: null }),
    await perform(desk, liftHold, { id: newId<HoldId>() }),
  ];
  expect(refusals).toMatchObject(
    ["group_not_found", "reason_missing", "hold_needs_an_end", "hold_not_found"].map((code) => ({
      refusal: { code },
    })),
  );
});

test("whoever does not reach the whole creditor holds no group, only their own customers", async () => {
  const owed = await owedBook(database);
  const group = await groupOf(owed);
  const me = newId();
  await run(
    database.db,
    sql`insert into app_user (id, name, email, created_at, updated_at)
        values (${me}, '小王', ${`${me}@house.example`}, now(), now())`,
  );
  await run(
    database.db,
    sql`update customer set owner_id = ${me} where creditor_id = ${owed.book.creditor}
        and id = ${owed.customer}`,
  );
  const reach = [me] as unknown as Exclude<ReturnType<typeof actorNamed>["reach"], "all">;
  const desk = testDesk(database, owed.book.creditor, {
    ...{ today: "2026-03-02", actor: { ...actorNamed("小王", PERMISSIONS), reach } },
  });
  expect(await perform(desk, placeGroupHold, { ...offer, group })).toMatchObject({
    refusal: { code: "group_out_of_reach" },
  });
  const own = await perform(desk, placeHold, { ...offer, customer: owed.customer });
  expect(own.ok).toBe(true);
  expect(await perform(desk, placeHold, { ...offer, customer: owed.other })).toMatchObject({
    refusal: { code: "customer_not_found" },
  });
  const placed = accepted(
    await perform(owed.on("2026-03-02"), placeGroupHold, { ...offer, group }),
  );
  expect(await perform(desk, liftHold, placed)).toMatchObject({
    refusal: { code: "group_out_of_reach" },
  });
});
