/**
 * Sign-in: passwords, codes, the company's own door and sessions, by better-auth behind this file.
 */
import { randomBytes } from "node:crypto";
import { isAPIError } from "better-auth/api";
import { beginSignIn } from "../actions/begin-sign-in.ts";
import { endSignIn } from "../actions/end-sign-in.ts";
import { makeSecret, SESSION_SECRET } from "../actions/make-secret.ts";
import { accepted, performShared, type SharedDesk } from "../actions/perform.ts";
import { codesOpenAt, type SignInRefusal } from "../domain/desk/sign-in.ts";
import type { UserId } from "../domain/values/ids.ts";
import { assert, ok, type Result, refuse } from "../domain/values/result.ts";
import { viewSignInState } from "../views/my-account.ts";
import { viewSetting } from "../views/people.ts";
import { PROVIDER, type SingleSignOn, signInLibrary } from "./sign-in-library.ts";

export type Session = { readonly id: string; readonly user: UserId };
export type SignedIn = { readonly user: UserId; readonly cookies: readonly string[] };
/** The password was right; a code is asked for, and the cookies say for whom. */
export type CodeWanted = { readonly codeWanted: true; readonly cookies: readonly string[] };
export type Entering = { readonly address: string | null; readonly headers: Headers };

type Disabled = { readonly code: "user_is_disabled" };
type Refusal = SignInRefusal | Disabled | { readonly code: "wrong_email_or_password" };
type CodeRefusal = SignInRefusal | Disabled | { readonly code: "wrong_code" | "code_too_late" };

export type SignIn = {
  /** Checks a password; the cookies carry the new session. Refuses after too many attempts. */
  signIn(
    email: string,
    password: string,
    from: Entering,
  ): Promise<Result<SignedIn | CodeWanted, Refusal>>;
  /** The second step: a code of the telephone, or one of the backup codes, once each. */
  enterCode(code: string, from: Entering): Promise<Result<SignedIn, CodeRefusal>>;
  /** Begins to set up a second factor; it counts from the first right code on. */
  beginSecondFactor(
    password: string,
    headers: Headers,
  ): Promise<Result<{ uri: string; backupCodes: readonly string[] }, FactorRefusal>>;
  confirmSecondFactor(
    code: string,
    headers: Headers,
  ): Promise<Result<readonly string[], FactorRefusal>>;
  endSecondFactor(
    password: string,
    headers: Headers,
  ): Promise<Result<readonly string[], FactorRefusal>>;
  /** Where the company's identity provider asks who this is; null without one. */
  readonly singleSignOn: string | null;
  beginSingleSignOn(headers: Headers): Promise<Result<RedirectTo, { code: "sso_unavailable" }>>;
  /** The provider's answer: a redirect into the house, or to the sign-in page with what failed. */
  finishSingleSignOn(request: Request): Promise<Response>;
  /** The session a request carries, or null; a session that ran out is none. */
  findSession(headers: Headers): Promise<Session | null>;
  /** Revokes the session; the cookies clear it in the browser. */
  signOut(headers: Headers): Promise<readonly string[]>;
};

export type RedirectTo = { readonly url: string; readonly cookies: readonly string[] };
export type FactorRefusal = {
  readonly code: "wrong_password" | "wrong_code" | "second_factor_is_on" | "second_factor_is_off";
};

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

const codeOf = (error: unknown): string =>
  isAPIError(error) ? ((error.body as { code?: string } | undefined)?.code ?? error.message) : "";

type Library = ReturnType<typeof signInLibrary>;

/** The library answers in refusals we know; anything else is a bug and goes on as it is. */
async function refusing<Value, Code extends string>(
  work: () => Promise<Value>,
  known: Readonly<Record<string, Code>>,
): Promise<Result<Value, { readonly code: Code }>> {
  try {
    return ok(await work());
  } catch (error) {
    const code = known[codeOf(error)];
    if (code === undefined) throw error;
    return refuse({ code });
  }
}

/** Who is disabled is told so only after the right password, and gets no session. */
async function letIn(
  desk: SharedDesk,
  { api }: Library,
  user: UserId,
  cookies: readonly string[],
): Promise<Result<SignedIn, Disabled>> {
  const state = await viewSignInState(desk.database, user);
  if (state !== null && !state.disabled) return ok({ user, cookies });
  const cookie = cookies.map((one) => one.split(";")[0]).join("; ");
  await api.signOut({ headers: new Headers({ cookie }) });
  return refuse({ code: "user_is_disabled" });
}

const FACTOR_REFUSALS = {
  INVALID_PASSWORD: "wrong_password",
  INVALID_CODE: "wrong_code",
  INVALID_BACKUP_CODE: "wrong_code",
  TOTP_ALREADY_ENABLED: "second_factor_is_on",
  TOTP_NOT_ENABLED: "second_factor_is_off",
} as const;

const CODE_REFUSALS = {
  INVALID_CODE: "wrong_code",
  INVALID_BACKUP_CODE: "wrong_code",
  INVALID_TWO_FACTOR_COOKIE: "code_too_late",
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: "code_too_late",
} as const;

/** Six digits come from the telephone; everything else is a backup code. */
const isTelephoneCode = (code: string): boolean => /^\d{6}$/.test(code);

