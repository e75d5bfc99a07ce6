/** Who a user is, which creditors they see, and what they may do at each. */
import { type Permission, permissionsOf, type Role } from "../domain/desk/permission.ts";
import { businessDay, type Instant, type PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, UserId } from "../domain/values/ids.ts";
import { type Creditor, findCreditorByCode, listCreditors } from "../store/creditors.ts";
import type { Database } from "../store/database.ts";
import {
  findPasswordHash,
  findUser,
  hasUsers,
  listRoles,
  listUsers,
  type User,
  type UserRole,
} from "../store/people.ts";
import { findSetting } from "../store/settings.ts";

export type SeenCreditor = Pick<
  Creditor,
  "id" | "code" | "name" | "homeCurrency" | "testMode" | "demo" | "liveOn"
> & {
  readonly businessDay: PlainDate;
  readonly roles: readonly Role[];
  readonly permissions: readonly Permission[];
};

export type MeView = { readonly user: User; readonly creditors: readonly SeenCreditor[] };

const rolesAt = (roles: readonly UserRole[], creditor: CreditorId): readonly Role[] => [
  ...new Set(
    roles
      .filter((held) => held.creditor === null || held.creditor === creditor)
      .map(({ role }) => role),
  ),
];

/** Null when the user is gone. Creditors at which the user has no role are not shown. */
export async function viewMe(
  database: Database,
  id: UserId,
  now: Instant,
  today?: PlainDate,
): Promise<MeView | null> {
  return await database.reading(async (tx) => {
    const user = await findUser(tx, id);
    if (user === null) return null;
    const held = await listRoles(tx, id);
    const creditors = (await listCreditors(tx)).map((creditor) => {
      const roles = rolesAt(held, creditor.id);
      const { code, name, homeCurrency, testMode, demo, liveOn, timeZone } = creditor;
      const businessDayNow = today ?? businessDay(now, timeZone);
      const shown = { id: creditor.id, code, name, homeCurrency, testMode, demo, liveOn };
      const permissions = [...permissionsOf(roles)];
      return { ...shown, businessDay: businessDayNow, roles, permissions };
    });
    return { user, creditors: creditors.filter(({ roles }) => roles.length > 0) };
  });
}

export type Access = {
  readonly creditorId: CreditorId;
  /** The user's name, as records and the audit name who acted. */
  readonly name: string;
  /** The roles in which they decide on what others ask for. */
  readonly decidesAs: readonly Role[];
  readonly permissions: ReadonlySet<Permission>;
};

/** What a user may do at a creditor; null when there is none of that code or they have no role. */
export async function findAccess(
  database: Database,
  user: UserId,
  code: string,
): Promise<Access | null> {
  const person = await findUser(database.db, user);
  const creditor = await findCreditorByCode(database.db, code);
  if (person === null || creditor === null) return null;
  const roles = rolesAt(await listRoles(database.db, user), creditor.id);
  if (roles.length === 0) return null;
  const permissions = permissionsOf(roles);
  return { creditorId: creditor.id, name: person.name, decidesAs: roles, permissions };
}

export const viewPasswordHash = (database: Database, user: UserId): Promise<string | null> =>
  findPasswordHash(database.db, user);

/** Whether nobody can sign in yet. */
export const viewFirstRun = async (database: Database): Promise<boolean> =>
  !(await hasUsers(database.db));

/** A shared setting's text; null when it is not set. */
export async function viewSetting(database: Database, key: string): Promise<string | null> {
  const value = await findSetting(database.db, key);
  return typeof value === "string" ? value : null;
}

/** Everybody who can sign in. */
export const viewUsers = (database: Database): Promise<readonly User[]> =>
  database.reading(listUsers);
