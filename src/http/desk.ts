/** From a request to the desk at which its sender works: session, creditor, permissions. */

import type { ResetRecipient } from "../actions/ask-password-reset.ts";
import type { Clock, Desk, SharedDesk } from "../actions/perform.ts";
import type { PolicyText } from "../actions/publish-policy.ts";
import type { Endpoint } from "../contract/endpoint.ts";
import type { Permission } from "../domain/desk/permission.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { findAccess, type SeenCreditor, viewMe } from "../views/people.ts";
import type { Session, SignIn } from "./sign-in.ts";

/** What the server needs of the house. */
export type House = {
  readonly database: SharedDesk["database"];
  readonly clock: Clock;
  readonly signIn: SignIn;
  readonly version: string;
  /** Whether letters leave by SMTP, or are only laid into a folder. */
  readonly mail: "smtp" | "folder";
  /** The token that start printed; null once somebody can sign in. */
  readonly firstRunToken: string | null;
  /** The policy a new creditor starts with. */
  readonly standardPolicy: PolicyText;
  /** Mails the link that sets a password anew; answers at once, and what fails is logged. */
  mailReset(to: NonNullable<ResetRecipient>, token: string): void;
  /** Tells the worker that messages wait; answers at once. */
  deliverSoon(): void;
  /** Where the built web application lies. */
  readonly webFolder: string;
  /** Host names the server answers to; null: any. */
  readonly hosts: ReadonlySet<string> | null;
  /** A day other than the clock's, for the demo and tests. */
  readonly today?: PlainDate;
};

export type DeskRefusal =
  | { readonly code: "not_signed_in" }
  | { readonly code: "creditor_not_found" }
  | { readonly code: "not_permitted"; readonly permission: Permission };

const todayOf = (house: House) => (house.today === undefined ? {} : { today: house.today });

/** The house's own desk: for what happens before anybody is known. */
export const houseDesk = (house: House, permissions: readonly Permission[]): SharedDesk => ({
  database: house.database,
  clock: house.clock,
  actor: {
    name: "house",
    user: null,
    decidesAs: [],
    permissions: new Set(permissions),
    reach: "all",
  },
  ...todayOf(house),
});

/** Who sent this request; refused when nobody signed in. */
export async function findSigned(
  house: House,
  headers: Headers,
): Promise<Result<Session, DeskRefusal>> {
  const session = await house.signIn.findSession(headers);
  return session === null ? refuse({ code: "not_signed_in" }) : ok(session);
}

/**
 * The desk of a creditor, refused without the endpoint's permission. A creditor at which the user
 * has no role looks like one that does not exist, so that codes cannot be guessed.
 */
export async function openDesk(
  house: House,
  session: Session,
  code: string,
  access: Endpoint["access"],
): Promise<Result<Desk & { readonly creditorCode: string }, DeskRefusal>> {
  const { database, clock } = house;
  const found = await findAccess(database, session.user, code, clock.now(), house.today);
  if (found === null) return refuse({ code: "creditor_not_found" });
  const { creditorId, permissions, decidesAs, name, reach } = found;
  if (access !== "public" && access !== "signed_in" && !permissions.has(access)) {
    return refuse({ code: "not_permitted", permission: access });
  }
  return ok({
    database: database.within(reach),
    clock,
    creditorId,
    creditorCode: code,
    actor: { name, user: session.user, decidesAs, permissions, reach },
    ...todayOf(house),
  });
}

export type Me = {
  readonly user: NonNullable<Awaited<ReturnType<typeof viewMe>>>["user"];
  readonly creditors: readonly SeenCreditor[];
  readonly mail: House["mail"];
  readonly version: string;
};

/** The user with the creditors they see; null when the user is gone. */
export async function findMe(house: House, user: Session["user"]): Promise<Me | null> {
  const seen = await viewMe(house.database, user, house.clock.now(), house.today);
  return seen === null ? null : { ...seen, mail: house.mail, version: house.version };
}
