/** Whose scope is their own customers meets nothing of a colleague's at any endpoint. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../test/kit/book.ts";
import { insertOneOfEach, type Row } from "../../test/kit/one-of-each.ts";
import { sampleBody } from "../../test/kit/sample-body.ts";
import { callerOf, scopedPerson } from "../../test/kit/scoped-people.ts";
import { type Caller, type TestServer, testServer } from "../../test/kit/server.ts";
import { ageing } from "../contract/ageing.ts";
import { customerPage, customers } from "../contract/customer.ts";
import type { Endpoint } from "../contract/endpoint.ts";
import { ENDPOINTS } from "../contract/endpoints.ts";
import { permissionsOf, ROLES } from "../domain/desk/permission.ts";
import { WHOLE_BOOK } from "../domain/desk/scope.ts";
import { run, sql } from "../store/sql.ts";

let server: TestServer;
let ids: Readonly<Record<string, string>>;
let marks: readonly string[];
let own: Caller;
let everybody: Caller;

/** The path's parameters, and the table whose row each names. */
const TABLE_OF: Readonly<Record<string, string>> = {
  ...{ customer: "customer", contact: "contact", contract: "contract", hold: "hold" },
  ...{ promise: "promise", dispute: "dispute", complaint: "complaint", agreement: "agreement" },
  ...{ receipt: "receipt", application: "application", claim: "receipt_claim", refund: "refund" },
  ...{ returned: "returned_payment", bill: "bill", alias: "payer_alias", line: "bank_line" },
  ...{ notice: "bank_notice", message: "message", step: "plan_step", visit: "visit" },
  ...{ approval: "approval", task: "desk_task", attachment: "attachment" },
};
/** What belongs to no customer: whoever works here may see it, or nobody with a narrow scope. */
const OF_THE_HOUSE = new Set(["person", "team", "substitution", "group", "meeting", "run"]);

beforeAll(async () => {
  server = await testServer();
  const [mine, colleagues] = [server.book.customers[1] ?? "", server.book.customers[0] ?? ""];
  const an = await scopedPerson(server, "an@house.example", "own", ROLES);
  const bai = await scopedPerson(server, "bai@house.example", "creditor", ROLES);
  own = callerOf(server, an);
  everybody = callerOf(server, bai);
  await run(server.database.db, sql`update customer set owner_id = ${an.id} where id = ${mine}`);
  await run(
    server.database.db,
    sql`update customer set owner_id = ${bai.id} where id = ${colleagues}`,
  );
  const given = { creditor: server.book.creditor, customer: colleagues, user: bai.id };
  const [made = new Map<string, Row>()] = await insertOneOfEach(server.database.connection, [
    given,
  ]);
  ids = Object.fromEntries(
    Object.entries(TABLE_OF).map(([name, table]) => [
      name,
      table === "customer" ? colleagues : String(made.get(table)?.["id"]),
    ]),
  );
  marks = [...Object.values(ids), ...["F-1", "F-2"]];
});
afterAll(() => server.close());

const paramsOf = ({ path }: Endpoint): readonly string[] =>
  [...path.matchAll(/\{(\w+)\}/g)]
    .map(([, name]) => name ?? "")
    .filter((one) => one !== "creditor");

const ofCreditor = ENDPOINTS.filter(({ path }) => path.includes("{creditor}"));
const named = (endpoints: readonly Endpoint[]) =>
  endpoints.map((endpoint) => [endpoint.name, endpoint] as const);
const asked = (endpoint: Endpoint) => ({
  params: ids,
  body: sampleBody(endpoint, newId(), "2026-04-07"),
});

const touching = ofCreditor.filter(
  (endpoint) =>
    paramsOf(endpoint).some((name) => !OF_THE_HOUSE.has(name)) &&
    !WHOLE_BOOK.has(endpoint.access as never),
);

test("each parameter of a path is known: a customer's, or of the house", () => {
  const all = new Set(ofCreditor.flatMap(paramsOf));
  const unknown = [...all].filter((name) => !(name in TABLE_OF) && !OF_THE_HOUSE.has(name));
  expect(unknown).toEqual([]);
  for (const id of Object.values(ids)) expect(id).toMatch(/^[0-9a-f-]{36}$/);
});

describe("a colleague's", () => {
  test.each(named(touching))("is not there at %s", async (_, endpoint) => {
    const response = await own.raw(endpoint, asked(endpoint));
    expect(response.status, await response.clone().text()).toBe(404);
  });

  test("is there for who sees the whole book, wherever it is only looked at", async () => {
    const missing: string[] = [];
    for (const endpoint of touching.filter(({ method }) => method === "get")) {
      const response = await everybody.raw(endpoint, asked(endpoint));
      if (response.status === 404) missing.push(endpoint.name);
    }
    // What has neither a letter nor a file yet, and what waits for no decision, answers so too.
    expect(missing.length).toBeLessThan(8);
  });
});

describe("a list", () => {
  const lists = ofCreditor.filter(
    (endpoint) =>
      endpoint.method === "get" &&
      endpoint.access === "book:read" &&
      paramsOf(endpoint).length === 0 &&
      !endpoint.path.endsWith("xlsx") &&
      !endpoint.path.endsWith("pdf"),
  );
  const queryOf = ({ name }: Endpoint) => (name === "search" ? { query: { q: "F-" } } : {});

  test.each(named(lists))("%s shows nothing of a colleague's customer", async (_, endpoint) => {
    const response = await own.raw(endpoint, queryOf(endpoint));
    const text = await response.text();
    expect(response.status, text).toBe(200);
    expect(marks.filter((mark) => text.includes(mark))).toEqual([]);
  });
});

describe("sums", () => {
  test("are of one's own customers: ageing, the list, and what the page says agree", async () => {
    const customer = server.book.customers[1] ?? "";
    const page = await own.get(customerPage, { params: { customer } });
    const [balance] = page.balances;
    const report = await own.get(ageing, { query: { by: "creditor" } });
    expect(report.totals.map(({ currency, total }) => [currency, total])).toEqual([
      ["CNY", balance?.balance.amount],
    ]);
    const list = await own.get(customers);
    expect(list.rows.map((row) => [row.id, row.balances[0]?.balance])).toEqual([
      [customer, balance?.balance],
    ]);
    expect(list.total).toBe(1);
    const whole = await everybody.get(customers);
    expect(whole.total).toBe(3);
  });
});

describe("verbs on the whole book", () => {
  const whole = ofCreditor.filter(({ access }) => WHOLE_BOOK.has(access as never));

  test.each(named(whole))("%s is not permitted", async (_, endpoint) => {
    const response = await own.raw(endpoint, asked(endpoint));
    expect(response.status).toBe(403);
    const permission = endpoint.access;
    expect(await response.json()).toMatchObject({ code: "not_permitted", permission });
    expect(permissionsOf(ROLES).has(permission as never)).toBe(true);
  });
});
