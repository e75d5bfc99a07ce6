/** Every route: it is in the contract, asks who you are, and asks whether you may. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestServer, testServer } from "../../test/kit/server.ts";
import { ENDPOINTS } from "../contract/endpoints.ts";
import { permissionsOf, ROLES } from "../domain/desk/permission.ts";
import { ROUTES } from "./routes.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const named = ENDPOINTS.map(
  (endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const,
);

test("the server mounts what the contract says, each once", () => {
  const mounted = ROUTES.map(({ endpoint }) => endpoint.name).toSorted();
  expect(mounted).toEqual(ENDPOINTS.map(({ name }) => name).toSorted());
  expect(new Set(named.map(([name]) => name)).size).toBe(ENDPOINTS.length);
  expect(new Set(mounted).size).toBe(ENDPOINTS.length);
});

describe("without a session", () => {
  test.each(named.filter(([, { access }]) => access !== "public"))(
    "%s is refused",
    async (_, endpoint) => {
      const response = await server.as(null).raw(endpoint, { body: {} });
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({
        type: "/problems/not_signed_in",
        code: "not_signed_in",
      });
    },
  );
});

describe("without the permission", () => {
  const guarded = named.filter(([, { access }]) => access !== "public" && access !== "signed_in");

  test.each(guarded)("%s is refused to a role that lacks it", async (_, endpoint) => {
    const { access } = endpoint;
    const lacking = ROLES.find((role) => !permissionsOf([role]).has(access as never));
    if (lacking === undefined) {
      expect(access, "only reading is for every role").toBe("book:read");
      return;
    }
    const response = await server.as(lacking).raw(endpoint, { body: {} });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: "not_permitted", permission: access });
  });

  test.each(guarded)("%s of a creditor one has no role at looks like none", async (_, endpoint) => {
    const params = { creditor: "somebody-else" };
    const response = await server.as("credit_manager").raw(endpoint, { params, body: {} });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: "creditor_not_found" });
  });
});

/** Wrong wherever one of these is asked for, also where nothing must be there. */
const SURPRISE = { surprise: true, name: 7, day: 7, reason: 7, language: 7 };

describe("a body that is not what the contract says", () => {
  const bodies = named.filter(([, { body, access }]) => body !== undefined && access !== "public");

  test.each(bodies)("%s is refused with the place", async (_, endpoint) => {
    const role = ROLES.find((one) => permissionsOf([one]).has(endpoint.access as never));
    const body = endpoint.takes === "form" ? new FormData() : SURPRISE;
    const response = await server.as(role ?? "auditor").raw(endpoint, { body });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      code: "input_invalid",
      issues: expect.arrayContaining([expect.objectContaining({ reason: expect.any(String) })]),
    });
  });
});
