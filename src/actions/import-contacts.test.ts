/** Contacts into the book. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { bookSize, emptyBook, importText, sample, taken } from "../../test/kit/imports.ts";
import type { Database } from "../store/database.ts";
import { rows, sql } from "../store/sql.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test("people in their roles, once, changed only when the file is said to be right", async () => {
  const desk = await emptyBook(database);
  await taken(desk, "customers", sample("customers.csv"));
  const text = sample("contacts.csv");
  expect((await taken(desk, "contacts", text)).counts).toMatchObject({ created: 3 });
  expect((await taken(desk, "contacts", text)).counts).toMatchObject({ created: 0, unchanged: 3 });
  const moved = text.replace("wang@example.com", "fang@example.com");
  expect(await importText(desk, "contacts", moved)).toMatchObject({
    refusal: { report: { problems: [{ field: "email", book: "wang@example.com" }] } },
  });
  await taken(desk, "contacts", moved, { update: true });
  const found = await database.reading((tx) =>
    rows(
      tx,
      sql`select name, role, email from contact where creditor_id = ${desk.creditorId}
                 order by role, name`,
    ),
  );
  expect(found).toEqual([
    { name: "王芳", role: "clerk", email: "fang@example.com" },
    { name: "赵国强", role: "finance_head", email: "zhao@example.com" },
    { name: "孙丽", role: "procurement", email: null },
  ]);
});

test("a contact of an unknown customer is refused", async () => {
  const desk = await emptyBook(database);
  expect(await importText(desk, "contacts", sample("contacts.csv"))).toMatchObject({
    refusal: { report: { problems: [{ code: "customer_unknown", column: "A" }, {}, {}] } },
  });
  expect(await bookSize(desk)).toMatchObject({ contact: 0n, customer: 0n });
});
