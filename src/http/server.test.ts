/** What guards the server: hosts, foreign origins, sizes, headers, unknown paths, taken ports. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { PASSWORD, problemOf, type TestServer, testServer } from "../../test/kit/server.ts";
import * as hold from "../contract/hold.ts";
import * as policy from "../contract/policy.ts";
import * as session from "../contract/session.ts";
import { Unavailable } from "../domain/values/result.ts";
import { createServer, startServer } from "./server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  server.app.request(`http://localhost:8787${path}`, { headers });

describe("guards", () => {
  test("a name that is not ours is not served (DNS rebinding)", async () => {
    const response = await server.app.request("http://evil.example/api/first-run");
    expect(response.status).toBe(421);
  });

  test("a form of a foreign page cannot act in my name", async () => {
    const manager = server.as("credit_manager");
    const headers = { origin: "http://evil.example" };
    const response = await manager.raw(hold.liftHold, { headers });
    expect(response.status).toBe(403);
  });

  test("behind a proxy that speaks TLS the page is still ours; one from nowhere is not", async () => {
    const manager = server.as("credit_manager");
    const ours = { origin: "https://localhost:8787", host: "localhost:8787" };
    expect((await manager.raw(hold.liftHold, { headers: ours })).status).toBe(404);
    const nowhere = { ...ours, origin: "null" };
    expect((await manager.raw(hold.liftHold, { headers: nowhere })).status).toBe(403);
  });

  test("a JSON body needs its content type: a foreign form cannot send one", async () => {
    const response = await server.app.request("http://localhost:8787/api/sign-in", {
      method: "POST",
      headers: { origin: "http://evil.example", "content-type": "text/plain" },
      body: JSON.stringify({ email: "auditor@house.example", password: PASSWORD }),
    });
    expect(response.status).toBe(403);
  });

  test("more than a megabyte is too large", async () => {
    const body = { text: "x".repeat(1024 * 1024) };
    const response = await server.as("auditor").raw(policy.checkPolicy, { body });
    expect(response.status).toBe(413);
  });

  test("headers forbid foreign scripts, frames and sniffing", async () => {
    const { headers } = await get("/healthz");
    expect(headers.get("content-security-policy")).toContain("script-src 'self'");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'self'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("answers with somebody's figures are kept by nobody on the way", async () => {
    const response = await server.as("auditor").raw(session.me);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });
});

describe("when something is wrong in the house", () => {
  const failing = (error: Error) => {
    const reading = () => Promise.reject(error);
    const house = { ...server.house, database: { ...server.database, reading } };
    return createServer(house).request("http://localhost:8787/api/me", {
      headers: { cookie: server.cookies.auditor },
    });
  };

  test("a store that cannot be reached is 503: try again", async () => {
    const response = await failing(new Unavailable("the store is away"));
    expect([response.status, (await problemOf(response)).code]).toEqual([503, "unavailable"]);
  });

  test("a bug is 500, told to the log and not to the caller", async () => {
    const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const response = await failing(new Error("secret detail"));
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("secret detail");
    expect(told).toHaveBeenCalledOnce();
    told.mockRestore();
  });
});

test("an unknown path of the API is a problem, not a page", async () => {
  const response = await get("/api/nothing");
  expect(response.status).toBe(404);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
});

test("the description of the API is served", async () => {
  expect(await (await get("/api/openapi.json")).json()).toMatchObject({ openapi: "3.1.0" });
});

describe("the web application", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "huikuan-web-"));
    mkdirSync(join(folder, "assets"));
    writeFileSync(join(folder, "index.html"), "<!doctype html><title>page</title>");
    writeFileSync(join(folder, "assets", "app-1a2b.js"), "export {};");
    writeFileSync(join(folder, "..", "huikuan-outside.js"), "secret");
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const web = (path: string) =>
    createServer({ ...server.house, webFolder: folder }).request(`http://localhost:8787${path}`);

  test("hashed files are kept for ever, the page is asked for anew", async () => {
    const script = await web("/assets/app-1a2b.js");
    expect(script.headers.get("cache-control")).toContain("immutable");
    expect(script.headers.get("content-type")).toContain("javascript");
    const page = await web("/demo/customers/1?tab=items");
    expect(await page.text()).toContain("<title>page</title>");
    expect(page.headers.get("cache-control")).toBe("no-cache");
  });

  test("a file that is gone is not answered with the page", async () => {
    expect((await web("/assets/app-old.js")).status).toBe(404);
  });

  test("nothing outside of its folder is served", async () => {
    const response = await web("/..%2fhuikuan-outside.js");
    expect(await response.text()).not.toContain("secret");
    expect((await web("/%E0%A4%A")).status).toBeLessThan(500);
  });
});

describe("listening", () => {
  test("answers on a port, and a second server on it is told so in one sentence", async () => {
    const listening = await startServer(server.house, { host: "127.0.0.1", port: 0 });
    try {
      const port = Number(new URL(listening.url).port);
      const answer = await fetch(`http://localhost:${port}/healthz`);
      expect(answer.status).toBe(200);
      await expect(startServer(server.house, { host: "127.0.0.1", port })).rejects.toMatchObject({
        name: "Unavailable",
        message: `127.0.0.1:${port} is taken by another program; choose a free one with PORT.`,
      });
    } finally {
      await listening.stop();
    }
  });

  test("an address that is not this machine's is told so", async () => {
    await expect(startServer(server.house, { host: "192.0.2.77", port: 0 })).rejects.toMatchObject({
      name: "Unavailable",
    });
  });
});
