/** A desk for tests: a clock that stands still, chance that is counted, every permission. */
import type { Actor } from "../../src/actions/action.ts";
import type { Clock, Desk, SharedDesk } from "../../src/actions/perform.ts";
import { PERMISSIONS, type Permission, ROLES } from "../../src/domain/desk/permission.ts";
import { type Instant, type PlainDate, plainDate } from "../../src/domain/values/calendar.ts";
import type { CreditorId } from "../../src/domain/values/ids.ts";
import type { Database } from "../../src/store/database.ts";

/** A clock that stands at `now` and whose chance counts up, so that ids differ and sort. */
export function stillClock(now = "2026-03-31T02:00:00Z"): Clock {
  let drawn = 0n;
  return {
    now: () => now as Instant,
    random: () => {
      drawn += 1n;
      return drawn;
    },
  };
}

/** Who may do everything, as the operator at the console. */
export const operator: Actor = {
  name: "operator",
  user: null,
  decidesAs: ROLES,
  permissions: new Set(PERMISSIONS),
  reach: "all",
};

/** Somebody of this name who may do this; a person of no account, as the operator is. */
export const actorNamed = (name: string, permissions: Iterable<Permission>): Actor => ({
  ...operator,
  name,
  permissions: new Set(permissions),
});

type At = { readonly today?: string; readonly actor?: Actor; readonly clock?: Clock };

const todayOf = ({ today }: At): { today?: PlainDate } =>
  today === undefined ? {} : { today: plainDate(today) };

export const sharedTestDesk = (database: Database, at: At = {}): SharedDesk => ({
  database,
  actor: at.actor ?? operator,
  clock: at.clock ?? stillClock(),
  ...todayOf(at),
});

export const testDesk = (database: Database, creditorId: CreditorId, at: At = {}): Desk => ({
  ...sharedTestDesk(database, at),
  creditorId,
});
