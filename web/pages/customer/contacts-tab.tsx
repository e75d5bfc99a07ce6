/** The people at the customer; add and change. */
import { Button } from "antd";
import { useState } from "react";
import type { Contact } from "../../../src/contract/contact.ts";
import type { CustomerPage } from "../../../src/contract/customer.ts";
import { attachmentUrl } from "../../queries/customer-files.ts";
import { useCreditor } from "../../queries/session.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Empty } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import ContactForm from "./contact-form.tsx";
import { Visits } from "./visits.tsx";

type CardProps = { readonly contact: Contact; readonly onEdit: () => void; readonly can: boolean };

/** Where we have the person from and on what ground; the document of who is liable. */
function Ground({ contact }: { readonly contact: Contact }) {
  const { contacts, contactDesk } = useWords();
  const creditor = useCreditor().code;
  const { source, basis, authority } = contact;
  const ground = basis === null ? contactDesk.basisMissing : contactDesk.bases[basis];
  return (
    <>
      <span className="quiet small">
        {source !== null && `${contacts.source} · ${source} · `}
        {contactDesk.basis} · {ground}
      </span>
      {authority !== null && (
        <a
          className="small clip"
          href={attachmentUrl(creditor, authority.id)}
          target="_blank"
          rel="noreferrer"
        >
          {contactDesk.authority} · {authority.fileName}
        </a>
      )}
    </>
  );
}

function ContactCard({ contact, onEdit, can }: CardProps) {
  const words = useWords();
  const { contacts, terms, frame, contactDesk } = words;
  const { may } = contact;
  return (
    <li className="person-card">
      <div className="spread">
        <span className="line wrap">
          <span className="strong">{contact.name}</span>
          <span className="tag">{terms.contactRoles[contact.role]}</span>
          {contact.optedOut && <span className="tag danger">{contacts.optedOutTag}</span>}
          {may !== true && !contact.optedOut && (
            <span className="tag danger">{contactDesk.mayNot}</span>
          )}
        </span>
        {can && (
          <Button
            size="small"
            type="text"
            icon={<Icon name="edit" size={14} />}
            aria-label={`${frame.edit} ${contact.name}`}
            onClick={onEdit}
          />
        )}
      </div>
      {contact.phone !== null && (
        <a className="number" href={`tel:${contact.phone.replace(/[^\d+]/g, "")}`}>
          {contact.phone}
        </a>
      )}
      {contact.email !== null && (
        <a className="clip" href={`mailto:${contact.email}`}>
          {contact.email}
        </a>
      )}
      {may !== true && (
        <span className="small quiet">
          {words.refusal({ type: `/problems/${may.code}`, ...may })}
        </span>
      )}
      <Ground contact={contact} />
    </li>
  );
}

export function ContactsTab({ page }: { readonly page: CustomerPage }) {
  const { contacts, contactDesk } = useWords();
  const [edited, setEdited] = useState<Contact | "new" | null>(null);
  const add = (
    <CanButton
      can={page.can.edit}
      icon={<Icon name="plus" size={14} />}
      onClick={() => setEdited("new")}
    >
      {contacts.add}
    </CanButton>
  );
  return (
    <div className="stack">
      {page.contacts.length === 0 ? (
        <Empty icon="person" title={contacts.none} text={contacts.noneText}>
          {add}
        </Empty>
      ) : (
        <>
          <div className="line wrap">
            {add}
            <span className="quiet small">{contactDesk.forbiddenRoles}</span>
          </div>
          <ul className="person-cards">
            {page.contacts.map((contact) => (
              <ContactCard
                key={contact.id}
                contact={contact}
                can={page.can.edit === true}
                onEdit={() => setEdited(contact)}
              />
            ))}
          </ul>
        </>
      )}
      <Visits page={page} />
      {edited !== null && (
        <ContactForm
          customer={page.id}
          contact={edited === "new" ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  );
}
