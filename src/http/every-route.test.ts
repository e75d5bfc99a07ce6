/** Every endpoint as every role and as nobody: who gets in is what the table of roles says. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../test/kit/book.ts";
import { sampleBody } from "../../test/kit/sample-body.ts";
import { problemOf, type TestServer, testServer } from "../../test/kit/server.ts";
import type { Endpoint } from "../contract/endpoint.ts";
import { ENDPOINTS } from "../contract/endpoints.ts";
import { permissionsOf, ROLES, type Role } from "../domain/desk/permission.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const NEXT = "2026-04-07";
const askedOf = (endpoint: Endpoint) => ({ body: sampleBody(endpoint, newId(), NEXT) });

/** Whether the gate refused; what a verb itself refuses to a person has another code. */
async function isKeptOut(role: Role, endpoint: Endpoint): Promise<boolean> {
  const response = await server.as(role).raw(endpoint, askedOf(endpoint));
  if (response.status === 401) throw new Error(`${role} is signed in at ${endpoint.name}`);
  return response.status === 403 && (await problemOf(response)).code === "not_permitted";
}

const closed = ENDPOINTS.filter(({ access }) => access !== "public");
const ofCreditor = closed.filter(({ access }) => access !== "signed_in");
const named = (endpoints: readonly Endpoint[]) =>
  endpoints.map((endpoint) => [endpoint.name, endpoint] as const);

describe("without a session", () => {
  test.each(named(closed))("%s answers 401", async (_, endpoint) => {
    const response = await server.as(null).raw(endpoint, askedOf(endpoint));
    expect([response.status, (await problemOf(response)).code]).toEqual([401, "not_signed_in"]);
  });
});

describe("every role", () => {
  test.each(named(ofCreditor))("at %s gets in as its permissions say", async (_, endpoint) => {
    const keptOut: Role[] = [];
    for (const role of ROLES) if (await isKeptOut(role, endpoint)) keptOut.push(role);
    const lacking = ROLES.filter((role) => !permissionsOf([role]).has(endpoint.access as never));
    expect(keptOut).toEqual(lacking);
  });

  test.each(named(closed.filter(({ access }) => access === "signed_in")))(
    "reaches %s, which is about oneself",
    async (_, endpoint) => {
      for (const role of ROLES) expect(await isKeptOut(role, endpoint), role).toBe(false);
    },
  );
});

describe("a guessed id", () => {
  const may = (access: Endpoint["access"]): Role => {
    const found = ROLES.find((role) => permissionsOf([role]).has(access as never));
    if (found === undefined) throw new Error(`some role has ${access}`);
    return found;
  };
  const withId = ofCreditor.filter(({ path }) => path.replace("{creditor}", "").includes("{"));

  test.each(named(withId))("is not there at %s", async (_, endpoint) => {
    const response = await server.as(may(endpoint.access)).raw(endpoint, askedOf(endpoint));
    expect(response.status, await response.clone().text()).toBe(404);
  });
});
