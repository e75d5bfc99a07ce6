/** What happened to a customer's case in the timeline's words. */
import type { z } from "zod";
import type { CaseEvent } from "../../src/contract/case-event.ts";
import { named } from "../words/named.ts";
import { whoIs } from "../words/who.ts";
import type { Words } from "../words/zh.ts";

type Event = z.infer<typeof CaseEvent>;

const joined = (parts: readonly (string | null)[]): string | null => {
  const said = parts.filter((part) => part !== null && part !== "");
  return said.length === 0 ? null : said.join(" · ");
};

function titleOf({ caseEvents, terms }: Words, event: Event): string {
  const when = [event.on, event.hour].filter((part) => part !== null).join(" ");
  switch (event.event) {
    case "opened":
      return caseEvents.opened;
    case "closed":
      return caseEvents.closed;
    case "stage":
      return caseEvents.stage(named(terms.stages, event.stage ?? ""));
    case "reason":
      return caseEvents.reason(named(terms.overdueReasons, event.reason ?? ""));
    case "snoozed":
      return caseEvents.snoozed(when);
    case "woken":
      return caseEvents.woken(named(caseEvents.wokenBy, event.because ?? ""));
    case "call_back":
      return caseEvents.callBack(when);
    case "call_back_cancelled":
      return caseEvents.callBackCancelled;
  }
}

export function caseWords(words: Words, event: Event) {
  const { customer, terms } = words;
  const reason =
    event.event === "closed" && event.reason !== null
      ? named(terms.overdueReasons, event.reason)
      : null;
  return {
    title: titleOf(words, event),
    text: joined([reason, event.said, event.by && customer.by(whoIs(words, event.by))]),
    icon: "cases" as const,
    group: "other" as const,
  };
}
