/** The scope: whose customers somebody reaches with their roles at a creditor. */
import type { UserId } from "../values/ids.ts";
import { type Permission, permissionsOf, type Role } from "./permission.ts";

export const SCOPES = ["own", "team", "creditor"] as const;
export type Scope = (typeof SCOPES)[number];

/** A role as somebody holds it at one creditor. */
export type Grant = {
  readonly role: Role;
  readonly scope: Scope;
  /** Whether the holder gave it to themselves. */
  readonly byOneself: boolean;
};

/** Everybody's customers, or those that these people own or sell to. */
export type Reach = "all" | readonly UserId[];

/** Who owns what nobody owns: within the reach of those who lead a team and so give it out. */
export const NOBODY = "00000000-0000-0000-0000-000000000000" as UserId;

/** Verbs on the whole book: they count only from a role that reaches the whole creditor. */
export const WHOLE_BOOK: ReadonlySet<Permission> = new Set<Permission>([
  "book:import",
  "plan:run",
  "plan:release_all",
  "outbox:deliver",
  "policy:publish",
  "calendar:import",
  "people:manage",
  "settings:manage",
  "creditor:edit",
  "statement:import",
  "meeting:hold",
]);

/** Decisions on what others ask for: they count only from a role that one did not give oneself. */
export const DECISIONS: ReadonlySet<Permission> = new Set<Permission>([
  "approval:decide",
  "refund:decide",
  "receipt:decide",
  "cash:waive",
  "dispute:close",
]);

/** The widest of these scopes; null where no role is held. */
export function widestScope(held: readonly Scope[]): Scope | null {
  const widest = Math.max(-1, ...held.map((scope) => SCOPES.indexOf(scope)));
  return SCOPES[widest] ?? null;
}

/** The roles in which somebody decides on what others ask for: none they gave themselves. */
export const decidingRoles = (grants: readonly Grant[]): readonly Role[] => [
  ...new Set(grants.filter(({ byOneself }) => !byOneself).map(({ role }) => role)),
];

/** What the roles allow: each permission from those roles in which it counts. */
export function permissionsHeld(grants: readonly Grant[]): ReadonlySet<Permission> {
  const counts = (permission: Permission, { scope, byOneself }: Grant): boolean =>
    !(WHOLE_BOOK.has(permission) && scope !== "creditor") &&
    !(DECISIONS.has(permission) && byOneself);
  return new Set(
    grants.flatMap((grant) =>
      [...permissionsOf([grant.role])].filter((permission) => counts(permission, grant)),
    ),
  );
}

/** Somebody's own scope and teams at one creditor. */
export type Standing = {
  readonly user: UserId;
  /** Null: they hold no role here (any more). */
  readonly scope: Scope | null;
  /** The members of the teams they are in. */
  readonly members: readonly UserId[];
  readonly leads: boolean;
};

function ownReach({ user, scope, members, leads }: Standing): Reach {
  if (scope === "creditor") return "all";
  if (scope !== "team") return [user];
  return [user, ...members, ...(leads ? [NOBODY] : [])];
}

/**
 * Whose customers somebody reaches: their own reach, and that of each person they substitute today
 * (never those people's roles, nor whom those in turn substitute). Customers without owner are
 * reached by who leads a team: somebody must give them out, and nobody else has a reason to look.
 */
export function reachOf(who: Standing, substituted: readonly Standing[]): Reach {
  const users = new Set<UserId>();
  for (const standing of [who, ...substituted]) {
    const reach = ownReach(standing);
    if (reach === "all") return "all";
    for (const user of reach) users.add(user);
  }
  return [...users];
}
