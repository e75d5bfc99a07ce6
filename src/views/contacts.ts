/** The people at a customer: who they are, and whom one may call at this moment. */
import { supervises } from "../domain/desk/contact-conduct.ts";
import { judgeFrequency } from "../domain/strategy/conduct-frequency.ts";
import { hourOf, judgeHour, USUAL_CONDUCT } from "../domain/strategy/conduct-hours.ts";
import { mayContact } from "../domain/strategy/conduct-person.ts";
import type { Instant } from "../domain/values/calendar.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { clockAt } from "../domain/values/local-time.ts";
import type { Result } from "../domain/values/result.ts";
import { loadCalendar } from "../store/calendars.ts";
import { listCallsOf, type PersonCalls } from "../store/contact-logs.ts";
import { listPermitted } from "../store/contact-permits.ts";
import {
  type ContactDetail,
  findCustomerDetail,
  listContactDetails,
} from "../store/customer-details.ts";
import { findPolicyInForce } from "../store/policy-in-force.ts";
import type { Sight } from "./look.ts";
import { both } from "./plan-line.ts";

/** A judgement as a button shows it. */
export const canOf = <Refusal>(judged: Result<null, Refusal>): true | Refusal =>
  judged.ok ? true : judged.refusal;

const personOf = ({ role, optedOut, authority }: ContactDetail) => ({
  role,
  optedOut,
  authorised: authority !== null,
});

/** A recorded person with whether one may speak to them at all. */
export function shownContact(contact: ContactDetail) {
  const { authority: id, authorityName, ...rest } = contact;
  return {
    ...rest,
    authority: id === null ? null : { id, fileName: authorityName ?? "" },
    may: canOf(mayContact(personOf(contact))),
  };
}

/** Null when there is no such customer. */
export async function viewContactReach(sight: Sight, customer: CustomerId, now: Instant) {
  const { tx, creditor, today } = sight;
  if ((await findCustomerDetail(tx, creditor.id, customer)) === null) return null;
  const policy = (await findPolicyInForce(tx, creditor.id))?.policy;
  const rules = policy?.conduct ?? USUAL_CONDUCT;
  const calendar = await loadCalendar(tx, creditor.country);
  const time = clockAt(now, creditor.timeZone);
  const where = { day: today, hour: hourOf(time) };
  const contacts = await listContactDetails(tx, creditor.id, customer);
  const calls = await listCallsOf(tx, creditor.id, customer, today);
  const ids = contacts.map(({ id }) => id);
  const permits = await listPermitted(tx, creditor.id, ids, { day: today, time });
  const permitted = new Set(permits.map(({ contact }) => contact));
  return {
    hour: canOf(judgeHour(where, calendar, rules, false)),
    contacts: contacts.map((contact) => {
      const made = callsOf(calls, contact);
      const leave = permitted.has(contact.id);
      const verdicts = [
        mayContact(personOf(contact)),
        judgeHour(where, calendar, rules, leave),
        judgeFrequency(made, rules, null),
      ];
      const against = verdicts.find((judged) => !judged.ok);
      const noNumber = contact.phone === null ? { code: "contact_has_no_number" as const } : true;
      const call = against === undefined || against.ok ? noNumber : against.refusal;
      return {
        id: contact.id,
        call: both(sight.may("contact:log"), call),
        ...made,
        permitted: leave,
      };
    }),
    limits: { connected: rules.connectedADay, attempts: rules.attemptsADay },
    supervises: supervises(sight.decidesAs),
  };
}

function callsOf(calls: readonly PersonCalls[], { id }: ContactDetail) {
  const made = calls.find(({ contact }) => contact === id);
  return { connected: made?.connected ?? 0, attempts: made?.attempts ?? 0 };
}
