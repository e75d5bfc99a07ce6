/** What hangs on signing in: sessions, the second factor, links that set a password anew. */
import type { Instant } from "../domain/values/calendar.ts";
import type { UserId } from "../domain/values/ids.ts";
import { type Executor, maybe, rows, run, sql } from "./sql.ts";

export type SignInState = { readonly disabled: boolean; readonly secondFactor: boolean };

/** Whether a user may sign in, and with what; null when the user is gone. */
export const findSignInState = (executor: Executor, user: UserId): Promise<SignInState | null> =>
  maybe(
    executor,
    sql<SignInState>`select disabled_at is not null as disabled,
          two_factor_enabled as "secondFactor"
        from app_user where id = ${user}`,
  );

export type SessionRow = {
  readonly id: string;
  readonly address: string | null;
  readonly device: string | null;
  readonly openedAt: Instant;
  readonly usedAt: Instant;
};

/** A user's sessions that still hold, the one used last first. */
export const listSessions = (
  executor: Executor,
  user: UserId,
  now: Instant,
): Promise<readonly SessionRow[]> =>
  rows(
    executor,
    sql<SessionRow>`select id, nullif(ip_address, '') as address,
          nullif(user_agent, '') as device, created_at as "openedAt", updated_at as "usedAt"
        from user_session where user_id = ${user} and expires_at > ${now}
        order by updated_at desc, id`,
  );

/** Ends one session; false when the user has none of that id. */
export async function deleteSession(
  executor: Executor,
  user: UserId,
  id: string,
): Promise<boolean> {
  const ended = await maybe<{ id: string }>(
    executor,
    sql`delete from user_session where user_id = ${user} and id = ${id} returning id`,
  );
  return ended !== null;
}

/** Takes a user's second factor away: the next sign-in asks for the password only. */
export async function deleteSecondFactor(executor: Executor, user: UserId): Promise<void> {
  await run(
    executor,
    sql`with gone as (delete from user_two_factor where user_id = ${user})
        update app_user set two_factor_enabled = false where id = ${user}`,
  );
}

/** Keeps the hash of a mailed link; links asked for before no longer hold. */
export async function insertPasswordReset(
  executor: Executor,
  user: UserId,
  link: { readonly hash: Uint8Array; readonly at: Instant; readonly until: Instant },
): Promise<void> {
  await run(
    executor,
    sql`with older as (
          update password_reset set used_at = ${link.at}
          where user_id = ${user} and used_at is null)
        insert into password_reset (token_sha256, user_id, asked_at, expires_at)
        values (${link.hash}, ${user}, ${link.at}, ${link.until})`,
  );
}

/** Uses a link up; null when there is none of this hash that still holds. */
export async function takePasswordReset(
  executor: Executor,
  hash: Uint8Array,
  now: Instant,
): Promise<{ readonly user: UserId; readonly email: string } | null> {
  return await maybe(
    executor,
    sql<{ user: UserId; email: string }>`update password_reset r set used_at = ${now}
        from app_user u
        where r.token_sha256 = ${hash} and r.used_at is null and r.expires_at > ${now}
          and u.id = r.user_id and u.disabled_at is null
        returning r.user_id as user, u.email`,
  );
}
