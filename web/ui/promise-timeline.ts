/** Promises and holds in the timeline's words. */
import type { TimelineEvent } from "../../src/contract/timeline.ts";
import { named } from "../words/named.ts";
import { whoIs } from "../words/who.ts";
import type { Words } from "../words/zh.ts";
import { amountWithCurrency } from "./amount.tsx";

type EventOf<Kind extends TimelineEvent["kind"]> = Extract<TimelineEvent, { kind: Kind }>;

const joined = (parts: readonly (string | null | false)[]): string | null => {
  const said = parts.filter((part) => part !== null && part !== "" && part !== false);
  return said.length === 0 ? null : said.join(" · ");
};

const byWhom = (words: Words, by: string | null): string | null =>
  by === null ? null : words.customer.by(whoIs(words, by));

export function takenWords(words: Words, event: EventOf<"promise_taken">) {
  const { customer, promiseDesk } = words;
  return {
    title: customer.events.promiseTaken(amountWithCurrency(event.amount), event.payOn),
    text: joined([
      event.renegotiated && promiseDesk.renegotiated,
      event.takenFrom,
      event.channel && named(promiseDesk.channels, event.channel),
      event.note,
      event.overruledReason && promiseDesk.overruled(event.overruledReason),
      byWhom(words, event.by),
    ]),
    icon: "promise" as const,
    group: "agreed" as const,
  };
}

/** A code of the house as a sentence; a person's words as they are. */
export function endReason({ promiseDesk }: Words, reason: string): string {
  const codes: Readonly<Record<string, string>> = promiseDesk.endReasons;
  return Object.hasOwn(codes, reason) ? (codes[reason] ?? reason) : reason;
}

export function judgedWords(words: Words, event: EventOf<"promise_judged">) {
  const { customer, terms, promiseDesk } = words;
  const state = named(terms.promiseStates, event.state);
  return {
    title: customer.events.promiseJudged(amountWithCurrency(event.amount), state),
    text: joined([
      event.came !== null &&
        /[1-9]/.test(event.came.amount) &&
        promiseDesk.came(amountWithCurrency(event.came)),
      event.reason && endReason(words, event.reason),
      byWhom(words, event.by),
    ]),
    icon: "promise" as const,
    group: "agreed" as const,
  };
}

const heldWhat = (words: Words, { item, group }: EventOf<"hold_placed" | "hold_ended">) =>
  group === null ? item : words.promiseDesk.ofGroup(group);

export function holdWords(words: Words, event: EventOf<"hold_placed">) {
  const { customer, terms } = words;
  const kind = named(terms.holdKinds, event.holdKind);
  return {
    title: customer.events.holdPlaced(kind, heldWhat(words, event)),
    text: joined([
      event.reason,
      event.until && customer.until(event.until),
      byWhom(words, event.by),
    ]),
    icon: "pause" as const,
    group: "agreed" as const,
  };
}

export function holdEndedWords(words: Words, event: EventOf<"hold_ended">) {
  const { customer, terms } = words;
  return {
    title: customer.events.holdEnded(named(terms.holdKinds, event.holdKind)),
    text: joined([
      heldWhat(words, event),
      event.liftReason ?? event.reason,
      byWhom(words, event.by),
    ]),
    icon: "pause" as const,
    group: "agreed" as const,
  };
}
