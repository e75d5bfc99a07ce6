/** My account: second factor, sessions, single sign-on, a password set anew by mail. */
import { createHash, randomBytes } from "node:crypto";
import { askPasswordReset } from "../actions/ask-password-reset.ts";
import { endSession } from "../actions/end-session.ts";
import { hashPassword } from "../actions/password.ts";
import { performShared } from "../actions/perform.ts";
import { removeSecondFactor } from "../actions/remove-second-factor.ts";
import { setPasswordByLink } from "../actions/set-password-by-link.ts";
import * as contract from "../contract/account.ts";
import type { UserId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { viewAccount } from "../views/my-account.ts";
import { houseDesk } from "./desk.ts";
import { type Route, route } from "./route.ts";
import { answerEntered, cookieHeaders } from "./session.ts";

const hashOf = (token: string): Uint8Array => createHash("sha256").update(token).digest();

const done = (cookies: readonly string[]) => ok({ value: null, headers: cookieHeaders(cookies) });

const factorRoutes: readonly Route[] = [
  route(contract.enterCode, async ({ house, body, address, request: { headers } }) => {
    const entered = await house.signIn.enterCode(body.code, { address, headers });
    return entered.ok ? await answerEntered(house, entered.value) : entered;
  }),
  route(contract.beginSecondFactor, ({ house, body, request }) =>
    house.signIn.beginSecondFactor(body.password, request.headers),
  ),
  route(contract.confirmSecondFactor, async ({ house, body, request }) => {
    const confirmed = await house.signIn.confirmSecondFactor(body.code, request.headers);
    return confirmed.ok ? done(confirmed.value) : confirmed;
  }),
  route(contract.endSecondFactor, async ({ house, body, request }) => {
    const ended = await house.signIn.endSecondFactor(body.password, request.headers);
    return ended.ok ? done(ended.value) : ended;
  }),
  route(contract.removeSecondFactor, ({ desk, params }) =>
    performShared(desk, removeSecondFactor, { user: params.person as UserId }),
  ),
];

const sessionRoutes: readonly Route[] = [
  route(contract.account, async ({ house, session }) => {
    const now = house.clock.now();
    const found = await viewAccount(house.database, session.user, session.id, now);
    return found === null ? refuse({ code: "not_signed_in" }) : ok(found);
  }),
  route(contract.endSession, ({ house, session, params }) =>
    performShared(houseDesk(house, ["people:manage"]), endSession, {
      user: session.user,
      session: params.session,
    }),
  ),
  route(contract.endOtherSessions, ({ house, session }) =>
    performShared(houseDesk(house, ["people:manage"]), endSession, {
      user: session.user,
      allBut: session.id,
    }),
  ),
];

const passwordRoutes: readonly Route[] = [
  route(contract.askPasswordReset, async ({ house, body, address }) => {
    const token = randomBytes(32).toString("base64url");
    const desk = houseDesk(house, ["people:manage"]);
    const given = { email: body.email, address, hash: hashOf(token) };
    const asked = await performShared(desk, askPasswordReset, given);
    if (!asked.ok) return asked;
    // Not waited for: how long the answer takes must not tell whether the address is known.
    if (asked.value !== null) house.mailReset(asked.value, token);
    return ok(null);
  }),
  route(contract.setPasswordByLink, async ({ house, body }) => {
    const desk = houseDesk(house, ["people:manage"]);
    const passwordHash = await hashPassword(body.password);
    const given = { hash: hashOf(body.token), passwordHash };
    const set = await performShared(desk, setPasswordByLink, given);
    return set.ok ? ok(null) : set;
  }),
];

const companyRoutes: readonly Route[] = [
  route(contract.signInWays, async ({ house }) =>
    ok({ singleSignOn: house.signIn.singleSignOn, resetByMail: true }),
  ),
  route(contract.beginSingleSignOn, async ({ house, request }) => {
    const begun = await house.signIn.beginSingleSignOn(request.headers);
    if (!begun.ok) return begun;
    const { url, cookies } = begun.value;
    return ok({ value: { url }, headers: cookieHeaders(cookies) });
  }),
];

export const accountRoutes: readonly Route[] = [
  ...factorRoutes,
  ...sessionRoutes,
  ...passwordRoutes,
  ...companyRoutes,
];
