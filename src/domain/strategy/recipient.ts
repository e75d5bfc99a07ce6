/** Who at the customer a message goes to: the role the step asks for, else the next best. */
import type { ContactId } from "../values/ids.ts";
import type { ContactRole } from "./policy.ts";
import { CONTACT_ROLES } from "./policy-choices.ts";
import type { DebtorLevel } from "./policy-escalation.ts";

export type Recipient = {
  readonly id: ContactId;
  readonly name: string;
  readonly role: ContactRole;
  readonly email: string | null;
  readonly optedOut: boolean;
};

/** How high a role stands at the customer, as the ladder at the debtor climbs; others are below. */
const HEIGHT: Partial<Readonly<Record<string, number>>> = {
  finance_head: 1,
  management: 1,
  legal_rep: 2,
};
const heightOf = (role: string): number => HEIGHT[role] ?? 0;

/** Roles in the order in which somebody is looked for: from the level up, then back down. */
function inOrder(asked: readonly ContactRole[], level: DebtorLevel): readonly ContactRole[] {
  const isHigh = (role: ContactRole) => heightOf(role) >= heightOf(level);
  const low = CONTACT_ROLES.filter((role) => !isHigh(role));
  return [
    ...asked.filter(isHigh),
    ...CONTACT_ROLES.filter(isHigh),
    ...low.toSorted((left, right) => heightOf(right) - heightOf(left)),
  ];
}

/**
 * The person with an e-mail address whose role comes first among those the step asks for, then
 * anybody else at the customer, from the clerk upwards; nobody below the level that the case has
 * reached at the customer, unless no one else is recorded. Who opted out is never written to (PIPL
 * 15, 47). Null: nobody can be reached by mail, and the message goes as a letter.
 */
export function chooseRecipient(
  contacts: readonly Recipient[],
  asked: readonly ContactRole[],
  level: DebtorLevel = "clerk",
): Recipient | null {
  const reachable = contacts.filter(({ email, optedOut }) => email !== null && !optedOut);
  for (const role of new Set(inOrder(asked, level))) {
    const found = reachable
      .filter((contact) => contact.role === role)
      .sort((left, right) => (left.id < right.id ? -1 : 1))[0];
    if (found !== undefined) return found;
  }
  return null;
}
