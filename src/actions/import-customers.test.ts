/** Customers into the book. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { emptyBook, importText, sample, taken } from "../../test/kit/imports.ts";
import type { Database } from "../store/database.ts";
import { rows, sql } from "../store/sql.ts";
import type { Desk } from "./perform.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const stored = (desk: Desk) =>
  database.reading((tx) =>
    rows(
      tx,
      sql`select number, name, language, grade, note, version from customer
                 where creditor_id = ${desk.creditorId} order by number`,
    ),
  );

test("created with all facts, and unchanged by the same file", async () => {
  const desk = await emptyBook(database);
  const { counts } = await taken(desk, "customers", sample("customers.csv"));
  expect(counts).toMatchObject({ created: 3, customersCreated: 3 });
  expect(await stored(desk)).toEqual([
    {
      number: "0101",
      name: "苏州云杉精密机械有限公司",
      language: "zh",
      grade: "A",
      note: null,
      version: 1,
    },
    {
      number: "0102",
      name: "宁波港源物流有限公司",
      language: "zh",
      grade: "C",
      note: "月底对账",
      version: 1,
    },
    { number: "0200", name: "Blue Harbor LLC", language: "en", grade: "B", note: null, version: 1 },
  ]);
  const again = await taken(desk, "customers", sample("customers.csv"));
  expect(again.counts).toMatchObject({ created: 0, unchanged: 3 });
});

test("a change is refused with both values, or taken when the file is said to be right", async () => {
  const desk = await emptyBook(database);
  await taken(desk, "customers", "编号,名称,等级\nC1,甲,A");
  const changed = "编号,名称,等级\nC1,甲方,B";
  const refused = await importText(desk, "customers", changed);
  expect(refused).toMatchObject({
    refusal: { report: { problems: [{ column: "B", field: "name", book: "甲", file: "甲方" }] } },
  });
  const { counts } = await taken(desk, "customers", changed, { update: true });
  expect(counts).toMatchObject({ changed: 1, created: 0 });
  expect(await stored(desk)).toMatchObject([{ name: "甲方", grade: "B", version: 2 }]);
});

const accountsOf = (desk: Desk) =>
  database.reading((tx) =>
    rows(
      tx,
      sql`select c.number, a.value, a.source from payer_alias a
          join customer c on c.creditor_id = a.creditor_id and c.id = a.customer_id
          where a.creditor_id = ${desk.creditorId} order by c.number, a.value`,
    ),
  );

test("accounts that customers pay from become payers that matching knows, once each", async () => {
  const desk = await emptyBook(database);
  await taken(desk, "customers", "编号,名称,银行账号\nC1,甲,6222 0000 1111\nC2,乙,");
  const text = "编号,名称,银行账号\nC1,甲,6222000011111、62170001\nC2,乙,6222 0000 1111";
  const more = await taken(desk, "customers", text);
  expect(more.counts).toMatchObject({ created: 0, changed: 2, unchanged: 0 });
  const again = await taken(desk, "customers", text);
  expect(again.counts).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
  expect(await accountsOf(desk)).toEqual([
    { number: "C1", value: "62170001", source: "master" },
    { number: "C1", value: "622200001111", source: "master" },
    { number: "C1", value: "6222000011111", source: "master" },
    { number: "C2", value: "622200001111", source: "master" },
  ]);
});
