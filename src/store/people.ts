/** People who sign in: their password's hash, their roles, their failed attempts. */
import type { Role } from "../domain/desk/permission.ts";
import type { Scope } from "../domain/desk/scope.ts";
import type { Instant } from "../domain/values/calendar.ts";
import type { CreditorId, UserId } from "../domain/values/ids.ts";
import { type Executor, maybe, one, rows, run, sql } from "./sql.ts";

export type User = {
  readonly id: UserId;
  readonly name: string;
  readonly email: string;
  readonly language: "zh" | "en";
};

const COLUMNS = sql`id, name, email, language`;

export const findUser = (executor: Executor, id: UserId): Promise<User | null> =>
  maybe(executor, sql<User>`select ${COLUMNS} from app_user where id = ${id}`);

export const findUserByEmail = (executor: Executor, email: string): Promise<User | null> =>
  maybe(executor, sql<User>`select ${COLUMNS} from app_user where email = ${email}`);

export type UserLine = User & {
  readonly disabled: boolean;
  /** With the creditor's code; null: at every creditor. */
  readonly roles: readonly {
    readonly role: Role;
    readonly scope: Scope;
    readonly creditor: string | null;
  }[];
};

/** Everybody with what they hold, in the order in which they came. */
export const listUserLines = (executor: Executor): Promise<readonly UserLine[]> =>
  rows(
    executor,
    sql<UserLine>`select u.id, u.name, u.email, u.language, u.disabled_at is not null as disabled,
          (select coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'scope', r.scope,
              'creditor', c.code) order by c.code nulls first, r.role), '[]')
            from user_role r left join creditor c on c.id = r.creditor_id
            where r.user_id = u.id) as roles
        from app_user u order by u.created_at, u.id`,
  );

/** Keeps anybody else from making a user until the transaction ends, and counts those there are. */
export async function lockUsers(executor: Executor): Promise<number> {
  await run(executor, sql`lock table app_user in share row exclusive mode`);
  const { count } = await one<{ count: number }>(
    executor,
    sql`select count(*)::integer as count from app_user`,
  );
  return count;
}

export const hasUsers = async (executor: Executor): Promise<boolean> =>
  (await one<{ found: boolean }>(executor, sql`select exists (select from app_user) as found`))
    .found;

/** The user, and the credential under which the sign-in library looks for the password's hash. */
export async function insertUser(
  executor: Executor,
  user: User & {
    readonly credentialId: string;
    readonly passwordHash: string;
    readonly at: Instant;
  },
): Promise<void> {
  await run(
    executor,
    sql`with made as (
          insert into app_user (id, name, email, language, created_at, updated_at)
          values (${user.id}, ${user.name}, ${user.email}, ${user.language}, ${user.at}, ${user.at})
          returning id)
        insert into user_credential (id, user_id, account_id, provider_id, password, created_at,
          updated_at)
        select ${user.credentialId}, id, id::text, 'credential', ${user.passwordHash}, ${user.at},
          ${user.at} from made`,
  );
}

export async function updateUser(
  executor: Executor,
  id: UserId,
  to: { readonly name: string; readonly language: "zh" | "en"; readonly at: Instant },
): Promise<void> {
  await run(
    executor,
    sql`update app_user set name = ${to.name}, language = ${to.language}, updated_at = ${to.at}
        where id = ${id}`,
  );
}

export async function findPasswordHash(executor: Executor, user: UserId): Promise<string | null> {
  const found = await maybe<{ password: string | null }>(
    executor,
    sql`select password from user_credential
        where user_id = ${user} and provider_id = 'credential'`,
  );
  return found === null ? null : found.password;
}

export async function updatePassword(
  executor: Executor,
  user: UserId,
  passwordHash: string,
  at: Instant,
): Promise<void> {
  await run(
    executor,
    sql`update user_credential set password = ${passwordHash}, updated_at = ${at}
        where user_id = ${user} and provider_id = 'credential'`,
  );
}

/** Ends a user's sessions, except the one with this id. */
export async function deleteSessions(
  executor: Executor,
  user: UserId,
  except: string | null,
): Promise<void> {
  await run(
    executor,
    sql`delete from user_session
        where user_id = ${user} and id is distinct from ${except}::uuid`,
  );
}

export type UserRole = {
  readonly creditor: CreditorId | null;
  readonly role: Role;
  readonly scope: Scope;
  readonly byOneself: boolean;
};

/** `creditor` null: the role holds at every creditor. */
export const listRoles = (executor: Executor, user: UserId): Promise<readonly UserRole[]> =>
  rows(
    executor,
    sql<UserRole>`select creditor_id as creditor, role, scope,
          granted_by is not null and granted_by = user_id as "byOneself"
        from user_role where user_id = ${user} order by role`,
  );

export type NewGrant = {
  /** Null: at every creditor. */
  readonly creditor: CreditorId | null;
  readonly role: Role;
  readonly scope: Scope;
};

/** Gives roles; one that is held already takes the new scope. `by` null: at the console. */
export async function insertRoles(
  executor: Executor,
  user: UserId,
  grants: readonly NewGrant[],
  { by, at }: { readonly by: UserId | null; readonly at: Instant },
): Promise<void> {
  const list = <Name extends keyof NewGrant>(name: Name) => grants.map((grant) => grant[name]);
  await run(
    executor,
    sql`insert into user_role (user_id, creditor_id, role, scope, granted_by, granted_at)
        select distinct on (creditor, role) ${user}::uuid, creditor, role, scope, ${by}::uuid,
          ${at}::timestamptz
        from unnest(${list("creditor")}::uuid[], ${list("role")}::text[], ${list("scope")}::text[])
          as g (creditor, role, scope)
        on conflict (user_id, creditor_id, role)
          do update set scope = excluded.scope, granted_by = excluded.granted_by,
            granted_at = excluded.granted_at`,
  );
}

/** Takes these subjects in order, so that attempts made at once are counted one after another. */
export async function lockSubjects(executor: Executor, subjects: readonly string[]): Promise<void> {
  for (const subject of subjects.toSorted()) {
    await run(executor, sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 7))`);
  }
}

export type Attempts = {
  readonly subject: string;
  readonly count: number;
  readonly first: Instant;
};

/** How often each subject failed since a moment, and when the earliest of these was. */
export const countAttempts = (
  executor: Executor,
  subjects: readonly string[],
  since: Instant,
): Promise<readonly Attempts[]> =>
  rows(
    executor,
    sql<Attempts>`select subject, count(*)::integer as count, min(at) as first
        from sign_in_failure where subject = any(${subjects}::text[]) and at > ${since}
        group by subject order by subject`,
  );

export async function insertAttempts(
  executor: Executor,
  subjects: readonly string[],
  at: Instant,
): Promise<void> {
  await run(
    executor,
    sql`insert into sign_in_failure (subject, at)
        select subject, ${at} from unnest(${subjects}::text[]) as subject`,
  );
}

/** Forgets a subject's attempts, and everybody's that no longer count. */
export async function deleteAttempts(
  executor: Executor,
  subject: string,
  before: Instant,
): Promise<void> {
  await run(
    executor,
    sql`delete from sign_in_failure where subject = ${subject} or at < ${before}`,
  );
}
