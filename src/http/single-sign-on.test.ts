/** The company's own door: a real identity provider on the loopback decides who somebody is. */
import { createServer as createHttpServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sharedTestDesk } from "../../test/kit/desk.ts";
import { type TestServer, testServer } from "../../test/kit/server.ts";
import { run, sql } from "../store/sql.ts";
import { createServer } from "./server.ts";
import { openSignIn, type SignIn } from "./sign-in.ts";

const HERE = "http://localhost:8787";
let server: TestServer;
let provider: { readonly issuer: string; readonly http: Server };
let app: ReturnType<typeof createServer>;
let door: SignIn;

/** Whose account the provider answers for: the login name is the address. */
async function startProvider(): Promise<typeof provider> {
  const http = createHttpServer();
  await new Promise<void>((listening) => http.listen(0, "127.0.0.1", listening));
  const issuer = `http://localhost:${(http.address() as AddressInfo).port}`;
  const oidc = new Provider(issuer, {
    clients: [
      {
        client_id: "huikuan",
        client_secret: "a secret of the provider",
        redirect_uris: [`${HERE}/api/auth/callback/company`],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (_, id) => ({
      accountId: id,
      claims: async () => ({
        sub: id,
        name: id,
        email: id.replace("unverified-", ""),
        email_verified: !id.startsWith("unverified-"),
      }),
    }),
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ["a key of the test"] },
  });
  http.on("request", oidc.callback());
  return { issuer, http };
}

/** A browser's cookies, by host. */
class Jar {
  readonly kept = new Map<string, string>();
  keep(response: Response): void {
    for (const set of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (set.split(";")[0] ?? "").split(/=(.*)/s);
      if (value === "") this.kept.delete(name);
      else this.kept.set(name, value);
    }
  }
  get header(): string {
    return [...this.kept].map(([name, value]) => `${name}=${value}`).join("; ");
  }
}

/** Follows the provider's pages as a browser would, signing in there under this name. */
async function throughProvider(url: string, login: string): Promise<string> {
  const jar = new Jar();
  let next = url;
  let form: Record<string, string> | null = null;
  for (let step = 0; step < 12; step += 1) {
    const sent = form === null ? {} : { method: "POST", body: new URLSearchParams(form) };
    const response = await fetch(next, {
      ...sent,
      redirect: "manual",
      headers: { cookie: jar.header },
    });
    jar.keep(response);
    form = null;
    const to = response.headers.get("location");
    if (to !== null) {
      next = new URL(to, next).href;
      if (next.startsWith(HERE)) return next;
      continue;
    }
    const page = await response.text();
    next = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? "", next).href;
    const asked = page.includes('value="login"') ? "login" : "consent";
    form = asked === "login" ? { prompt: "login", login, password: "any" } : { prompt: "consent" };
  }
  throw new Error("the provider never sent the browser back");
}

type Came = { readonly location: string; readonly cookie: string };

/** The whole way in; `tampered` changes the address with which the browser comes back. */
async function comeIn(login: string, tampered = (back: string) => back): Promise<Came> {
  const jar = new Jar();
  const begun = await app.request(`${HERE}/api/sign-in/single`, {
    method: "POST",
    headers: { origin: HERE, "content-type": "application/json" },
  });
  jar.keep(begun);
  const { url } = (await begun.json()) as { url: string };
  const back = tampered(await throughProvider(url, login));
  const answer = await app.request(back, { headers: { cookie: jar.header } });
  jar.keep(answer);
  return { location: answer.headers.get("location") ?? "", cookie: jar.header };
}

const who = async (cookie: string): Promise<string | null> => {
  const answer = await app.request(`${HERE}/api/me`, { headers: { cookie } });
  if (answer.status !== 200) return null;
  return ((await answer.json()) as { user: { email: string } }).user.email;
};

beforeAll(async () => {
  server = await testServer();
  provider = await startProvider();
  const sso = {
    issuer: provider.issuer,
    clientId: "huikuan",
    clientSecret: "a secret of the provider",
    name: "公司账号",
  };
  const clock = { ...server.house.clock, now: () => new Date().toISOString() as never };
  door = await openSignIn(sharedTestDesk(server.database, { clock }), HERE, sso);
  app = createServer({ ...server.house, signIn: door });
});
afterAll(async () => {
  provider.http.close();
  await server.close();
});

describe("single sign-on", () => {
  test("is offered by its name", async () => {
    const ways = await app.request(`${HERE}/api/sign-in/ways`);
    expect(await ways.json()).toMatchObject({ singleSignOn: "公司账号" });
  });

  test("lets in who is one of us, known by the verified address", async () => {
    const came = await comeIn("collector@house.example");
    expect(new URL(came.location, HERE).pathname).toBe("/");
    expect(await who(came.cookie)).toBe("collector@house.example");
    expect(await who((await comeIn("collector@house.example")).cookie)).toBe(
      "collector@house.example",
    );
  });

  test.each([
    ["an address that the provider has not verified", "unverified-sales@house.example"],
    ["somebody who is none of us, whom signing in never makes", "stranger@house.example"],
  ])("sends %s back to the sign-in page", async (_, login) => {
    const came = await comeIn(login);
    expect(new URL(came.location, HERE).pathname).toBe("/sign-in");
    expect(new URL(came.location, HERE).searchParams.get("error")).not.toBeNull();
    expect(await who(came.cookie)).toBeNull();
  });

  test("keeps out who is disabled", async () => {
    await run(
      server.database.db,
      sql`update app_user set disabled_at = now()
      where email = 'finance@house.example'`,
    );
    const came = await comeIn("finance@house.example");
    expect(came.location).toBe("/sign-in?error=user_is_disabled");
    expect(await who(came.cookie)).toBeNull();
  });

  test("refuses an answer to a question that this browser did not ask", async () => {
    const came = await comeIn("cashier@house.example", (back) =>
      back.replace(/state=[^&]+/, "state=somebody-elses"),
    );
    expect(await who(came.cookie)).toBeNull();
  });

  test("says so when the provider is away, and works again when it is back", async () => {
    const clock = { ...server.house.clock, now: () => new Date().toISOString() as never };
    const desk = sharedTestDesk(server.database, { clock });
    const nowhere = { issuer: "http://localhost:1", clientId: "x", clientSecret: "y", name: "z" };
    const shut = await openSignIn(desk, HERE, nowhere);
    expect(await shut.beginSingleSignOn(new Headers())).toEqual({
      ok: false,
      refusal: { code: "sso_unavailable" },
    });
    const without = await openSignIn(desk, HERE);
    expect(without.singleSignOn).toBeNull();
    expect((await without.beginSingleSignOn(new Headers())).ok).toBe(false);
  });
});
