/** Who at the customer a message goes to: the role the step asks for, else the next best. */
import type { ContactId } from "../values/ids.ts";
import type { ContactRole } from "./policy.ts";
import { CONTACT_ROLES } from "./policy-choices.ts";

export type Recipient = {
  readonly id: ContactId;
  readonly name: string;
  readonly role: ContactRole;
  readonly email: string | null;
  readonly optedOut: boolean;
};

/**
 * The person with an e-mail address whose role comes first among those the step asks for, then
 * anybody else at the customer, from the clerk upwards. Who opted out is never written to (PIPL
 * 15, 47). Null: nobody can be reached by mail, and the message goes as a letter.
 */
export function chooseRecipient(
  contacts: readonly Recipient[],
  asked: readonly ContactRole[],
): Recipient | null {
  const reachable = contacts.filter(({ email, optedOut }) => email !== null && !optedOut);
  for (const role of new Set([...asked, ...CONTACT_ROLES])) {
    const found = reachable
      .filter((contact) => contact.role === role)
      .sort((left, right) => (left.id < right.id ? -1 : 1))[0];
    if (found !== undefined) return found;
  }
  return null;
}
