/** The one door for reading: an unmoving picture of the store, on one business day. */
import type { Permission, Role } from "../domain/desk/permission.ts";
import type { Reach } from "../domain/desk/scope.ts";
import { businessDay, type Instant, type PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, UserId } from "../domain/values/ids.ts";
import { assert } from "../domain/values/result.ts";
import { type Creditor, findCreditor } from "../store/creditors.ts";
import type { Database } from "../store/database.ts";
import type { Executor } from "../store/sql.ts";

/** Where somebody looks from: one creditor's book, with what they may do there. */
export type LookOut = {
  readonly database: Database;
  readonly creditorId: CreditorId;
  readonly actor: {
    readonly name: string;
    readonly user: UserId | null;
    readonly decidesAs: readonly Role[];
    readonly permissions: ReadonlySet<Permission>;
    readonly reach: Reach;
  };
  readonly clock: { now(): Instant };
  readonly today?: PlainDate;
};

/** What every view gets. */
export type Sight = {
  readonly tx: Executor;
  readonly creditor: Creditor;
  readonly today: PlainDate;
  readonly now: Instant;
  /** Who looks: what is one's own may be shown otherwise. */
  readonly viewer: string;
  /** Null: nobody with an account. */
  readonly user: UserId | null;
  /** The roles in which they decide on what others ask for. */
  readonly decidesAs: readonly Role[];
  /** Whose customers they see; the database shows no others. */
  readonly reach: Reach;
  readonly may: (permission: Permission) => true | NotPermitted;
};

export type NotPermitted = { readonly code: "not_permitted"; readonly permission: Permission };

/** Runs a view in one read-only transaction. The creditor exists: whoever calls has found it. */
export async function look<View>(
  { database, creditorId, actor, clock, today }: LookOut,
  view: (sight: Sight) => Promise<View>,
): Promise<View> {
  const now = clock.now();
  return await database.reading(async (tx) => {
    const creditor = await findCreditor(tx, creditorId);
    assert(creditor !== null, "a view is of a creditor that exists");
    return await view({
      tx,
      creditor,
      viewer: actor.name,
      user: actor.user,
      decidesAs: actor.decidesAs,
      reach: actor.reach,
      today: today ?? businessDay(now, creditor.timeZone),
      now,
      may: (permission) =>
        actor.permissions.has(permission) || { code: "not_permitted", permission },
    });
  }, actor.reach);
}
