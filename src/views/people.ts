/** Who a user is, which creditors they see, and what they may do at each. */
import type { Permission, Role } from "../domain/desk/permission.ts";
import {
  decidingRoles,
  type Grant,
  permissionsHeld,
  type Reach,
  reachOf,
  type Scope,
  widestScope,
} from "../domain/desk/scope.ts";
import { businessDay, type Instant, type PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, UserId } from "../domain/values/ids.ts";
import { assert } from "../domain/values/result.ts";
import { findGrants, listStandings } from "../store/access.ts";
import { type Creditor, listCreditors } from "../store/creditors.ts";
import type { Database } from "../store/database.ts";
import {
  findPasswordHash,
  findUser,
  hasUsers,
  listRoles,
  listUserLines,
  type User,
  type UserLine,
  type UserRole,
} from "../store/people.ts";
import { findSetting } from "../store/settings.ts";

export type SeenCreditor = Pick<
  Creditor,
  "id" | "code" | "name" | "timeZone" | "homeCurrency" | "testMode" | "demo" | "liveOn"
> & {
  readonly businessDay: PlainDate;
  readonly roles: readonly Role[];
  /** The roles with whose customers each reaches; `scope` is the widest of these. */
  readonly grants: readonly { readonly role: Role; readonly scope: Scope }[];
  readonly scope: Scope;
  readonly permissions: readonly Permission[];
};

export type MeView = { readonly user: User; readonly creditors: readonly SeenCreditor[] };

const grantsAt = (roles: readonly UserRole[], creditor: CreditorId): readonly Grant[] =>
  roles.filter((held) => held.creditor === null || held.creditor === creditor);

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
      const grants = grantsAt(held, creditor.id);
      const { code, name, homeCurrency, testMode, demo, liveOn, timeZone } = creditor;
      const businessDayNow = today ?? businessDay(now, timeZone);
      const shown = { id: creditor.id, code, name, timeZone, homeCurrency, testMode, demo, liveOn };
      const may = {
        roles: [...new Set(grants.map(({ role }) => role))],
        grants: grants.map(({ role, scope }) => ({ role, scope })),
        scope: widestScope(grants.map(({ scope }) => scope)) ?? "own",
        permissions: [...permissionsHeld(grants)],
      };
      return { ...shown, businessDay: businessDayNow, ...may };
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
  readonly reach: Reach;
};

/** What a user may do at a creditor; null when there is none of that code or they have no role. */
export async function findAccess(
  database: Database,
  user: UserId,
  code: string,
  now: Instant,
  today?: PlainDate,
): Promise<Access | null> {
  const found = await findGrants(database.db, user, code);
  if (found === null || found.grants.length === 0) return null;
  const { creditor, grants, name, timeZone } = found;
  const held = { permissions: permissionsHeld(grants), decidesAs: decidingRoles(grants) };
  const day = today ?? businessDay(now, timeZone);
  const reach = await findReach(database, creditor, user, grants, day);
  return { creditorId: creditor, name, ...held, reach };
}

/** Whose customers somebody sees on a day, with those of whom they substitute on it. */
async function findReach(
  database: Database,
  creditor: CreditorId,
  user: UserId,
  grants: readonly Grant[],
  day: PlainDate,
): Promise<Reach> {
  if (widestScope(grants.map(({ scope }) => scope)) === "creditor") return "all";
  const rows = await listStandings(database.db, creditor, user, day);
  const standings = rows.map(({ scopes, ...row }) => ({ ...row, scope: widestScope(scopes) }));
  const [who, ...substituted] = standings.toSorted((a) => (a.user === user ? -1 : 1));
  assert(who?.user === user, "who asks is among those who stand around them");
  return reachOf(who, substituted);
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

/** Everybody with what they hold, and who may sign in no more. */
export const viewUsers = (database: Database): Promise<readonly UserLine[]> =>
  database.reading(listUserLines);
