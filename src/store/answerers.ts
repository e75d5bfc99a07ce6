/** People of a creditor who may be named to answer a dispute or look into a complaint. */
import { type Permission, permissionsOf, ROLES, type Role } from "../domain/desk/permission.ts";
import type { CreditorId, UserId } from "../domain/values/ids.ts";
import { type Executor, one, rows, sql } from "./sql.ts";

const rolesWith = (permission: Permission): readonly Role[] =>
  ROLES.filter((role) => permissionsOf([role]).has(permission));

const held = (creditor: CreditorId, roles: readonly Role[]) => sql`exists (
  select from user_role r where r.user_id = u.id and r.role = any(${roles}::text[])
    and (r.creditor_id is null or r.creditor_id = ${creditor}))`;

/** Whether somebody signs in, and holds a role here that answers disputes. */
export const isAnswerer = async (
  executor: Executor,
  creditor: CreditorId,
  user: UserId,
  permission: Permission = "dispute:answer",
): Promise<boolean> =>
  (
    await one(
      executor,
      sql<{ found: boolean }>`select exists (select from app_user u where u.id = ${user}
          and u.disabled_at is null and ${held(creditor, rolesWith(permission))}) as found`,
    )
  ).found;

export type Answerer = { readonly id: UserId; readonly name: string };

/** Everybody here who may do what `permission` allows, by name. */
export const listAnswerers = (
  executor: Executor,
  creditor: CreditorId,
  permission: Permission,
): Promise<readonly Answerer[]> =>
  rows(
    executor,
    sql<Answerer>`select u.id, u.name from app_user u
        where u.disabled_at is null and ${held(creditor, rolesWith(permission))}
        order by u.name, u.id`,
  );

/** Everybody who signs in here: whom a complaint may be about. */
export const listColleagues = (
  executor: Executor,
  creditor: CreditorId,
): Promise<readonly Answerer[]> =>
  rows(
    executor,
    sql<Answerer>`select u.id, u.name from app_user u
        where ${held(creditor, ROLES)} order by u.name, u.id`,
  );