function passwordDoor(desk: SharedDesk, library: Library): Pick<SignIn, "signIn" | "enterCode"> {
  const { api } = library;
  return {
    async signIn(email, password, { address, headers }) {
      const begun = await performShared(desk, beginSignIn, { email, address });
      if (!begun.ok) return begun as Result<never, SignInRefusal>;
      try {
        const body = { email, password };
        const answer = await api.signInEmail({ body, headers, returnHeaders: true });
        const cookies = answer.headers.getSetCookie();
        if ("twoFactorRedirect" in answer.response) return ok({ codeWanted: true, cookies });
        accepted(await performShared(desk, endSignIn, { email }));
        return await letIn(desk, library, answer.response.user.id as UserId, cookies);
      } catch (error) {
        if (isAPIError(error) && error.status === "UNAUTHORIZED") {
          return refuse({ code: "wrong_email_or_password" });
        }
        throw error;
      }
    },
    async enterCode(written, { headers }) {
      const code = written.replaceAll(" ", "");
      const given = { body: { code }, headers, returnHeaders: true } as const;
      const entered = await refusing(
        () => (isTelephoneCode(code) ? api.verifyTOTP(given) : api.verifyBackupCode(given)),
        { ...CODE_REFUSALS, ACCOUNT_TEMPORARILY_LOCKED: "locked" },
      );
      if (!entered.ok) {
        const { code: why } = entered.refusal;
        if (why !== "locked") return refuse({ code: why });
        return refuse({ code: "too_many_attempts", retryAt: codesOpenAt(desk.clock.now()) });
      }
      const { user } = entered.value.response;
      accepted(await performShared(desk, endSignIn, { email: user.email }));
      const cookies = entered.value.headers.getSetCookie();
      return await letIn(desk, library, user.id as UserId, cookies);
    },
  };
}

type FactorDoor = Pick<SignIn, "beginSecondFactor" | "confirmSecondFactor" | "endSecondFactor">;

function factorDoor({ api }: Library): FactorDoor {
  return {
    beginSecondFactor: (password, headers) =>
      refusing(async () => {
        const set = await api.enableTwoFactor({ body: { password }, headers });
        assert(set.method === "totp", "a telephone's codes are the only second factor");
        return { uri: set.totpURI, backupCodes: set.backupCodes };
      }, FACTOR_REFUSALS),
    confirmSecondFactor: (code, headers) =>
      refusing(async () => {
        const body = { code: code.replaceAll(" ", "") };
        const answer = await api.verifyTOTP({ body, headers, returnHeaders: true });
        return answer.headers.getSetCookie();
      }, FACTOR_REFUSALS),
    endSecondFactor: (password, headers) =>
      refusing(async () => {
        const body = { password };
        const answer = await api.disableTwoFactor({ body, headers, returnHeaders: true });
        return answer.headers.getSetCookie();
      }, FACTOR_REFUSALS),
  };
}

/** The sign-in page, which says why. */
const DISABLED = "/sign-in?error=user_is_disabled";

type CompanyDoor = Pick<SignIn, "singleSignOn" | "beginSingleSignOn" | "finishSingleSignOn">;

/** `fresh` asks the provider for its settings anew: it may not have answered when we started. */
function companyDoor(
  desk: SharedDesk,
  fresh: () => Library,
  sso: SingleSignOn | null,
): CompanyDoor {
  let library = fresh();
  const begin = async (headers: Headers): Promise<RedirectTo> => {
    const body = { provider: PROVIDER, callbackURL: "/", errorCallbackURL: "/sign-in" };
    const answer = await library.api.signInSocial({ body, headers, returnHeaders: true });
    assert(answer.response.url !== undefined, "the provider's page has an address");
    return { url: answer.response.url, cookies: answer.headers.getSetCookie() };
  };
  return {
    singleSignOn: sso?.name ?? null,
    async beginSingleSignOn(headers) {
      if (sso === null) return refuse({ code: "sso_unavailable" });
      const begun = await begin(headers).catch(() => null);
      if (begun !== null) return ok(begun);
      library = fresh();
      const again = await begin(headers).catch(() => null);
      return again === null ? refuse({ code: "sso_unavailable" }) : ok(again);
    },
    async finishSingleSignOn(request) {
      const answer = await library.handler(request);
      const cookies = answer.headers.getSetCookie();
      const cookie = cookies.map((one) => one.split(";")[0]).join("; ");
      const found = await library.api.getSession({ headers: new Headers({ cookie }) });
      if (found === null) return answer;
      const entered = await letIn(desk, library, found.user.id as UserId, cookies);
      return entered.ok
        ? answer
        : new Response(null, { status: 302, headers: { location: DISABLED } });
    },
  };
}

/** `desk` acts for the house itself: it counts attempts and keeps the secret. */
export async function openSignIn(
  desk: SharedDesk,
  publicUrl: string,
  sso: SingleSignOn | null = null,
): Promise<SignIn> {
  const secret = await keptSecret(desk);
  const library = signInLibrary(desk, secret, publicUrl, null);
  const { api } = library;
  const fresh = () => (sso === null ? library : signInLibrary(desk, secret, publicUrl, sso));
  return {
    ...passwordDoor(desk, library),
    ...factorDoor(library),
    ...companyDoor(desk, fresh, sso),
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
