/** The contact log and the rules of conduct: with whom, and what of it went beyond the rules. */
import {
  type CallsMade,
  type FrequencyRefusal,
  judgeFrequency,
} from "../strategy/conduct-frequency.ts";
import {
  type ConductRules,
  type HourRefusal,
  judgeHour,
  type LocalHour,
} from "../strategy/conduct-hours.ts";
import {
  FORBIDDEN_ROLES,
  type ForbiddenRole,
  mayContact,
  type Person,
  type PersonRefusal,
  type PersonRole,
} from "../strategy/conduct-person.ts";
import type { WorkCalendar } from "../values/calendar.ts";
import type { ContactId } from "../values/ids.ts";
import { ok, type Result, refuse } from "../values/result.ts";
import { type ContactChannel, type Direction, isSpoken, type Outcome } from "./contact-log.ts";
import type { Role } from "./permission.ts";

export type KnownPerson = Person & { readonly id: ContactId };

/** A person who is named but not recorded, with what the writer says they are. */
export type FreePerson = {
  readonly name: string;
  readonly role: PersonRole | ForbiddenRole | null;
};

export type WithWhom = {
  readonly contact: ContactId | null;
  readonly person: FreePerson | null;
  readonly channel: ContactChannel;
  readonly direction: Direction;
  readonly outcome: Outcome;
};

export type WithWhomRefusal =
  | PersonRefusal
  | { readonly code: "contact_not_found" }
  | { readonly code: "contact_not_recorded"; readonly name: string }
  | { readonly code: "contact_unnamed" };

/**
 * With whom an entry says it was: a recorded contact whom one may speak to; who calls us may have
 * opted out. Refused: somebody who is not recorded (with the rule, where that person never may
 * be), and nobody at all where somebody spoke and the customer has people to choose from.
 */
export function judgeWithWhom(
  { contact, person, channel, direction, outcome }: WithWhom,
  known: readonly KnownPerson[],
): Result<null, WithWhomRefusal> {
  if (person !== null) return refuseFree(person);
  if (contact === null) {
    const someone = known.some((one) => mayContact(one).ok);
    return someone && isSpoken(channel, outcome) ? refuse({ code: "contact_unnamed" }) : ok(null);
  }
  const found = known.find(({ id }) => id === contact);
  if (found === undefined) return refuse({ code: "contact_not_found" });
  return mayContact(direction === "in" ? { ...found, optedOut: false } : found);
}

function refuseFree({ name, role }: FreePerson): Result<null, WithWhomRefusal> {
  const forbidden = FORBIDDEN_ROLES.some((one) => one === role);
  if (role !== null && forbidden) {
    const judged = mayContact({ role, optedOut: false, authorised: false });
    if (!judged.ok) return judged;
  }
  return refuse({ code: "contact_not_recorded", name });
}

export type OutsideRule = HourRefusal | FrequencyRefusal;

export type ContactFacts = LocalHour & {
  readonly channel: ContactChannel;
  readonly direction: Direction;
  readonly made: CallsMade;
  /** Whether an approval covers this person at this moment. */
  readonly permitted: boolean;
};

const DISTURBING: ReadonlySet<ContactChannel> = new Set(["call", "message", "visit"]);

/**
 * What of a contact that has happened went beyond the rules. The log must be true, so it is never
 * refused for that; the entry says so instead. Who called us, and a meeting both sides agreed on,
 * go beyond none.
 */
export function outsideRules(
  facts: ContactFacts,
  calendar: WorkCalendar,
  rules: ConductRules,
): readonly OutsideRule[] {
  if (facts.direction === "in" || !DISTURBING.has(facts.channel)) return [];
  const hour = judgeHour(facts, calendar, rules, facts.permitted);
  const often = facts.channel === "call" ? judgeFrequency(facts.made, rules, null) : ok(null);
  return [hour, often].flatMap((judged) => (judged.ok ? [] : [judged.refusal]));
}

const SUPERVISORS: readonly Role[] = ["senior_collector", "credit_manager", "legal", "executive"];

/** Whether somebody may let one call more happen: a senior or higher, by a role given by others. */
export const supervises = (roles: readonly Role[]): boolean =>
  roles.some((role) => SUPERVISORS.includes(role));
