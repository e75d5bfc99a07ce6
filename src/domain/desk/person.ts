/** The person who signs in: whom an administrator may change, and what keeps a house open. */
import type { UserId } from "../values/ids.ts";
import { ok, type Result, refuse } from "../values/result.ts";

/** Who administers: `everywhere` when that role holds at every creditor. */
export type Administrator = { readonly user: UserId | null; readonly everywhere: boolean };

/** Whom they change. */
export type Administered = {
  readonly user: UserId;
  readonly disabled: boolean;
  /** They hold a role at another creditor, or one that holds at every creditor. */
  readonly beyond: boolean;
};

export type AdministerRefusal = { readonly code: "not_administrator_everywhere" };

/** A role that holds at every creditor is given and taken only by who administers everywhere. */
export const judgeRole = (
  who: Administrator,
  everywhere: boolean,
): Result<null, AdministerRefusal> =>
  everywhere && !who.everywhere ? refuse({ code: "not_administrator_everywhere" }) : ok(null);

/** What touches the whole person (sessions, being disabled) also touches the other creditors. */
export const judgePerson = (
  who: Administrator,
  person: Administered,
): Result<null, AdministerRefusal> => judgeRole(who, person.beyond);

export type DisableRefusal =
  | AdministerRefusal
  | { readonly code: "person_is_oneself" }
  | { readonly code: "person_is_disabled" };

/** Nobody locks themselves out. */
export function judgeDisable(
  who: Administrator,
  person: Administered,
): Result<null, DisableRefusal> {
  if (person.user === who.user) return refuse({ code: "person_is_oneself" });
  return person.disabled ? refuse({ code: "person_is_disabled" }) : judgePerson(who, person);
}

export function judgeEnable(
  who: Administrator,
  person: Administered,
): Result<null, AdministerRefusal | { readonly code: "person_is_not_disabled" }> {
  return person.disabled ? judgePerson(who, person) : refuse({ code: "person_is_not_disabled" });
}

export type LastAdministrator = { readonly code: "last_administrator" };

/** A creditor that had an administrator keeps one: or nobody could ever let anybody in again. */
export function judgeKeptOpen(
  before: readonly string[],
  after: readonly string[],
): Result<null, LastAdministrator> {
  const kept = new Set(after);
  return before.every((creditor) => kept.has(creditor))
    ? ok(null)
    : refuse({ code: "last_administrator" });
}
