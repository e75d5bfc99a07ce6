/** Each table of a creditor that hangs on a customer is fenced, also those of later migrations. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { asOwner } from "./connection.ts";
import type { Database } from "./database.ts";
import { fences } from "./fences.ts";
import { listFenced } from "./rights.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** Tables of a creditor in which everybody who works there may read every row. */
const OF_THE_HOUSE = [
  "audit_entry",
  "bank_statement",
  "customer_group",
  "day_run",
  "document",
  "import",
  "policy_version",
  "substitution",
  "team",
  "team_member",
  "user_role",
];

describe("fences", () => {
  test("stand around every table of a creditor but those of the house", async () => {
    const tables = await asOwner(database.connection, listFenced);
    const free = tables.map(({ name }) => name).filter((name) => !fences(tables).has(name));
    expect(free.toSorted()).toEqual(OF_THE_HOUSE);
  });

  test("are raised in the database as they are written", async () => {
    const tables = await asOwner(database.connection, listFenced);
    const raised = await asOwner(database.connection, (client) =>
      client.query(
        `select c.relname as name from pg_policy p join pg_class c on c.oid = p.polrelid
         where c.relrowsecurity and p.polname = 'scoped'`,
      ),
    );
    const names = raised.rows.map(({ name }) => name as string).toSorted();
    expect(names).toEqual([...fences(tables).keys()].toSorted());
  });
});

test("no view looks past the fences, and each check of sums does", async () => {
  const { rows } = await asOwner(database.connection, (client) =>
    client.query(
      `select c.relname as name from pg_class c
       where c.relkind in ('v', 'm') and c.relnamespace = 'public'::regnamespace
         and not coalesce(c.reloptions @> '{security_invoker=true}', false)
       union all
       select p.proname from pg_proc p
       where p.pronamespace = 'public'::regnamespace and p.prorettype = 'trigger'::regtype
         and not p.prosecdef`,
    ),
  );
  expect(rows).toEqual([]);
});

describe("a fence is written", () => {
  const table = (name: string, columns: readonly [string, boolean][], links = [] as const) => ({
    name,
    columns: columns.map(([column, required]) => ({ name: column, required })),
    links,
  });
  const letter = table("letter", [["customer_id", true]]);

  test("by the customer where a table names one, and what is of the house shows", () => {
    const note = table("note", [["customer_id", false]]);
    const found = fences([letter, note]);
    expect(found.get("letter")).toMatch(/^exists \(select from customer p/);
    expect(found.get("note")).toMatch(/^\(customer_id is null or exists/);
  });

  test("by the parent where a table hangs on one that is fenced, and only then", () => {
    const links = [{ column: "letter_id", to: "letter", at: "id" }];
    const page = { ...table("page", [["letter_id", true]]), links };
    const shelf = table("shelf", [["letter_id", true]]);
    const found = fences([letter, page, shelf]);
    expect(found.get("page")).toContain("from letter p");
    expect(found.has("shelf")).toBe(false);
  });
});
