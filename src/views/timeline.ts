/** A customer's timeline: everything that happened, latest first. */
import { businessDay, type Instant, type PlainDate } from "../domain/values/calendar.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { money } from "../domain/values/money.ts";
import { type ItemDetail, listLatestItems } from "../store/customer-items.ts";
import type { DisputeDetail, HoldDetail, PromiseDetail } from "../store/customer-standing.ts";
import {
  listContactEvents,
  listDroppedSteps,
  listMessageEvents,
  type MessageEvent,
} from "../store/timelines.ts";
import type { Sight } from "./look.ts";
import { viewMoneyEvents } from "./money-events.ts";

const LIMIT = 200;

export type Standing = {
  readonly holds: readonly HoldDetail[];
  readonly disputes: readonly DisputeDetail[];
  readonly promises: readonly PromiseDetail[];
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
    ...standing.promises.flatMap(promiseEvents),
    ...standing.disputes.flatMap(disputeEvents),
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

function promiseEvents(promise: PromiseDetail) {
  const { id, payOn, takenOn, takenFrom, state, judgedOn } = promise;
  const amount = money(promise.amount, promise.currency);
  const taken = { kind: "promise_taken" as const, id, day: takenOn, at: null };
  const judged = { kind: "promise_judged" as const, id, at: null, amount, payOn, state };
  return [
    { ...taken, amount, payOn, takenFrom },
    ...(judgedOn === null ? [] : [{ ...judged, day: judgedOn }]),
  ];
}

function disputeEvents(dispute: DisputeDetail) {
  const { id, itemNumber: item, reason, note, openedOn, closedOn, outcome } = dispute;
  const amount = money(dispute.amount, dispute.currency);
  const opened = { kind: "dispute_opened" as const, id, day: openedOn, at: null };
  const closed = { kind: "dispute_closed" as const, id, at: null, amount, item };
  return [
    { ...opened, amount, item, reason, note },
    ...(closedOn === null ? [] : [{ ...closed, day: closedOn, outcome: outcome ?? "" }]),
  ];
}

function holdEvents(hold: HoldDetail, today: PlainDate) {
  const { id, kind: holdKind, reason, from, until, itemNumber: item } = hold;
  const placed = { kind: "hold_placed" as const, id, day: from, at: null };
  const ended = { kind: "hold_ended" as const, id, at: null, holdKind, reason };
  return [
    { ...placed, holdKind, reason, until, item },
    ...(until === null || until > today ? [] : [{ ...ended, day: until }]),
  ];
}
