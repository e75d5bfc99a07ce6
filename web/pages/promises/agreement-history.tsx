/** How an agreement came so far: what, who, when, why. */
import type { AgreementAnswer } from "../../queries/agreements-made.ts";
import { dayAndClock } from "../../ui/moment.ts";
import { named } from "../../words/named.ts";
import { whoIs } from "../../words/who.ts";
import { useWords } from "../../words.tsx";

export function AgreementHistory({ agreement }: { readonly agreement: AgreementAnswer }) {
  const words = useWords();
  const { agreed, agreedFact } = words;
  return (
    <section aria-label={agreed.history}>
      <h3>{agreed.history}</h3>
      <ol className="note-list">
        {agreement.events.map((event) => (
          <li key={`${event.at}${event.kind}`}>
            <span className="strong">{named(agreed.events, event.kind)}</span>{" "}
            <span className="quiet small">
              {dayAndClock(event.at)} · {whoIs(words, event.actor)}
            </span>
            {event.facts.map((fact) => (
              <div key={fact.code} className="small">
                {agreedFact(fact)}
              </div>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
