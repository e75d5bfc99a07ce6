/** A customer's timeline: everything that happened, latest first. */
import { businessDay, type Instant, type PlainDate } from "../domain/values/calendar.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { money } from "../domain/values/money.ts";
import { type ItemDetail, listLatestItems } from "../store/customer-items.ts";
import type { HoldDetail } from "../store/hold-rows.ts";
import type { PromiseLine } from "../store/promise-rows.ts";
import {
  listContactEvents,
  listDroppedSteps,
  listMessageEvents,
  type MessageEvent,
} from "../store/timelines.ts";
import { viewAgreementEvents } from "./agreement-events.ts";
import { viewCaseEvents } from "./case-events.ts";
import { viewDeskEvents } from "./desk-events.ts";
import { viewDisputeEvents } from "./dispute-events.ts";
import type { Sight } from "./look.ts";
import { viewMoneyEvents } from "./money-events.ts";
import { viewOwnerEvents } from "./owner-events.ts";
import { viewPromiseEvents } from "./promise-events.ts";
import { viewVisitEvents } from "./visit-events.ts";

const LIMIT = 200;

export type Standing = {
  readonly holds: readonly HoldDetail[];
  readonly promises: { readonly lines: readonly PromiseLine[] };
};

type When = { readonly day: PlainDate; readonly at: Instant | null; readonly id: string };

/** The latest two hundred events. */
export async function viewTimeline(sight: Sight, customer: CustomerId, standing: Standing) {
  const { tx, creditor, today } = sight;
  const messages = await listMessageEvents(tx, creditor.id, customer, LIMIT);
  const contacts = await listContactEvents(tx, creditor.id, customer, LIMIT);
  const dropped = await listDroppedSteps(tx, creditor.id, customer, LIMIT);
  const items = await listLatestItems(tx, creditor.id, customer, LIMIT);
  return [
    ...messages.map((message) => messageEvent(message, creditor.timeZone)),
    ...contacts.map((contact) => ({ kind: "contact" as const, ...contact })),
    ...dropped.map((step) => ({ kind: "step_dropped" as const, ...step })),
    ...items.map(documentEvent),
    ...(await viewMoneyEvents(sight, customer, LIMIT)),
    ...(await viewVisitEvents(sight, customer, LIMIT)),
    ...(await viewAgreementEvents(sight, customer, LIMIT)),
    ...(await viewCaseEvents(sight, customer)),
    ...(await viewDeskEvents(sight, customer, LIMIT)),
    ...(await viewOwnerEvents(sight, customer, LIMIT)),
    ...(await viewPromiseEvents(sight, customer, standing.promises.lines, LIMIT)),
    ...(await viewDisputeEvents(sight, customer, LIMIT)),
    ...standing.holds.flatMap((hold) => holdEvents(hold, today)),
  ]
    .filter(({ day }) => day <= today)
    .sort(latestFirst)
    .slice(0, LIMIT);
}

/** By day, then by the moment where one is known: what has none stands below what has. */
function latestFirst(left: When, right: When): number {
  if (left.day !== right.day) return left.day < right.day ? 1 : -1;
  const [leftAt, rightAt] = [left.at ?? "", right.at ?? ""];
  if (leftAt !== rightAt) return leftAt < rightAt ? 1 : -1;
  return left.id < right.id ? 1 : -1;
}

function messageEvent(message: MessageEvent, timeZone: string) {
  const { id, number, channel, template, state, subject, letter, queuedAt, sentAt } = message;
  const at = sentAt ?? queuedAt;
  return {
    kind: "message" as const,
    id,
    day: businessDay(at, timeZone),
    at,
    number,
    channel,
    template,
    state,
    subject,
    recipient: message.recipientName ?? message.recipientAddress,
    letter,
  };
}

function documentEvent({ id, kind, number, issuedOn, dueOn, amount, currency }: ItemDetail) {
  return {
    kind: "document" as const,
    id,
    day: issuedOn,
    at: null,
    documentKind: kind,
    number,
    amount: money(amount, currency),
    dueOn,
  };
}

function holdEvents(hold: HoldDetail, today: PlainDate) {
  const { id, kind: holdKind, reason, from, until, itemNumber: item, groupName: group } = hold;
  const what = { holdKind, reason, item, group };
  const placed = { kind: "hold_placed" as const, id, day: from, at: hold.placedAt };
  const ended = { kind: "hold_ended" as const, id, at: hold.liftedAt };
  return [
    { ...placed, ...what, until, by: hold.placedBy },
    ...(until === null || until > today
      ? []
      : [{ ...ended, ...what, day: until, liftReason: hold.liftReason, by: hold.liftedBy }]),
  ];
}
