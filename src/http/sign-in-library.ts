/** The sign-in library's settings: its tables, its hash, its cookies, its second factor. */
import { betterAuth } from "better-auth";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { twoFactor } from "better-auth/plugins/two-factor";
import type { KyselyPlugin } from "kysely";
import { hashPassword, isPassword } from "../actions/password.ts";
import type { SharedDesk } from "../actions/perform.ts";
import { uuidV7 } from "../domain/values/ids.ts";

const HOURS = 3600;
const MINUTES = 60;

/** Wrong codes in a row after which the second factor rests, and for how long it does. */
const WRONG_CODES = 5;

/** A company's own identity provider (OpenID Connect). */
export type SingleSignOn = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button on the sign-in page says. */
  readonly name: string;
};

/** The provider's id: stands in the callback's address and with each linked credential. */
export const PROVIDER = "company";

/** Its columns that hold a moment: our driver gives text, the library counts with dates. */
const MOMENTS = new Set([
  "created_at",
  "updated_at",
  "expires_at",
  "access_token_expires_at",
  "refresh_token_expires_at",
  "locked_until",
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

const secondFactor = () =>
  twoFactor({
    issuer: "Huikuan",
    twoFactorTable: "user_two_factor",
    accountLockout: { maxFailedAttempts: WRONG_CODES, durationSeconds: 15 * MINUTES },
    schema: {
      user: { fields: { twoFactorEnabled: "two_factor_enabled" } },
      twoFactor: {
        fields: {
          backupCodes: "backup_codes",
          userId: "user_id",
          failedVerificationCount: "failed_verification_count",
          lockedUntil: "locked_until",
        },
      },
    },
  });

/**
 * Nobody is made by signing in: the provider's person must be one of ours already, and is known by
 * an address that the provider has verified.
 */
const singleSignOn = ({ issuer, clientId, clientSecret, name }: SingleSignOn) =>
  genericOAuth({
    config: [
      {
        providerId: PROVIDER,
        name,
        discoveryUrl: `${issuer.replace(/\/+$/, "")}/.well-known/openid-configuration`,
        requireIdTokenVerification: true,
        clientId,
        clientSecret,
        scopes: ["openid", "email", "profile"],
        pkce: true,
        disableSignUp: true,
        disableImplicitSignUp: true,
      },
    ],
  });

/** `sso` null: people sign in with their password only. */
export function signInLibrary(
  desk: SharedDesk,
  secret: string,
  publicUrl: string,
  sso: SingleSignOn | null,
) {
  return betterAuth({
    appName: "Huikuan",
    baseURL: publicUrl,
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false }, // ours counts in the store, for every server together
    database: { db: desk.database.db.withPlugin(momentsAsDates), type: "postgres" },
    plugins: [secondFactor(), ...(sso === null ? [] : [singleSignOn(sso)])],
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
      // Our own addresses were typed by an administrator; the provider must have verified theirs.
      accountLinking: { enabled: true, trustedProviders: [], requireLocalEmailVerified: false },
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
