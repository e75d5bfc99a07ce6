/** People over HTTP: made, given roles, disabled; no decisions in a role one gave oneself. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../test/kit/book.ts";
import {
  type Asked,
  type Caller,
  problemOf,
  type TestServer,
  testServer,
} from "../../test/kit/server.ts";
import type { Endpoint } from "../contract/endpoint.ts";
import * as contract from "../contract/person.ts";
import * as session from "../contract/session.ts";
import { me } from "../contract/session.ts";
import { run, sql } from "../store/sql.ts";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await testServer();
  admin = server.as("administrator");
});
afterAll(() => server.close());

const collector = { role: "collector", scope: "own" } as const;

const make = (email: string, roles: readonly object[] = [collector]) =>
  admin.get(contract.createPerson, { body: { name: "安宁", email, roles } });

const rowOf = async (id: string) =>
  (await admin.get(contract.people)).rows.find((row) => row.id === id);

async function codeOf(endpoint: Endpoint, asked: Asked, as = admin): Promise<string> {
  const response = await as.raw(endpoint, asked);
  return response.ok ? "ok" : (await problemOf(response)).code;
}

async function enter(email: string, password: string): Promise<Response> {
  return await server.as(null).raw(session.signIn, { body: { email, password } });
}

describe("a new person", () => {
  test("signs in with the password that was shown, and has the roles with their scope", async () => {
    const { id, password } = await make("An@House.example");
    const entered = await enter("an@house.example", password);
    expect(entered.status).toBe(200);
    const [at] = ((await entered.json()) as typeof me.answer._output).creditors;
    expect(at).toMatchObject({ scope: "own", grants: [collector], roles: ["collector"] });
    const row = await rowOf(id);
    expect(row).toMatchObject({ disabledAt: null, sessions: 1, customers: 0 });
    expect(row?.roles).toMatchObject([
      { ...collector, everywhere: false, grantedBy: "administrator", byOneself: false },
    ]);
    expect(row?.lastSignInAt).not.toBeNull();
  });

  test("has an e-mail of their own", async () => {
    await make("twice@house.example");
    const body = { name: "安", email: "twice@house.example", roles: [collector] };
    expect(await codeOf(contract.createPerson, { body })).toBe("email_taken");
  });

  test("is given a role twice and holds it once, with the scope that was given first", async () => {
    const { id } = await make("double@house.example", [collector, collector]);
    expect((await rowOf(id))?.roles).toHaveLength(1);
  });
});

describe("a role", () => {
  test("that is given again takes the new scope; one that is taken away is gone", async () => {
    const { id } = await make("role@house.example");
    const params = { person: id };
    const wider = { role: "collector", scope: "team" };
    await admin.get(contract.grantRole, { params, body: wider });
    expect((await rowOf(id))?.roles).toMatchObject([wider]);
    const body = { role: "collector" };
    await admin.get(contract.revokeRole, { params, body });
    expect((await rowOf(id))?.roles).toEqual([]);
    expect(await codeOf(contract.revokeRole, { params, body })).toBe("role_not_held");
  });

  test("at every creditor is given only by who administers every creditor", async () => {
    const { id } = await make("here@house.example");
    const asked = { params: { person: id }, body: { role: "auditor", everywhere: true } };
    expect(await codeOf(contract.grantRole, asked)).toBe("not_administrator_everywhere");
    expect(await codeOf(contract.revokeRole, asked)).toBe("not_administrator_everywhere");
    const answer = await admin.get(contract.people);
    expect(answer.can).toEqual({
      create: true,
      everywhere: { code: "not_administrator_everywhere" },
    });
  });

  test("that one gave oneself opens the desk but no decision", async () => {
    const people = await admin.get(contract.people);
    const self = people.rows.find(({ name }) => name === "administrator")?.id ?? "";
    const asked = { params: { person: self }, body: { role: "credit_manager" } };
    await admin.get(contract.grantRole, asked);
    const { permissions } = (await admin.get(me)).creditors[0] ?? { permissions: [] };
    expect(permissions).toContain("plan:release");
    const deciding = ["approval:decide", "refund:decide", "receipt:decide", "cash:waive"] as const;
    for (const decision of [...deciding, "dispute:close"] as const) {
      expect(permissions, decision).not.toContain(decision);
    }
    expect((await rowOf(self))?.roles.find(({ role }) => role === "credit_manager")).toMatchObject({
      byOneself: true,
    });
    await admin.get(contract.revokeRole, asked);
  });

  test("of the last administrator stays", async () => {
    const { rows } = await admin.get(contract.people);
    const self = rows.find(({ name }) => name === "administrator")?.id ?? "";
    const revoke = { params: { person: self }, body: { role: "administrator" } };
    expect(await codeOf(contract.revokeRole, revoke)).toBe("last_administrator");
    const narrower = { role: "administrator", scope: "own" };
    const narrow = { params: { person: self }, body: narrower };
    expect(await codeOf(contract.grantRole, narrow)).toBe("last_administrator");
    expect((await rowOf(self))?.roles).toMatchObject([
      { role: "administrator", scope: "creditor" },
    ]);
  });
});

describe("a person who leaves", () => {
  test("is signed out at once, signs in no more, and keeps the customers until a hand-over", async () => {
    const { id, password } = await make("gone@house.example");
    const cookie = (await enter("gone@house.example", password)).headers.getSetCookie().join("; ");
    const headers = { cookie };
    expect((await server.as(null).raw(me, { headers })).status).toBe(200);
    const customer = server.book.customers[0] ?? "";
    await run(server.database.db, sql`update customer set owner_id = ${id} where id = ${customer}`);

    const params = { person: id };
    const told = await admin.get(contract.disablePerson, { params, body: { reason: "离职" } });
    expect(told).toEqual({ id, customers: 1 });
    expect((await server.as(null).raw(me, { headers })).status).toBe(401);
    expect((await enter("gone@house.example", password)).ok).toBe(false);
    expect(await rowOf(id)).toMatchObject({
      customers: 1,
      sessions: 0,
      can: { disable: { code: "person_is_disabled" }, enable: true },
    });
    const again = { params, body: { reason: "离职" } };
    expect(await codeOf(contract.disablePerson, again)).toBe("person_is_disabled");

    await admin.get(contract.enablePerson, { params });
    expect((await enter("gone@house.example", password)).status).toBe(200);
    expect(await codeOf(contract.enablePerson, { params })).toBe("person_is_not_disabled");
  });

  test("may be signed out without being disabled", async () => {
    const { id, password } = await make("lost@house.example");
    const cookie = (await enter("lost@house.example", password)).headers.getSetCookie().join("; ");
    await admin.get(contract.endSessions, { params: { person: id } });
    expect((await server.as(null).raw(me, { headers: { cookie } })).status).toBe(401);
    expect((await enter("lost@house.example", password)).status).toBe(200);
  });

  test("is never oneself", async () => {
    const { rows } = await admin.get(contract.people);
    const self = rows.find(({ name }) => name === "administrator")?.id ?? "";
    const asked = { params: { person: self }, body: { reason: "试试" } };
    expect(await codeOf(contract.disablePerson, asked)).toBe("person_is_oneself");
  });
});

test("who works beyond this creditor is signed out and disabled by who administers everywhere", async () => {
  const { id } = await make("beyond@house.example");
  await run(
    server.database.db,
    sql`insert into user_role (user_id, creditor_id, role) values (${id}, null, 'auditor')`,
  );
  const asked = { params: { person: id }, body: { reason: "x" } };
  for (const endpoint of [contract.disablePerson, contract.endSessions]) {
    expect(await codeOf(endpoint, asked)).toBe("not_administrator_everywhere");
  }
  const admins = sql`select id from app_user where name = 'administrator'`;
  await run(
    server.database.db,
    sql`insert into user_role (user_id, creditor_id, role) select id, null, 'administrator'
        from (${admins}) as u`,
  );
  expect(await codeOf(contract.disablePerson, asked)).toBe("ok");
});

test("a person who is not there is not found", async () => {
  const params = { person: newId() };
  const bodies = [
    [contract.grantRole, { role: "collector" }],
    [contract.revokeRole, { role: "collector" }],
    [contract.disablePerson, { reason: "x" }],
    [contract.enablePerson, undefined],
    [contract.endSessions, undefined],
  ] as const;
  for (const [endpoint, body] of bodies) {
    expect(await codeOf(endpoint, { params, body })).toBe("person_not_found");
  }
});
