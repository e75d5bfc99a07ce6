/** A short simulation: sixty customers with habits, four months, every invariant every day. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { standardPolicy } from "../../src/main.ts";
import { seedCalendars } from "../../src/store/calendars.ts";
import type { Database } from "../../src/store/database.ts";
import { day } from "../kit/arbitraries.ts";
import { testDatabase } from "../kit/database.ts";
import { simulate } from "./simulate.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await seedCalendars(database.db);
});
afterAll(() => database.close());

test("120 days with the Spring Festival: everything holds after each of them", async () => {
  const seed = "short";
  const { broken, steps, skips, promises } = await simulate({
    database,
    seed,
    policy: standardPolicy(),
    customers: 60,
    startOn: day("2025-12-15"),
    days: 120,
  });
  expect(broken.slice(0, 20), `seed ${seed}`).toEqual([]);
  // A world in which nothing happens would prove nothing.
  expect(steps).toBeGreaterThan(500);
  expect(skips).toBeGreaterThan(100);
  expect(promises).toBeGreaterThan(10);
}, 240_000);
