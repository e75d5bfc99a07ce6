/** Sign-in: passwords and sessions by better-auth, which nobody else in the house meets. */
import { randomBytes } from "node:crypto";
import { betterAuth } from "better-auth";
import { isAPIError } from "better-auth/api";
import type { KyselyPlugin } from "kysely";
import { beginSignIn } from "../actions/begin-sign-in.ts";
import { endSignIn } from "../actions/end-sign-in.ts";
import { makeSecret, SESSION_SECRET } from "../actions/make-secret.ts";
import { hashPassword, isPassword } from "../actions/password.ts";
import { accepted, performShared, type SharedDesk } from "../actions/perform.ts";
import type { SignInRefusal } from "../domain/desk/sign-in.ts";
import { type UserId, uuidV7 } from "../domain/values/ids.ts";
import { assert, ok, type Result, refuse } from "../domain/values/result.ts";
import { viewSetting } from "../views/people.ts";

const HOURS = 3600;

export type Session = { readonly id: string; readonly user: UserId };
export type SignedIn = { readonly user: UserId; readonly cookies: readonly string[] };
type Refusal = SignInRefusal | { readonly code: "wrong_email_or_password" };

export type SignIn = {
  /** Checks a password; the cookies carry the new session. Refuses after too many attempts. */
  signIn(
    email: string,
    password: string,
    from: { readonly address: string | null; readonly headers: Headers },
  ): Promise<Result<SignedIn, Refusal>>;
  /** The session a request carries, or null; a session that ran out is none. */
  findSession(headers: Headers): Promise<Session | null>;
  /** Revokes the session; the cookies clear it in the browser. */
  signOut(headers: Headers): Promise<readonly string[]>;
};

/** Its columns that hold a moment: our driver gives text, the library counts with dates. */
const MOMENTS = new Set([
  "created_at",
  "updated_at",
  "expires_at",
  "access_token_expires_at",
  "refresh_token_expires_at",
]);

/** Without this a session would never run out: text compared with a date is never the earlier. */
const momentsAsDates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({
    ...result,
    rows: result.rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([column, value]) => [
          column,
          MOMENTS.has(column) && typeof value === "string" ? new Date(value) : value,
        ]),
      ),
    ),
  }),
};

const WHEN = { createdAt: "created_at", updatedAt: "updated_at" } as const;

function library(desk: SharedDesk, secret: string, publicUrl: string) {
  return betterAuth({
    appName: "Huikuan",
    baseURL: publicUrl,
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false }, // ours counts in the store, for every server together
    database: { db: desk.database.db.withPlugin(momentsAsDates), type: "postgres" },
    advanced: {
      cookiePrefix: "huikuan",
      useSecureCookies: publicUrl.startsWith("https:"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
      database: {
        generateId: () => uuidV7(Date.parse(desk.clock.now()), desk.clock.random()),
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }) => isPassword(password, hash),
      },
    },
    user: { modelName: "app_user", fields: { ...WHEN, emailVerified: "email_verified" } },
    session: {
      modelName: "user_session",
      expiresIn: 12 * HOURS,
      updateAge: HOURS / 4,
      fields: {
        ...WHEN,
        userId: "user_id",
        expiresAt: "expires_at",
        ipAddress: "ip_address",
        userAgent: "user_agent",
      },
    },
    account: {
      modelName: "user_credential",
      fields: {
        ...WHEN,
        userId: "user_id",
        accountId: "account_id",
        providerId: "provider_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
      },
    },
    verification: { modelName: "user_verification", fields: { ...WHEN, expiresAt: "expires_at" } },
  });
}

/** The secret that signs cookies, made at the first start. */
async function keptSecret(desk: SharedDesk): Promise<string> {
  const before = await viewSetting(desk.database, SESSION_SECRET);
  if (before !== null) return before;
  const secret = randomBytes(48).toString("base64url");
  accepted(await performShared(desk, makeSecret, { secret }));
  const kept = await viewSetting(desk.database, SESSION_SECRET);
  assert(kept !== null, "the session secret is kept");
  return kept;
}

/** `desk` acts for the house itself: it counts attempts and keeps the secret. */
export async function openSignIn(desk: SharedDesk, publicUrl: string): Promise<SignIn> {
  const { api } = library(desk, await keptSecret(desk), publicUrl);
  return {
    async signIn(email, password, { address, headers }) {
      const begun = await performShared(desk, beginSignIn, { email, address });
      if (!begun.ok) return begun as Result<never, SignInRefusal>;
      try {
        const body = { email, password };
        const answer = await api.signInEmail({ body, headers, returnHeaders: true });
        accepted(await performShared(desk, endSignIn, { email }));
        const cookies = answer.headers.getSetCookie();
        return ok({ user: answer.response.user.id as UserId, cookies });
      } catch (error) {
        if (isAPIError(error) && error.status === "UNAUTHORIZED") {
          return refuse({ code: "wrong_email_or_password" });
        }
        throw error;
      }
    },
    async findSession(headers) {
      const found = await api.getSession({ headers });
      return found && { id: found.session.id, user: found.user.id as UserId };
    },
    async signOut(headers) {
      const answer = await api.signOut({ headers, returnHeaders: true });
      return answer.headers.getSetCookie();
    },
  };
}
