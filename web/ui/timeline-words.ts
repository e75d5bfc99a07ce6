/** An event of a customer's timeline as a title, a text below it, and an icon. */
import type { Reason, WireMoney } from "../../src/contract/scalars.ts";
import type { TimelineEvent } from "../../src/contract/timeline.ts";
import { named } from "../words/named.ts";
import { whoIs } from "../words/who.ts";
import type { Words } from "../words/zh.ts";
import { amountWithCurrency } from "./amount.tsx";
import { caseWords } from "./case-timeline.ts";
import { contactWords, visitWords } from "./contact-timeline.ts";
import type { IconName } from "./icon.tsx";
import { holdEndedWords, holdWords, judgedWords, takenWords } from "./promise-timeline.ts";
import { reasonSentence } from "./reason.ts";

export type EventWords = {
  readonly title: string;
  readonly text: string | null;
  readonly icon: IconName;
  /** The group people filter the timeline by. */
  readonly group: keyof Words["customer"]["timelineKinds"];
};

type Kind = TimelineEvent["kind"];
type EventOf<Name extends Kind> = Extract<TimelineEvent, { kind: Name }>;
type Say = { readonly [Name in Kind]: (words: Words, event: EventOf<Name>) => EventWords };

const joined = (parts: readonly (string | null)[]): string | null => {
  const said = parts.filter((part) => part !== null && part !== "");
  return said.length === 0 ? null : said.join(" · ");
};

const sums = (amounts: readonly WireMoney[]): string => amounts.map(amountWithCurrency).join(" + ");

const byWhom = (words: Words, by: string | null): string | null =>
  by && words.customer.by(whoIs(words, by));

/** The first of its reasons. */
const saidWhy = (words: Words, because: readonly Reason[]): string | null => {
  const [first] = because;
  return first === undefined ? null : reasonSentence(words, first, (key) => key);
};

