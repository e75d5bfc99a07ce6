/** My account over HTTP: the second factor, my sessions, a password set anew by a mailed link. */
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PASSWORD, problemOf, type TestServer, testServer } from "../../test/kit/server.ts";
import * as account from "../contract/account.ts";
import type { Endpoint } from "../contract/endpoint.ts";
import { me, signIn } from "../contract/session.ts";
import type { Role } from "../domain/desk/permission.ts";
import { run, sql } from "../store/sql.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const cookieOf = (response: Response, before = ""): string => {
  const kept = new Map(before.split("; ").map((one) => [one.split("=")[0], one]));
  for (const set of response.headers.getSetCookie()) {
    const one = set.split(";")[0] ?? "";
    kept.set(one.split("=")[0], one);
  }
  return [...kept.values()].filter(Boolean).join("; ");
};

/** Calls as a browser would that carries these cookies. */
const call = (endpoint: Endpoint, cookie: string, body?: unknown, params = {}) =>
  server.as(null).raw(endpoint, { headers: { cookie }, body, params });

async function passwordOf(role: Role, password = PASSWORD): Promise<Response> {
  return await call(signIn, "", { email: `${role}@house.example`, password });
}

const codesOf = (uri: string) => new TOTP({ secret: Secret.fromBase32(secretIn(uri)) });
const secretIn = (uri: string): string => new URL(uri).searchParams.get("secret") ?? "";

/** Turns the second factor on; gives the telephone and the backup codes. */
async function withFactor(role: Role) {
  const cookie = cookieOf(await passwordOf(role));
  const begun = await call(account.beginSecondFactor, cookie, { password: PASSWORD });
  const { uri, backupCodes } = (await begun.json()) as { uri: string; backupCodes: string[] };
  const telephone = codesOf(uri);
  const confirmed = await call(account.confirmSecondFactor, cookie, { code: telephone.generate() });
  expect(confirmed.status).toBe(204);
  return { telephone, backupCodes, cookie: cookieOf(confirmed, cookie) };
}

describe("a second factor", () => {
  test("is set up with the password and one right code, and asked for ever after", async () => {
    const { telephone, cookie } = await withFactor("collector");
    expect((await call(me, cookie)).status).toBe(200);
    const first = await passwordOf("collector");
    expect(await first.json()).toEqual({ codeWanted: true });
    const half = cookieOf(first);
    expect((await call(me, half)).status).toBe(401);
    const wrong = await call(account.enterCode, half, { code: "000000" });
    expect((await problemOf(wrong)).code).toBe("wrong_code");
    const right = await call(account.enterCode, half, { code: telephone.generate() });
    expect(right.status).toBe(200);
    expect((await call(me, cookieOf(right, half))).status).toBe(200);
  });

  test("does not count before it was confirmed", async () => {
    const cookie = cookieOf(await passwordOf("sales"));
    const wrongly = await call(account.beginSecondFactor, cookie, { password: "not mine at all" });
    expect((await problemOf(wrongly)).code).toBe("wrong_password");
    await call(account.beginSecondFactor, cookie, { password: PASSWORD });
    const unconfirmed = await call(account.confirmSecondFactor, cookie, { code: "000000" });
    expect((await problemOf(unconfirmed)).code).toBe("wrong_code");
    expect(await (await passwordOf("sales")).json()).toMatchObject({ user: { name: "sales" } });
  });

  test("gives way to a backup code, once", async () => {
    const { backupCodes } = await withFactor("finance");
    const [code = ""] = backupCodes;
    const enter = async () => {
      const half = cookieOf(await passwordOf("finance"));
      return await call(account.enterCode, half, { code });
    };
    expect((await enter()).status).toBe(200);
    expect((await problemOf(await enter())).code).toBe("wrong_code");
  });

  test("bears five wrong codes, then rests for a quarter of an hour", async () => {
    const { telephone } = await withFactor("cashier");
    const half = cookieOf(await passwordOf("cashier"));
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await call(account.enterCode, half, { code: "111111" });
    }
    const fresh = cookieOf(await passwordOf("cashier"));
    const shut = await call(account.enterCode, fresh, { code: telephone.generate() });
    const problem = await problemOf(shut);
    expect([shut.status, problem.code]).toEqual([429, "too_many_attempts"]);
  });

  test("is turned off with the password", async () => {
    const { cookie } = await withFactor("legal");
    const wrongly = await call(account.endSecondFactor, cookie, { password: "not mine at all" });
    expect((await problemOf(wrongly)).code).toBe("wrong_password");
    expect((await call(account.endSecondFactor, cookie, { password: PASSWORD })).status).toBe(204);
    expect(await (await passwordOf("legal")).json()).toMatchObject({ user: { name: "legal" } });
  });

  test("is taken away by an administrator, which ends the person's sessions", async () => {
    const { cookie } = await withFactor("executive");
    const found = await call(me, cookie);
    const { user } = (await found.json()) as { user: { id: string } };
    const remove = { params: { person: user.id } };
    const asManager = await server.as("credit_manager").raw(account.removeSecondFactor, remove);
    expect(asManager.status).toBe(403);
    const asAdmin = await server.as("administrator").raw(account.removeSecondFactor, remove);
    expect(asAdmin.status).toBe(200);
    expect((await call(me, cookie)).status).toBe(401);
    expect(await (await passwordOf("executive")).json()).toMatchObject({ user: { id: user.id } });
  });
});

