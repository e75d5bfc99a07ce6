/** Signing in: the right password, wrong ones, too many of them, and how a session ends. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { actorNamed } from "../../test/kit/desk.ts";
import { createUser } from "../actions/create-user.ts";
import { hashPassword } from "../actions/password.ts";
import { accepted, performShared, type SharedDesk } from "../actions/perform.ts";
import { resetPassword } from "../actions/reset-password.ts";
import { PERMISSIONS } from "../domain/desk/permission.ts";
import type { Instant } from "../domain/values/calendar.ts";
import { run, sql } from "../store/sql.ts";
import { openSignIn, type SignIn } from "./sign-in.ts";

let desk: SharedDesk;
let door: SignIn;
let close: () => Promise<void>;
let moment = Date.now();

const PASSWORD = "correct horse battery";
const from = { address: "192.0.2.1", headers: new Headers() };

const carrying = (cookies: readonly string[]): Headers =>
  new Headers({ cookie: cookies.map((cookie) => cookie.split(";")[0]).join("; ") });

async function newUser(email: string): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD);
  const person = { name: "王敏", language: "zh", creditor: null, roles: [] } as const;
  accepted(await performShared(desk, createUser, { ...person, email, passwordHash }));
}

async function enter(email: string): Promise<readonly string[]> {
  return accepted(await door.signIn(email, PASSWORD, from)).cookies;
}

beforeAll(async () => {
  const database = await testDatabase();
  close = database.close;
  let random = 0n;
  desk = {
    database,
    actor: actorNamed("house", PERMISSIONS),
    clock: {
      now: () => new Date(moment).toISOString() as Instant,
      random: () => {
        random += 1n;
        return random << 64n;
      },
    },
  };
  door = await openSignIn(desk, "http://localhost:8787");
});
afterAll(() => close());

describe("the right password", () => {
  test("opens a session that the cookie carries", async () => {
    await newUser("wang@example.test");
    const cookies = await enter("wang@example.test");
    expect(cookies.join()).toMatch(/HttpOnly/i);
    expect(cookies.join()).toMatch(/SameSite=Lax/i);
    expect(await door.findSession(carrying(cookies))).toMatchObject({ user: expect.any(String) });
  });

  test("signing out revokes the session itself, not only the cookie", async () => {
    await newUser("li@example.test");
    const headers = carrying(await enter("li@example.test"));
    await door.signOut(headers);
    expect(await door.findSession(headers)).toBeNull();
  });

  test("a session runs out", async () => {
    await newUser("zhao@example.test");
    const headers = carrying(await enter("zhao@example.test"));
    await run(
      desk.database.db,
      sql`update user_session set expires_at = now() - interval '1 second'`,
    );
    expect(await door.findSession(headers)).toBeNull();
  });

  test("a new password ends the sessions opened with the old one", async () => {
    await newUser("qian@example.test");
    const headers = carrying(await enter("qian@example.test"));
    const passwordHash = await hashPassword("another long password");
    accepted(
      await performShared(desk, resetPassword, { email: "qian@example.test", passwordHash }),
    );
    expect(await door.findSession(headers)).toBeNull();
    const outcome = await door.signIn("qian@example.test", PASSWORD, from);
    expect(outcome).toEqual({ ok: false, refusal: { code: "wrong_email_or_password" } });
  });
});

describe("a wrong password", () => {
  test("is refused in the same words as an unknown e-mail", async () => {
    await newUser("sun@example.test");
    const wrong = await door.signIn("sun@example.test", "wrong", from);
    const unknown = await door.signIn("nobody@example.test", "wrong", from);
    expect(wrong).toEqual({ ok: false, refusal: { code: "wrong_email_or_password" } });
    expect(unknown).toEqual(wrong);
  });

  test("five of them shut the door for a quarter of an hour, even to the right one", async () => {
    await newUser("zhou@example.test");
    const tries = [1, 2, 3, 4, 5].map(() => door.signIn("zhou@example.test", "wrong", from));
    for (const outcome of await Promise.all(tries)) expect(outcome.ok).toBe(false);
    const shut = await door.signIn("zhou@example.test", PASSWORD, from);
    expect(shut).toMatchObject({ ok: false, refusal: { code: "too_many_attempts" } });
    moment += 15 * 60_000 + 1;
    expect((await door.signIn("zhou@example.test", PASSWORD, from)).ok).toBe(true);
  });

  test("attempts made all at once are counted too", async () => {
    await newUser("wu@example.test");
    const tries = Array.from({ length: 9 }, () => door.signIn("wu@example.test", "wrong", from));
    const codes = (await Promise.all(tries)).map((outcome) => !outcome.ok && outcome.refusal.code);
    expect(codes.filter((code) => code === "too_many_attempts")).toHaveLength(4);
  });
});

test("a cookie that was not signed by this house opens nothing", async () => {
  const headers = new Headers({ cookie: "huikuan.session_token=guess.AAAA" });
  expect(await door.findSession(headers)).toBeNull();
});
