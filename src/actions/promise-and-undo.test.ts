/** A promise that money kept before its day is open again when the money was not meant for it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { applied, owedBook, receiptOf, recorded } from "../../test/kit/hand-receipts.ts";
import { plainDate } from "../domain/values/calendar.ts";
import { moneyOf } from "../domain/values/money.ts";
import { seedCalendars } from "../store/calendars.ts";
import type { Database } from "../store/database.ts";
import { rows, sql } from "../store/sql.ts";
import { closeDay } from "./close-day.ts";
import { accepted, perform } from "./perform.ts";
import { takePromise } from "./take-promise.ts";
import { undoApplication } from "./undo-application.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await database.transaction(seedCalendars);
});
afterAll(() => database.close());

test.each([
  ["2026-03-11", "open"],
  ["2026-03-20", "kept"],
])("undone on %s it is %s", async (day, state) => {
  const owed = await owedBook(database);
  const parts = [{ item: owed.item("F1"), amount: moneyOf("1000.00", "CNY") }];
  const offer = { payOn: plainDate("2026-03-16"), items: parts, takenFrom: null };
  const promise = { ...offer, customer: owed.customer };
  accepted(await perform(owed.on("2026-03-09"), takePromise, promise));
  const desk = owed.on("2026-03-10");
  const { id } = await recorded(desk, receiptOf(owed.customer, { amount: "1000.00" }));
  const application = await applied(desk, id, [[owed.item("F1"), "1000.00"]]);
  accepted(await closeDay(desk));
  const states = () =>
    database.reading((tx) =>
      rows<{ state: string }>(
        tx,
        sql`select state from promise where creditor_id = ${desk.creditorId}`,
      ),
    );
  expect(await states()).toEqual([{ state: "kept" }]);
  const undo = { id: application, reason: "是另一客户的款" };
  accepted(await perform(owed.on(day), undoApplication, undo));
  expect(await states()).toEqual([{ state }]);
});