describe("sessions", () => {
  test("are listed with the one that asks, and ended one by one or all others at once", async () => {
    const [here, there, elsewhere] = [
      cookieOf(await passwordOf("auditor")),
      cookieOf(await passwordOf("auditor")),
      cookieOf(await passwordOf("auditor")),
    ];
    const seen = await call(account.account, here);
    const { sessions } = account.account.answer.parse(await seen.json());
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    const their = account.account.answer.parse(await (await call(account.account, there)).json());
    const id = their.sessions.find(({ current }) => current)?.id ?? "";
    expect((await call(account.endSession, here, undefined, { session: id })).status).toBe(204);
    expect((await call(me, there)).status).toBe(401);
    const again = await call(account.endSession, here, undefined, { session: id });
    expect((await problemOf(again)).code).toBe("session_not_found");
    expect((await call(account.endOtherSessions, here)).status).toBe(204);
    expect((await call(me, elsewhere)).status).toBe(401);
    expect((await call(me, here)).status).toBe(200);
  });

  test("of somebody else can't be ended", async () => {
    const mine = cookieOf(await passwordOf("auditor"));
    const theirs = cookieOf(await passwordOf("credit_manager"));
    const seen = account.account.answer.parse(await (await call(account.account, theirs)).json());
    const id = seen.sessions.find(({ current }) => current)?.id ?? "";
    expect((await call(account.endSession, mine, undefined, { session: id })).status).toBe(404);
    expect((await call(me, theirs)).status).toBe(200);
  });
});

describe("a forgotten password", () => {
  const ask = (email: string) => call(account.askPasswordReset, "", { email });
  const set = (token: string, password: string) =>
    call(account.setPasswordByLink, "", { token, password });
  const tokenOf = (email: string) =>
    server.resets.filter((mail) => mail.email === email).at(-1)?.token ?? "";

  test("is set anew by the mailed link, once, and every session ends", async () => {
    const email = "senior_collector@house.example";
    const before = cookieOf(await passwordOf("senior_collector"));
    expect((await ask(email)).status).toBe(204);
    const token = tokenOf(email);
    expect((await set(token, "a brand new password")).status).toBe(204);
    expect((await call(me, before)).status).toBe(401);
    expect((await passwordOf("senior_collector")).status).toBe(401);
    expect((await passwordOf("senior_collector", "a brand new password")).status).toBe(200);
    expect((await problemOf(await set(token, "yet another password"))).code).toBe(
      "reset_link_invalid",
    );
  });

  test("asked for a second time makes the first link worthless; it runs out by itself", async () => {
    const email = "credit_manager@house.example";
    await ask(email);
    const first = tokenOf(email);
    await ask(email);
    expect((await set(first, "a brand new password")).status).toBe(409);
    await run(
      server.database.db,
      sql`update password_reset set expires_at = asked_at
      + interval '1 second' where used_at is null`,
    );
    await run(
      server.database.db,
      sql`update password_reset
      set asked_at = asked_at - interval '1 day', expires_at = expires_at - interval '1 day'`,
    );
    expect((await set(tokenOf(email), "a brand new password")).status).toBe(409);
  });

  test("of an unknown address looks the same, and a flood of mails stops", async () => {
    expect((await ask("nobody@house.example")).status).toBe(204);
    expect(tokenOf("nobody@house.example")).toBe("");
    const email = "administrator@house.example";
    for (let time = 0; time < 5; time += 1) expect((await ask(email)).status).toBe(204);
    expect(server.resets.filter((mail) => mail.email === email)).toHaveLength(3);
  });
});

test("who is disabled gets no session, and is told why only after the right password", async () => {
  await run(
    server.database.db,
    sql`update app_user set disabled_at = now()
    where email = 'auditor@house.example'`,
  );
  expect((await problemOf(await passwordOf("auditor", "a wrong password"))).code).toBe(
    "wrong_email_or_password",
  );
  const shut = await passwordOf("auditor");
  expect([shut.status, (await problemOf(shut)).code]).toEqual([403, "user_is_disabled"]);
  const { count } = { count: server.resets.length };
  await call(account.askPasswordReset, "", { email: "auditor@house.example" });
  expect(server.resets).toHaveLength(count);
});
