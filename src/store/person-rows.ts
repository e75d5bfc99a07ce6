/** People as an administrator sees and changes them: roles with scope, sessions, disabled. */
import type { Role } from "../domain/desk/permission.ts";
import type { Scope } from "../domain/desk/scope.ts";
import type { Instant } from "../domain/values/calendar.ts";
import type { CreditorId, UserId } from "../domain/values/ids.ts";
import { type Executor, maybe, one, rows, run, sql } from "./sql.ts";

export type HeldRow = {
  readonly role: Role;
  readonly scope: Scope;
  readonly everywhere: boolean;
  readonly grantedBy: string | null;
  readonly grantedAt: Instant | null;
  readonly byOneself: boolean;
};

export type PersonRow = {
  readonly id: UserId;
  readonly name: string;
  readonly email: string;
  readonly language: "zh" | "en";
  readonly disabledAt: Instant | null;
  readonly lastSignInAt: Instant | null;
  readonly secondFactor: boolean;
  readonly sessions: number;
  readonly customers: number;
  readonly beyond: boolean;
  readonly roles: readonly HeldRow[];
};

const AT = sql`to_char(r.granted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Everybody with a role at this creditor or everywhere, and who has none at all. */
export const listPeople = (
  executor: Executor,
  creditor: CreditorId,
  now: Instant,
): Promise<readonly PersonRow[]> =>
  rows(
    executor,
    sql<PersonRow>`select u.id, u.name, u.email, u.language, u.disabled_at as "disabledAt",
          u.two_factor_enabled as "secondFactor", s.last as "lastSignInAt", coalesce(s.live, 0)::integer as sessions,
          (select count(*) from customer c
            where c.creditor_id = ${creditor} and c.owner_id = u.id)::integer as customers,
          exists (select from user_role r where r.user_id = u.id
            and r.creditor_id is distinct from ${creditor}) as beyond,
          (select coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'scope', r.scope,
              'everywhere', r.creditor_id is null, 'grantedBy', g.name, 'grantedAt', ${AT},
              'byOneself', r.granted_by is not null and r.granted_by = r.user_id)
              order by r.creditor_id nulls first, r.role), '[]')
            from user_role r left join app_user g on g.id = r.granted_by
            where r.user_id = u.id and (r.creditor_id is null or r.creditor_id = ${creditor}))
            as roles
        from app_user u
        left join lateral (
          select max(created_at) as last, count(*) filter (where expires_at > ${now}) as live
          from user_session where user_id = u.id) s on true
        where exists (select from user_role r where r.user_id = u.id
            and (r.creditor_id is null or r.creditor_id = ${creditor}))
          or not exists (select from user_role r where r.user_id = u.id)
        order by u.disabled_at is not null, u.name collate "zh-x-icu", u.id`,
  );

export type PersonFound = {
  readonly user: UserId;
  readonly disabled: boolean;
  readonly beyond: boolean;
  /** Customers of this creditor that they own. */
  readonly customers: number;
};

/** Locks a person whom this creditor's administrator may see; null when there is none. */
export const lockPerson = (
  executor: Executor,
  creditor: CreditorId,
  user: UserId,
): Promise<PersonFound | null> =>
  maybe(
    executor,
    sql<PersonFound>`select u.id as "user", u.disabled_at is not null as disabled,
          exists (select from user_role r where r.user_id = u.id
            and r.creditor_id is distinct from ${creditor}) as beyond,
          (select count(*) from customer c
            where c.creditor_id = ${creditor} and c.owner_id = u.id)::integer as customers
        from app_user u
        where u.id = ${user} and (
          exists (select from user_role r where r.user_id = u.id
            and (r.creditor_id is null or r.creditor_id = ${creditor}))
          or not exists (select from user_role r where r.user_id = u.id))
        for update of u`,
  );

/** Whether somebody administers every creditor. */
export const administersEverywhere = async (executor: Executor, user: UserId): Promise<boolean> =>
  (
    await one<{ found: boolean }>(
      executor,
      sql`select exists (select from user_role where user_id = ${user} and creditor_id is null
            and role = 'administrator' and scope = 'creditor') as found`,
    )
  ).found;

/** The creditors that somebody administers who may sign in. */
export async function listAdministered(executor: Executor): Promise<readonly CreditorId[]> {
  const found = await rows<{ id: CreditorId }>(
    executor,
    sql`select c.id from creditor c where exists (
          select from user_role r join app_user u on u.id = r.user_id
          where r.role = 'administrator' and r.scope = 'creditor' and u.disabled_at is null
            and (r.creditor_id is null or r.creditor_id = c.id))`,
  );
  return found.map(({ id }) => id);
}

/** Gives back whether the role was held. */
export async function deleteRole(
  executor: Executor,
  user: UserId,
  { creditor, role }: { readonly creditor: CreditorId | null; readonly role: Role },
): Promise<boolean> {
  const taken = await run(
    executor,
    sql`delete from user_role where user_id = ${user} and role = ${role}
          and creditor_id is not distinct from ${creditor}::uuid`,
  );
  return taken > 0;
}

/** `at` null: may sign in again. */
export async function updateDisabled(
  executor: Executor,
  user: UserId,
  at: Instant | null,
  now: Instant,
): Promise<void> {
  await run(
    executor,
    sql`update app_user set disabled_at = ${at}, updated_at = ${now} where id = ${user}`,
  );
}
