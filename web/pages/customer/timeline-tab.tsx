/** What happened with this customer, grouped by day, newest first. */
import { Segmented } from "antd";
import { useState } from "react";
import type { CustomerPage } from "../../../src/contract/customer.ts";
import type { TimelineEvent } from "../../../src/contract/timeline.ts";
import { type PlainDate, weekdayOf } from "../../../src/domain/values/calendar.ts";
import { useCreditor } from "../../queries/session.ts";
import { Icon } from "../../ui/icon.tsx";
import { Empty } from "../../ui/states.tsx";
import { type EventWords, eventWords } from "../../ui/timeline-words.ts";
import { useWords } from "../../words.tsx";

type Group = EventWords["group"] | "all";
type Said = { readonly event: TimelineEvent; readonly words: EventWords };

function byDay(events: readonly Said[]): readonly (readonly [string, readonly Said[]])[] {
  const days = new Map<string, Said[]>();
  for (const said of events) {
    const day = days.get(said.event.day);
    if (day === undefined) days.set(said.event.day, [said]);
    else day.push(said);
  }
  return [...days];
}

function Event({ event, words }: Said) {
  const { customer } = useWords();
  const creditor = useCreditor().code;
  const letter = event.kind === "message" && event.letter;
  return (
    <li className="event">
      <span className={`event-icon ${words.group}`}>
        <Icon name={words.icon} size={14} />
      </span>
      <span className="two-lines grow">
        <span className="event-title">{words.title}</span>
        {words.text !== null && <span className="quiet small event-text">{words.text}</span>}
      </span>
      {letter && (
        <a
          className="small nowrap"
          href={`/api/creditors/${creditor}/outbox/${event.id}/letter`}
          target="_blank"
          rel="noreferrer"
        >
          {customer.letter}
        </a>
      )}
    </li>
  );
}

export function TimelineTab({ page }: { readonly page: CustomerPage }) {
  const words = useWords();
  const { customer, frame } = words;
  const [group, setGroup] = useState<Group>("all");
  const all = page.timeline.map((event) => ({ event, words: eventWords(words, event) }));
  const shown = all.filter(({ words: said }) => group === "all" || said.group === group);
  const kinds = Object.entries(customer.timelineKinds).filter(([kind]) =>
    all.some(({ words: said }) => said.group === kind),
  );
  const options = [
    { value: "all", label: customer.timelineAll },
    ...kinds.map(([value, label]) => ({ value, label })),
  ];
  if (all.length === 0) return <Empty icon="clock" title={customer.timelineEmpty} />;
  return (
    <div className="stack">
      <div>
        <Segmented options={options} value={group} onChange={(next) => setGroup(next as Group)} />
      </div>
      {byDay(shown).map(([day, events]) => (
        <section key={day} className="timeline-day">
          <h3 className="number">
            {day}
            <span className="quiet small"> {frame.weekday[weekdayOf(day as PlainDate) % 7]}</span>
          </h3>
          <ul>
            {events.map((said) => (
              <Event key={`${said.event.kind}${said.event.id}`} {...said} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
