/** The thread of a dispute: who did what, when, and what was said; the first on top. */
import type { DisputeEvent, DisputePage } from "../../../src/contract/dispute.ts";
import { amountWithCurrency } from "../../ui/amount.tsx";
import { dayAndClock } from "../../ui/moment.ts";
import { named } from "../../words/named.ts";
import { whoIs } from "../../words/who.ts";
import { useWords } from "../../words.tsx";

function Told({ event }: { readonly event: DisputeEvent }) {
  const words = useWords();
  const { disputes, departments, terms, frame } = words;
  const facts = [
    ...(event.amount === null ? [] : [amountWithCurrency(event.amount)]),
    ...(event.department === null || event.kind === "answered"
      ? []
      : [disputes.eventTo(departments[event.department], event.answerBy)]),
    ...(event.outcome === null ? [] : [named(terms.disputeOutcomes, event.outcome)]),
    ...(event.creditNumber === null ? [] : [disputes.timeline.credit(event.creditNumber)]),
  ];
  return (
    <li>
      <span className="spread">
        <span className="strong">{disputes.events[event.kind]}</span>
        <span className="quiet small number nowrap">
          {event.by === null ? event.day : `${whoIs(words, event.by)} · ${dayAndClock(event.at)}`}
        </span>
      </span>
      {facts.length > 0 && <p className="quiet small">{frame.listOf(facts)}</p>}
      {event.said !== null && <p className="said">{event.said}</p>}
    </li>
  );
}

export function DisputeThread({ dispute }: { readonly dispute: DisputePage }) {
  return (
    <ol className="dispute-thread">
      {dispute.thread.map((event) => (
        <Told key={event.id} event={event} />
      ))}
    </ol>
  );
}
