/** What a collector wants to know before calling: agreements, people, the last contacts. */
import type { CustomerPage } from "../../../src/contract/customer.ts";
import { amountWithCurrency } from "../../ui/amount.tsx";
import { Icon } from "../../ui/icon.tsx";
import { eventWords } from "../../ui/timeline-words.ts";
import { useWords } from "../../words.tsx";

type PageProps = { readonly page: CustomerPage };

/** Open promises, disputes and holds: what must not be forgotten on the telephone. */
export function Agreed({ page }: PageProps) {
  const { today, terms } = useWords();
  const lines = [
    ...page.promises
      .filter(({ state }) => state === "open")
      .map(({ id, amount, payOn }) => ({
        id,
        text: today.promiseOpen(amountWithCurrency(amount), payOn),
      })),
    ...page.disputes
      .filter(({ closedOn }) => closedOn === null)
      .map(({ id, amount, item }) => ({
        id,
        text: today.disputeOpen(amountWithCurrency(amount), item.number),
      })),
    ...page.holds
      .filter(({ active }) => active)
      .map(({ id, kind, until }) => ({ id, text: today.holdOpen(terms.holdKinds[kind], until) })),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className="stack tight">
      {lines.map(({ id, text }) => (
        <li key={id} className="notice warning">
          <Icon name="info" />
          {text}
        </li>
      ))}
    </ul>
  );
}

/** People to call or write to; telephone and mail are one press away. */
export function People({ page }: PageProps) {
  const { today, terms, contacts } = useWords();
  return (
    <section>
      <h3 className="panel-title">{today.people}</h3>
      {page.contacts.length === 0 && <p className="quiet">{today.noPeople}</p>}
      <ul className="people">
        {page.contacts.map((person) => (
          <li key={person.id}>
            <span className="line">
              <span className="strong">{person.name}</span>
              <span className="quiet small">{terms.contactRoles[person.role]}</span>
              {person.optedOut && <span className="tag danger">{contacts.optedOutTag}</span>}
            </span>
            <span className="line wrap">
              {person.phone !== null && (
                <a className="number" href={`tel:${person.phone.replace(/[^\d+]/g, "")}`}>
                  {person.phone}
                </a>
              )}
              {person.email !== null && (
                <a className="clip" href={`mailto:${person.email}`}>
                  {person.email}
                </a>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const LAST = 3;

/** The last three letters and conversations. */
export function LastContacts({ page }: PageProps) {
  const words = useWords();
  const last = page.timeline
    .filter(({ kind }) => kind === "contact" || kind === "message")
    .slice(0, LAST);
  return (
    <section>
      <h3 className="panel-title">{words.today.lastContacts}</h3>
      {last.length === 0 && <p className="quiet">{words.today.noContacts}</p>}
      <ul className="last-contacts">
        {last.map((event) => {
          const { title, text } = eventWords(words, event);
          return (
            <li key={`${event.kind}${event.id}`}>
              <span className="number quiet small">{event.day}</span>
              <span className="two-lines">
                <span>{title}</span>
                {text !== null && <span className="quiet small">{text}</span>}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
