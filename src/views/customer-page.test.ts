/** One customer's page: papers of a contract, dropped lines, what a hold defers, old step names. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../test/kit/book.ts";
import { testDesk } from "../../test/kit/desk.ts";
import { type TestServer, testServer } from "../../test/kit/server.ts";
import { closeDay } from "../actions/close-day.ts";
import { dropSteps } from "../actions/drop-steps.ts";
import { accepted, type Desk, perform } from "../actions/perform.ts";
import { placeHold } from "../actions/place-hold.ts";
import { plainDate } from "../domain/values/calendar.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { run, sql } from "../store/sql.ts";
import { viewCustomer } from "./customer-page.ts";
import { look } from "./look.ts";
import { viewPlanSteps } from "./plan-page.ts";
import { stepNames } from "./policy-in-force.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const on = (today: string): Desk =>
  testDesk(server.database, server.book.creditor, { today, clock: server.house.clock });
const late = () => server.book.customers[0] as CustomerId;
const pageOn = async (day: string, settledToo = false) => {
  const page = await look(on(day), (sight) => viewCustomer(sight, late(), { settledToo }));
  if (page === null) throw new Error("the customer is there");
  return page;
};

test("a contract comes with its papers and the invoice each belongs to", async () => {
  const { creditor, items } = server.book;
  const contract = newId();
  await run(
    server.database.db,
    sql`insert into contract (creditor_id, id, customer_id, number)
        values (${creditor}, ${contract}, ${late()}, 'HT-1')`,
  );
  await run(
    server.database.db,
    sql`insert into contract_document (creditor_id, id, contract_id, item_id, kind, number)
        values (${creditor}, ${newId()}, ${contract}, ${items[0]}, 'delivery', 'SH-77')`,
  );
  expect((await pageOn("2026-03-31")).contracts).toMatchObject([
    { number: "HT-1", lateRate: null, documents: [{ number: "SH-77", itemNumber: "F-1" }] },
  ]);
});

test("a hold is what is left out now, and the step after it is what comes next", async () => {
  const until = plainDate("2026-04-15");
  const hold = { customer: late(), kind: "courtesy", reason: "对账中", until } as const;
  accepted(await perform(on("2026-03-31"), placeHold, hold));
  const { next } = await pageOn("2026-03-31");
  expect(next.skips).toMatchObject([{ reason: "held" }]);
  expect(next.day).toBe("2026-04-15");
  expect(next.steps.map(({ track }) => track)).toContain("demand");
  await run(server.database.db, sql`delete from hold`);
});

test("a dropped line stands in the timeline with its reason; what it was called stays known", async () => {
  accepted(await closeDay(on("2026-03-31")));
  const asked = { offset: 0, size: 200, track: "demand" } as const;
  const { steps } = await look(on("2026-03-31"), (sight) => viewPlanSteps(sight, asked));
  const ids = steps.map(({ id }) => id);
  accepted(await perform(on("2026-03-31"), dropSteps, { steps: ids, reason: "已口头约定" }));
  expect((await pageOn("2026-03-31")).timeline).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: "step_dropped", reason: "已口头约定", by: "operator" }),
    ]),
  );
});

test("what is yet to happen is not in the timeline", async () => {
  const days = (await pageOn("2026-02-01")).timeline.map(({ day }) => day);
  expect(days.every((day) => day <= "2026-02-01")).toBe(true);
});

test("settled documents are shown when they are asked for, after the open ones", async () => {
  const all = (await pageOn("2026-03-31", true)).items;
  expect(all.length).toBeGreaterThanOrEqual((await pageOn("2026-03-31")).items.length);
});

test("a step that no policy knows any more is called by its key", () => {
  expect(stepNames(null)("old-step")).toEqual({ zh: "old-step", en: "old-step" });
});