const SAY: Say = {
  message: ({ customer, terms }, event) => ({
    title: customer.events.message(
      named(terms.templates, event.template),
      named(terms.channels, event.channel),
    ),
    text: joined([
      event.number,
      customer.to(event.recipient),
      named(terms.messageStates, event.state),
    ]),
    icon: event.channel === "letter" ? "letter" : "email",
    group: "message",
  }),
  contact: contactWords,
  case: caseWords,
  visit: visitWords,
  promise_taken: takenWords,
  promise_judged: judgedWords,
  dispute_opened: (words, event) => ({
    title: words.customer.events.disputeOpened(
      event.item,
      amountWithCurrency(event.amount),
      named(words.terms.disputeReasons, event.reason),
    ),
    text: joined([
      event.note,
      event.department &&
        words.disputes.eventTo(named(words.departments, event.department), event.answerBy),
      byWhom(words, event.by),
    ]),
    icon: "dispute",
    group: "agreed",
  }),
  dispute_answered: (words, event) => ({
    title: words.disputes.timeline.answered(event.item),
    text: joined([event.said, byWhom(words, event.by)]),
    icon: "dispute",
    group: "agreed",
  }),
  dispute_rerouted: (words, event) => ({
    title: words.disputes.timeline.rerouted(
      event.item,
      named(words.departments, event.department ?? ""),
    ),
    text: joined([event.said, byWhom(words, event.by)]),
    icon: "dispute",
    group: "agreed",
  }),
  dispute_split: (words, event) => ({
    title: words.disputes.timeline.split(event.item, amountWithCurrency(event.amount)),
    text: joined([event.said, byWhom(words, event.by)]),
    icon: "dispute",
    group: "agreed",
  }),
  dispute_reopened: (words, event) => ({
    title: words.disputes.timeline.reopened(event.item, amountWithCurrency(event.amount)),
    text: joined([event.said, byWhom(words, event.by)]),
    icon: "dispute",
    group: "agreed",
  }),
  dispute_closed: (words, event) => ({
    title: words.customer.events.disputeClosed(
      event.item,
      named(words.terms.disputeOutcomes, event.outcome),
    ),
    text: joined([
      amountWithCurrency(event.amount),
      event.creditNumber && words.disputes.timeline.credit(event.creditNumber),
      event.said,
      byWhom(words, event.by),
    ]),
    icon: "dispute",
    group: "agreed",
  }),
  complaint_logged: (words, event) => ({
    title: words.disputes.timeline.complaint(
      named(words.disputes.complaints.kinds, event.complaint),
    ),
    text: joined([event.said, byWhom(words, event.by)]),
    icon: "dispute",
    group: "other",
  }),
  complaint_closed: (words, event) => ({
    title: words.disputes.timeline.complaintClosed(
      named(words.disputes.complaints.outcomes, event.outcome),
    ),
    text: joined([event.answer, event.measures, byWhom(words, event.by)]),
    icon: "dispute",
    group: "other",
  }),
  hold_placed: holdWords,
  owner_changed: (words, event) => ({
    title: words.customer.events.ownerChanged(event.which, event.from, event.to),
    text: joined([event.reason, words.customer.by(whoIs(words, event.by))]),
    icon: "person",
    group: "other",
  }),
  hold_ended: holdEndedWords,
  document: ({ customer, terms }, event) => ({
    title: customer.events.document(
      terms.itemKinds[event.documentKind],
      event.number,
      amountWithCurrency(event.amount),
    ),
    text: event.dueOn && customer.dueOn(event.dueOn),
    icon: event.documentKind === "receipt" ? "money" : "file",
    group: "document",
  }),
  cash_applied: (words, event) => ({
    title: words.customer.events.cashApplied(event.receipt, sums(event.amounts)),
    text: joined([event.items.join(" "), words.customer.by(whoIs(words, event.by))]),
    icon: "money",
    group: "money",
  }),
  application_undone: (words, event) => ({
    title: words.customer.events.applicationUndone(event.receipt, sums(event.amounts)),
    text: joined([event.reason, event.by && words.customer.by(whoIs(words, event.by))]),
    icon: "money",
    group: "money",
  }),
  payment_returned: (words, event) => ({
    title: words.customer.events.paymentReturned(
      event.receipt,
      amountWithCurrency(event.amount),
      named(words.terms.returnKinds, event.returnKind),
    ),
    text: joined([event.reason, words.customer.by(whoIs(words, event.by))]),
    icon: "money",
    group: "money",
  }),
  refund: (words, event) => ({
    title: words.customer.events.refund(
      event.receipt,
      amountWithCurrency(event.amount),
      named(words.terms.refundStates, event.state),
    ),
    text: joined([event.reason, event.by && words.customer.by(whoIs(words, event.by))]),
    icon: "money",
    group: "money",
  }),
  bill: ({ customer, terms }, event) => ({
    title: customer.events.bill(
      event.number,
      amountWithCurrency(event.amount),
      named(terms.billStates, event.state),
    ),
    text: customer.dueOn(event.maturesOn),
    icon: "money",
    group: "money",
  }),
  desk_task: (words, event) => ({
    title: words.deskEvents.task(event),
    text: joined([
      event.state === "open" ? words.deskEvents.due(event.dueOn) : event.outcome,
      event.state === "open" ? saidWhy(words, event.because) : null,
      byWhom(words, event.by),
    ]),
    icon: event.taskKind === "escalation" ? "warning" : "review",
    group: "other",
  }),
  approval: (words, event) => ({
    title: words.deskEvents.approval(event, event.amount && amountWithCurrency(event.amount)),
    text: joined([event.reason, byWhom(words, event.by)]),
    icon: "check",
    group: "agreed",
  }),
  agreement: (words, event) => ({
    title: words.agreementEvents.title(event.agreementKind, event.event, event.number),
    text: joined([saidWhy(words, event.because), byWhom(words, event.by)]),
    icon: "promise",
    group: "agreed",
  }),
  debtor_level: (words, event) => ({
    title: words.deskEvents.debtorLevel(event.to),
    text: saidWhy(words, event.because),
    icon: "person",
    group: "other",
  }),
  step_dropped: (words, event) => ({
    title: words.customer.events.dropped(event.step),
    text: joined([event.reason, event.by && words.customer.by(whoIs(words, event.by))]),
    icon: "close",
    group: "other",
  }),
};

/** The kinds differ in shape; the table above has the one that fits each. */
export function eventWords(words: Words, event: TimelineEvent): EventWords {
  const say = SAY[event.kind] as (words: Words, event: TimelineEvent) => EventWords;
  return say(words, event);
}
