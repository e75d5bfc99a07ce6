/** The people at the customer; add and change. */
import { Button } from "antd";
import { useState } from "react";
import type { Contact } from "../../../src/contract/contact.ts";
import type { CustomerPage } from "../../../src/contract/customer.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Empty } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { ContactForm } from "./contact-form.tsx";

type CardProps = { readonly contact: Contact; readonly onEdit: () => void; readonly can: boolean };

function ContactCard({ contact, onEdit, can }: CardProps) {
  const { contacts, terms, frame } = useWords();
  return (
    <li className="person-card">
      <div className="spread">
        <span className="line wrap">
          <span className="strong">{contact.name}</span>
          <span className="tag">{terms.contactRoles[contact.role]}</span>
          {contact.optedOut && <span className="tag danger">{contacts.optedOutTag}</span>}
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
      {contact.source !== null && (
        <span className="quiet small">
          {contacts.source} · {contact.source}
        </span>
      )}
    </li>
  );
}

export function ContactsTab({ page }: { readonly page: CustomerPage }) {
  const { contacts } = useWords();
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
          <div>{add}</div>
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
