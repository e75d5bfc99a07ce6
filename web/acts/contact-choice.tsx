/** With whom: the people one may speak to, whether one may call them now, and the call itself. */
import { useQuery } from "@tanstack/react-query";
import { Button, Form, Select } from "antd";
import { lazy, Suspense, useState } from "react";
import type { Contact } from "../../src/contract/contact.ts";
import type { Can } from "../../src/contract/scalars.ts";
import { answerOf, api } from "../api.ts";
import { useAct } from "../queries/act.ts";
import { contactReachQuery } from "../queries/contacts.ts";
import { useCreditor } from "../queries/session.ts";
import { CanButton } from "../ui/can-button.tsx";
import { Icon } from "../ui/icon.tsx";
import { ReasonDialog } from "../ui/reason-dialog.tsx";
import { useWords } from "../words.tsx";
import { PermitForm } from "./permit-form.tsx";

const ContactForm = lazy(() => import("../pages/customer/contact-form.tsx"));

type ContactChoiceProps = {
  readonly customer: string;
  readonly contacts: readonly Contact[];
  /** Whether it is about a call that may be made now. */
  readonly calling: boolean;
};

function useBeginCall(customer: string, contact: Contact) {
  const { contactDesk } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (reason: string | null) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/customers/{customer}/contacts/{contact}/call", {
          params: { path: { creditor, customer, contact: contact.id } },
          body: { reason },
        }),
      ),
    done: ({ name, phone }) => contactDesk.callStarted(name, phone),
    after: ({ phone }) => window.location.assign(`tel:${phone.replace(/[^\d+]/g, "")}`),
    shownInForm: true,
  });
}

type CallProps = {
  readonly customer: string;
  readonly contact: Contact;
  readonly call: Can;
  readonly supervises: boolean;
};

/** Rings only where the server says that one may; a senior goes beyond the limit with a reason. */
function CallButton({ customer, contact, call, supervises }: CallProps) {
  const { contactDesk } = useWords();
  const begin = useBeginCall(customer, contact);
  const [asking, setAsking] = useState<"reason" | "leave" | null>(null);
  const code = call === true ? null : call.code;
  const beyond = code === "contact_too_often" && supervises;
  return (
    <>
      <CanButton
        can={beyond ? true : call}
        size="small"
        icon={<Icon name="call" size={14} />}
        loading={begin.isPending}
        onClick={() => (beyond ? setAsking("reason") : begin.mutate(null))}
      >
        {beyond ? contactDesk.callAnyway : contactDesk.call}
      </CanButton>
      {code === "contact_outside_hours" && (
        <Button size="small" onClick={() => setAsking("leave")}>
          {contactDesk.askLeave}
        </Button>
      )}
      {asking === "reason" && (
        <ReasonDialog
          title={contactDesk.callAnyway}
          label={contactDesk.callReason}
          act={contactDesk.call}
          pending={begin.isPending}
          error={begin.error}
          onReason={(reason) => begin.mutate(reason, { onSuccess: () => setAsking(null) })}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === "leave" && (
        <PermitForm customer={customer} contact={contact} onClose={() => setAsking(null)} />
      )}
    </>
  );
}

/** Calls and leave of the chosen person, below the field. */
function Chosen({ customer, contact }: { readonly customer: string; readonly contact: Contact }) {
  const words = useWords();
  const { data } = useQuery(contactReachQuery(useCreditor().code, customer));
  const found = data?.contacts.find(({ id }) => id === contact.id);
  if (data === undefined || found === undefined) return null;
  const { call, connected, attempts, permitted } = found;
  const why = call === true ? null : words.refusal({ type: `/problems/${call.code}`, ...call });
  return (
    <div className="chosen-contact">
      <span className="line wrap">
        <CallButton
          customer={customer}
          contact={contact}
          call={call}
          supervises={data.supervises}
        />
        <span className="quiet small">{words.contactDesk.calls(connected, attempts)}</span>
        {permitted && <span className="tag success">{words.contactDesk.permitted}</span>}
      </span>
      {why !== null && <span className="small quiet">{why}</span>}
    </div>
  );
}

/** Somebody who is not listed is recorded first, without leaving what was typed. */
function AddPerson({ customer }: { readonly customer: string }) {
  const { contactDesk } = useWords();
  const [adding, setAdding] = useState(false);
  return (
    <>
      <Button type="link" size="small" className="add-person" onClick={() => setAdding(true)}>
        {contactDesk.addPerson}
      </Button>
      {adding && (
        <Suspense>
          <ContactForm customer={customer} contact={null} onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </>
  );
}

export function ContactChoice({ customer, contacts, calling }: ContactChoiceProps) {
  const words = useWords();
  const { acts, terms } = words;
  const id = Form.useWatch("contact");
  const chosen = contacts.find((contact) => contact.id === id);
  const options = contacts.map(({ id: value, name, role, may }) => ({
    value,
    label: `${name} · ${terms.contactRoles[role]}`,
    disabled: may !== true,
    title: may === true ? "" : words.refusal({ type: `/problems/${may.code}`, ...may }),
  }));
  return (
    <>
      <Form.Item name="contact" label={acts.withWhom} extra={<AddPerson customer={customer} />}>
        <Select allowClear options={options} />
      </Form.Item>
      {calling && chosen !== undefined && <Chosen customer={customer} contact={chosen} />}
    </>
  );
}
