/** Contacts and visits in the timeline's words. */
import type { z } from "zod";
import type { ContactEvent, VisitEvent } from "../../src/contract/contact-events.ts";
import { named } from "../words/named.ts";
import { whoIs } from "../words/who.ts";
import type { Words } from "../words/zh.ts";

type Contact = z.infer<typeof ContactEvent>;
type Visit = z.infer<typeof VisitEvent>;

const joined = (parts: readonly (string | null | false)[]): string | null => {
  const said = parts.filter((part) => part !== null && part !== "" && part !== false);
  return said.length === 0 ? null : said.join(" · ");
};

const contactIcon = (channel: string) =>
  channel === "visit"
    ? ("visit" as const)
    : channel === "review"
      ? ("review" as const)
      : ("call" as const);

function followUp({ contactDesk, customer }: Words, event: Contact): string | null {
  if (event.followUpOn === null) return null;
  const when = [event.followUpOn, event.followUpAt].filter((part) => part !== null).join(" ");
  return event.nextStep === null
    ? customer.followUp(when)
    : contactDesk.nextAt(named(contactDesk.nextSteps, event.nextStep), when, null);
}

export function contactWords(words: Words, event: Contact) {
  const { customer, terms, contactDesk } = words;
  const say = event.direction === "in" ? contactDesk.events.contactIn : customer.events.contact;
  const beyond = event.outside.map((code) => named(contactDesk.outsideCodes, code));
  return {
    title: say(named(terms.channels, event.channel), named(terms.outcomes, event.outcome)),
    text: joined([
      event.corrected && contactDesk.corrected,
      event.corrects && contactDesk.correction,
      event.said,
      event.overdueReason && named(terms.overdueReasons, event.overdueReason),
      event.reasonNote,
      event.contact,
      followUp(words, event),
      event.attachments > 0 && contactDesk.attached(event.attachments),
      beyond.length > 0 && `${contactDesk.outside}: ${beyond.join(", ")}`,
      customer.by(whoIs(words, event.by)),
    ]),
    icon: contactIcon(event.channel),
    group: "contact" as const,
  };
}

export function visitWords(words: Words, event: Visit) {
  const { customer, contactDesk } = words;
  const state = contactDesk.visitStates[event.state];
  return {
    title: contactDesk.events.visit(state, event.plannedOn, event.plannedAt),
    text: joined([
      event.place,
      event.purpose,
      contactDesk.withPeople(event.visitors.join(", ")),
      event.said,
      customer.by(whoIs(words, event.by)),
    ]),
    icon: "visit" as const,
    group: "contact" as const,
  };
}
