/** Who at the customer a message goes to: the role the step asks for, else the next best. */
import type { ContactId } from "../values/ids.ts";

export const CONTACT_ROLES = [
  "clerk",
  "finance_head",
  "procurement",
  "management",
  "legal_rep",
  "mailroom",
] as const;

export type ContactRole = (typeof CONTACT_ROLES)[number];

export type Recipient = {
  readonly id: ContactId;
  readonly name: string;
  readonly role: ContactRole;
  readonly email: string | null;
  readonly optedOut: boolean;
};

/** From the person who pays to the person who answers for it. */
const LADDER: readonly ContactRole[] = [
  "clerk",
  "finance_head",
  "procurement",
  "management",
  "legal_rep",
  "mailroom",
];

/**
 * The person with an e-mail address who stands nearest to the role asked for: that role, then
 * those above it, then those below. Who opted out is never written to (PIPL 15, 47). Null: nobody
 * can be reached by mail, and the message goes as a letter.
 */
export function chooseRecipient(
  contacts: readonly Recipient[],
  asked: ContactRole,
): Recipient | null {
  const from = LADDER.indexOf(asked);
  const order = [...LADDER.slice(from), ...LADDER.slice(0, from).toReversed()];
  const reachable = contacts.filter(({ email, optedOut }) => email !== null && !optedOut);
  for (const role of order) {
    const found = reachable
      .filter((contact) => contact.role === role)
      .sort((left, right) => (left.id < right.id ? -1 : 1))[0];
    if (found !== undefined) return found;
  }
  return null;
}
