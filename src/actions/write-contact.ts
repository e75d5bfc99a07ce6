/** Writes an entry into the contact log, inside a transaction that has locked the customer. */
import {
  type FreePerson,
  judgeWithWhom,
  type OutsideRule,
  outsideRules,
  type WithWhomRefusal,
} from "../domain/desk/contact-conduct.ts";
import {
  type ContactChannel,
  type ContactMore,
  type ContactOffer,
  type ContactRefusal,
  type JudgedContact,
  judgeContact,
} from "../domain/desk/contact-log.ts";
import { type HourRefusal, hourOf, judgeHour } from "../domain/strategy/conduct-hours.ts";
import { mayContact } from "../domain/strategy/conduct-person.ts";
import type { Instant } from "../domain/values/calendar.ts";
import type {
  AttachmentId,
  ContactId,
  ContactLogId,
  CustomerId,
  PlanStepId,
} from "../domain/values/ids.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { countCalls, findContactLog, insertContactLog } from "../store/contact-logs.ts";
import { findPermit } from "../store/contact-permits.ts";
import { type ContactDetail, listContactDetails } from "../store/customer-details.ts";
import type { Context } from "./action.ts";
import { type BindAttachmentsRefusal, bindAttachments } from "./bind-attachments.ts";
import { type ConductDesk, type LocalTime, loadConduct, localTime } from "./conduct-desk.ts";

export type WrittenContact = ContactOffer &
  ContactMore & {
    readonly customer: CustomerId;
    /** The task that is done by this; null: nobody planned it. */
    readonly step: PlanStepId | null;
    readonly contact: ContactId | null;
    /** Without a contact: whoever of the customer is usually spoken to, a clerk first. */
    readonly usual?: boolean;
    readonly channel: ContactChannel;
    /** Somebody who is named but not recorded: refused. */
    readonly person?: FreePerson | null;
    readonly attachments?: readonly AttachmentId[];
  };

export type WriteRefusal =
  | ContactRefusal
  | WithWhomRefusal
  | HourRefusal
  | BindAttachmentsRefusal
  | { readonly code: "contact_entry_not_found" }
  | { readonly code: "contact_entry_corrected" };

export type Written = { readonly id: ContactLogId; readonly outside: readonly OutsideRule[] };

/** A recorded person as the rules of conduct see them. */
export const personOf = ({ id, role, optedOut, authority }: ContactDetail) => ({
  id,
  role,
  optedOut,
  authorised: authority !== null,
});

/**
 * The log must be true: an hour or a number of calls beyond the rules is written down as such.
 * Refused are people one may not speak to, a call-back planned for an hour that isn't ours, and
 * a correction of what is not this customer's or is corrected already.
 */
export async function writeContact(
  context: Context,
  entry: WrittenContact,
): Promise<Result<Written, WriteRefusal>> {
  const { tx, creditorId, today, now, actor, newId } = context;
  const judged = judgeContact(entry, today, now);
  if (!judged.ok) return judged;
  const before = await judgeCorrected(context, entry.customer, judged.value.corrects);
  if (!before.ok) return before;
  // an entry that puts another right happened when that one did, unless the writer says otherwise
  const said = { ...judged.value, happenedAt: judged.value.happenedAt ?? before.value };
  const known = await listContactDetails(tx, creditorId, entry.customer);
  const { channel, person = null } = entry;
  const contact = entry.contact ?? (entry.usual === true ? usualContact(known) : null);
  const { direction, outcome } = said;
  const whom = judgeWithWhom({ contact, person, channel, direction, outcome }, known.map(personOf));
  if (!whom.ok) return whom;
  const desk = await loadConduct(context);
  const fits = judgeCallBack(desk, said);
  if (!fits.ok) return fits;
  const phone = known.find(({ id }) => id === contact)?.phone ?? null;
  const numberCalled = channel === "call" ? (said.numberCalled ?? phone) : null;
  const where = localTime(context, desk, said.happenedAt);
  const outside = await outsideOf(
    context,
    desk,
    { ...entry, contact },
    { ...said, numberCalled, where },
  );
  const id = newId<ContactLogId>();
  await insertContactLog(tx, creditorId, {
    ...said,
    id,
    customer: entry.customer,
    planStep: entry.step,
    contact,
    channel,
    numberCalled,
    day: where.day,
    at: now,
    outside,
    writtenBy: actor.name,
    writtenById: actor.user,
  });
  const bound = await bindAttachments(context, entry.customer, entry.attachments ?? [], {
    subject: "contact_log",
    subjectId: id,
  });
  return bound.ok ? ok({ id, outside }) : bound;
}

/** The first of those listed whom one may speak to; the list begins with the clerks. */
const usualContact = (known: readonly ContactDetail[]): ContactId | null =>
  known.find((one) => mayContact(personOf(one)).ok)?.id ?? null;

function judgeCallBack(
  { calendar, rules }: ConductDesk,
  { followUpOn, followUpAt }: JudgedContact,
): Result<null, WriteRefusal> {
  if (followUpOn === null || followUpAt === null) return ok(null);
  return judgeHour({ day: followUpOn, hour: hourOf(followUpAt) }, calendar, rules, false);
}

/** When the entry that is put right happened; null where none is. */
async function judgeCorrected(
  { tx, creditorId }: Context,
  customer: CustomerId,
  corrects: ContactLogId | null,
): Promise<Result<Instant | null, WriteRefusal>> {
  if (corrects === null) return ok(null);
  const before = await findContactLog(tx, creditorId, customer, corrects);
  if (before === null) return refuse({ code: "contact_entry_not_found" });
  return before.corrected ? refuse({ code: "contact_entry_corrected" }) : ok(before.at);
}

type Said = JudgedContact & { readonly where: LocalTime };

async function outsideOf(
  { tx, creditorId }: Context,
  { calendar, rules }: ConductDesk,
  { customer, contact, channel }: WrittenContact,
  { direction, numberCalled, where, corrects }: Said,
): Promise<readonly OutsideRule[]> {
  const call = { customer, contact, number: numberCalled, day: where.day, without: corrects };
  const made = await countCalls(tx, creditorId, call);
  const permit = contact && (await findPermit(tx, creditorId, { contact, ...where }));
  const permitted = permit !== null;
  return outsideRules({ ...where, channel, direction, made, permitted }, calendar, rules);
}
