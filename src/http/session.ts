/** Signing in and out, who I am, my own settings, the first administrator. */
import { timingSafeEqual } from "node:crypto";
import { changeUser } from "../actions/change-user.ts";
import { createFirstAdministrator } from "../actions/create-first-administrator.ts";
import { hashPassword, isPassword } from "../actions/password.ts";
import { performShared } from "../actions/perform.ts";
import { resetPassword } from "../actions/reset-password.ts";
import * as contract from "../contract/session.ts";
import type { UserId } from "../domain/values/ids.ts";
import { assert, ok, type Result, refuse } from "../domain/values/result.ts";
import { viewFirstRun, viewPasswordHash } from "../views/people.ts";
import { findMe, type House, houseDesk, type Me } from "./desk.ts";
import type { AnyRefusal } from "./refusals.ts";
import { type Route, route, type WithHeaders } from "./route.ts";
import type { SignedIn } from "./sign-in.ts";

export const cookieHeaders = (cookies: readonly string[]): [string, string][] =>
  cookies.map((cookie) => ["set-cookie", cookie]);

async function answerMe(house: House, user: UserId): Promise<Result<Me, AnyRefusal>> {
  const me = await findMe(house, user);
  return me === null ? refuse({ code: "not_signed_in" }) : ok(me);
}

/** Who has just come in, with the cookies of the new session. */
export async function answerEntered(
  house: House,
  { user, cookies }: SignedIn,
): Promise<Result<WithHeaders<Me>, AnyRefusal>> {
  const me = await answerMe(house, user);
  return me.ok ? ok({ value: me.value, headers: cookieHeaders(cookies) }) : me;
}

/** Compared in constant time, so that it cannot be guessed letter by letter. */
function isToken(given: string, expected: string | null): boolean {
  if (expected === null) return false;
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}

export const sessionRoutes: readonly Route[] = [
  route(contract.signIn, async ({ house, body, address, request: { headers } }) => {
    const { email, password } = body;
    const entered = await house.signIn.signIn(email, password, { address, headers });
    if (!entered.ok) return entered;
    if ("user" in entered.value) return await answerEntered(house, entered.value);
    const value = { codeWanted: true } as const;
    return ok({ value, headers: cookieHeaders(entered.value.cookies) });
  }),
  route(contract.signOut, async ({ house, request }) => {
    const cookies = await house.signIn.signOut(request.headers);
    return ok({ value: null, headers: cookieHeaders(cookies) });
  }),
  route(contract.me, ({ house, session }) => answerMe(house, session.user)),
  route(contract.changeMe, async ({ house, session, body: { name, language } }) => {
    const desk = houseDesk(house, ["people:manage"]);
    const change = { ...(name && { name }), ...(language && { language }) };
    const changed = await performShared(desk, changeUser, { id: session.user, ...change });
    return changed.ok ? await answerMe(house, session.user) : changed;
  }),
  route(contract.changePassword, async ({ house, session, body: { current, next } }) => {
    const stored = await viewPasswordHash(house.database, session.user);
    if (stored === null || !(await isPassword(current, stored))) {
      return refuse({ code: "wrong_password" });
    }
    const me = await answerMe(house, session.user);
    if (!me.ok) return me;
    const changed = await performShared(houseDesk(house, ["people:manage"]), resetPassword, {
      email: me.value.user.email,
      passwordHash: await hashPassword(next),
      keepSession: session.id,
    });
    return changed.ok ? ok(null) : changed;
  }),
  route(contract.firstRun, async ({ house }) =>
    ok({ needed: house.firstRunToken !== null && (await viewFirstRun(house.database)) }),
  ),
  route(contract.firstAdministrator, async ({ house, body, address, request }) => {
    const { token, password, creditor, ...person } = body;
    if (!isToken(token, house.firstRunToken)) return refuse({ code: "wrong_first_run_token" });
    const desk = houseDesk(house, ["people:manage", "creditor:edit"]);
    const made = await performShared(desk, createFirstAdministrator, {
      ...person,
      passwordHash: await hashPassword(password),
      creditor: { ...creditor, policy: house.standardPolicy },
    });
    if (!made.ok) return made;
    const from = { address, headers: request.headers };
    const entered = await house.signIn.signIn(person.email, password, from);
    if (!entered.ok) return entered;
    assert("user" in entered.value, "who has just been made has no second factor yet");
    return await answerEntered(house, entered.value);
  }),
];
