/** Signing in over HTTP, who I am, my own settings, and the first administrator. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PASSWORD, problemOf, type TestServer, testServer } from "../../test/kit/server.ts";
import { plan } from "../contract/plan.ts";
import * as contract from "../contract/session.ts";
import { run, sql } from "../store/sql.ts";
import { createServer } from "./server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

const signIn = (email: string, password = PASSWORD) =>
  server.as(null).raw(contract.signIn, { body: { email, password } });

test("signing in answers who I am and sets the cookie; signing out revokes it", async () => {
  const entered = await signIn("Collector@House.example");
  expect(entered.status).toBe(200);
  const me = contract.Me.parse(await entered.json());
  expect(me.user).toMatchObject({ name: "collector", language: "zh" });
  expect(me.creditors).toMatchObject([
    { code: server.book.code, businessDay: "2026-03-31", roles: ["collector"], testMode: true },
  ]);
  expect(me.creditors[0]?.permissions).not.toContain("policy:publish");

  const headers = { cookie: cookieOf(entered) };
  expect((await server.as(null).raw(contract.me, { headers })).status).toBe(200);
  const left = await server.as(null).raw(contract.signOut, { headers });
  expect(left.status).toBe(204);
  expect((await server.as(null).raw(contract.me, { headers })).status).toBe(401);
});

test("a wrong password is refused; too many shut the door with the moment it opens", async () => {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    expect((await signIn("sales@house.example", "wrong")).status).toBe(401);
  }
  const shut = await signIn("sales@house.example");
  expect(shut.status).toBe(429);
  expect(await shut.json()).toMatchObject({
    code: "too_many_attempts",
    retryAt: "2026-03-31T02:15:00.000Z",
  });
});

test("I change my language; the name stays", async () => {
  const auditor = server.as("auditor");
  const changed = await auditor.get(contract.changeMe, { body: { language: "en" } });
  expect(changed.user).toMatchObject({ name: "auditor", language: "en" });
  expect((await auditor.get(contract.me)).user.language).toBe("en");
});

test("I change my password knowing the old one, and my other sessions end", async () => {
  const other = { cookie: cookieOf(await signIn("finance@house.example")) };
  const finance = server.as("finance");
  const next = "a new long password";
  const wrong = await finance.raw(contract.changePassword, { body: { current: "no", next } });
  expect(await wrong.json()).toMatchObject({ code: "wrong_password" });
  await finance.get(contract.changePassword, { body: { current: PASSWORD, next } });
  expect((await finance.raw(contract.me)).status).toBe(200);
  expect((await server.as(null).raw(contract.me, { headers: other })).status).toBe(401);
  expect((await signIn("finance@house.example", next)).status).toBe(200);
});

test("who has no role at a creditor does not learn that there is one", async () => {
  await run(server.database.db, sql`delete from user_role where role = 'auditor'`);
  const auditor = server.as("auditor");
  expect((await auditor.get(contract.me)).creditors).toEqual([]);
  const response = await auditor.raw(plan);
  expect([response.status, (await problemOf(response)).code]).toEqual([404, "creditor_not_found"]);
});

describe("the first administrator", () => {
  const body = {
    token: "printed-by-start",
    name: "王敏",
    email: "wang@own.example",
    password: "correct horse battery",
    creditor: { name: "云杉机械", code: "own" },
  };
  const ask = (firstRunToken: string | null, given: object) =>
    createServer({ ...server.house, firstRunToken }).request(
      "http://localhost:8787/api/first-administrator",
      {
        method: "POST",
        headers: { "content-type": "application/json", origin: "http://localhost:8787" },
        body: JSON.stringify(given),
      },
    );

  test("is made by who has the token, once, and works at once", async () => {
    expect((await ask("printed-by-start", body)).status).toBe(409);
    await run(server.database.db, sql`delete from user_role`);
    await run(server.database.db, sql`delete from app_user`);

    expect((await ask("printed-by-start", { ...body, token: "guessed" })).status).toBe(403);
    expect((await ask(null, body)).status).toBe(403);
    const made = await ask("printed-by-start", body);
    expect(made.status).toBe(201);
    const me = contract.Me.parse(await made.json());
    expect(me.creditors.map(({ code }) => code)).toContain("own");
    expect((await ask("printed-by-start", body)).status).toBe(409);

    const response = await server.app.request("http://localhost:8787/api/first-run");
    expect(await response.json()).toEqual({ needed: false });
  });
});
