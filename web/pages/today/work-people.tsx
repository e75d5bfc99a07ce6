/** People to call or write to, and whom one may not; the last three contacts. */
import type { Contact } from "../../../src/contract/contact.ts";
import type { Can } from "../../../src/contract/scalars.ts";
import type { CustomerWork } from "../../../src/contract/today.ts";
import { dayAndClock } from "../../ui/moment.ts";
import { named } from "../../words/named.ts";
import { whoIs } from "../../words/who.ts";
import { useWords } from "../../words.tsx";

type WorkProps = { readonly work: CustomerWork };
type PersonProps = { readonly person: Contact & { readonly mayContact: Can } };

/** Telephone and mail are one press away, unless the person must be left in peace. */
function Reach({ person }: PersonProps) {
  const { phone, email, mayContact } = person;
  if (mayContact !== true) {
    return (
      <span className="line wrap quiet">
        {phone !== null && <span className="number">{phone}</span>}
        {email !== null && <span className="clip">{email}</span>}
      </span>
    );
  }
  return (
    <span className="line wrap">
      {phone !== null && (
        <a className="number" href={`tel:${phone.replace(/[^\d+]/g, "")}`}>
          {phone}
        </a>
      )}
      {email !== null && (
        <a className="clip" href={`mailto:${email}`}>
          {email}
        </a>
      )}
    </span>
  );
}

function Person({ person }: PersonProps) {
  const words = useWords();
  const { mayContact } = person;
  return (
    <li>
      <span className="line wrap">
        <span className="strong">{person.name}</span>
        <span className="quiet small">{named(words.terms.contactRoles, person.role)}</span>
        {mayContact !== true && <span className="tag danger">{words.work.mayNotCall}</span>}
      </span>
      <Reach person={person} />
      {mayContact !== true && (
        <span className="small quiet">
          {words.refusal({ type: `/problems/${mayContact.code}`, ...mayContact })}
        </span>
      )}
    </li>
  );
}

export function People({ work }: WorkProps) {
  const { today } = useWords();
  return (
    <section>
      <h3 className="pane-title">{today.people}</h3>
      {work.contacts.length === 0 && <p className="quiet">{today.noPeople}</p>}
      <ul className="people">
        {work.contacts.map((person) => (
          <Person key={person.id} person={person} />
        ))}
      </ul>
    </section>
  );
}

const LAST = 3;

export function LastContacts({ work }: WorkProps) {
  const words = useWords();
  const { today, terms } = words;
  const last = work.lastContacts.slice(0, LAST);
  return (
    <section>
      <h3 className="pane-title">{today.lastContacts}</h3>
      {last.length === 0 && <p className="quiet">{today.noContacts}</p>}
      <ul className="last-contacts">
        {last.map(({ at, channel, outcome, contact, said, by }) => (
          <li key={`${at}${channel}`}>
            <span className="number quiet small">{dayAndClock(at)}</span>
            <span className="two-lines">
              <span>
                {[named(terms.channels, channel), named(terms.outcomes, outcome), contact]
                  .filter((part) => part !== null)
                  .join(" · ")}
              </span>
              <span className="quiet small said">
                {[said, whoIs(words, by)].filter((part) => part !== null).join(" · ")}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
