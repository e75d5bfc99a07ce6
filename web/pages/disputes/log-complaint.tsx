/** Logs a complaint: of a customer chosen here, or of the one whose page it stands on. */
import { Form, Modal } from "antd";
import { useState } from "react";
import type { Can } from "../../../src/contract/scalars.ts";
import { type LoggedComplaint, useLogComplaint } from "../../queries/complaints.ts";
import { useCreditor, useMay } from "../../queries/session.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { type ChosenCustomer, CustomerChoice } from "../../ui/customer-choice.tsx";
import { Icon } from "../../ui/icon.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { ComplaintFields, type GivenComplaint } from "./complaint-fields.tsx";

type Named = { readonly id: string; readonly name: string };
type DialogProps = {
  readonly customer: ChosenCustomer | null;
  readonly contacts: readonly Named[];
  readonly onClose: () => void;
};

type Given = GivenComplaint & { readonly customer?: ChosenCustomer };

const bodyOf = (given: Given, customer: string): LoggedComplaint => ({
  customer,
  kind: given.kind,
  channel: given.channel,
  said: given.said,
  contact: given.contact ?? null,
  complainant: given.complainant?.trim() || null,
  about: given.about ?? null,
  aboutName: given.aboutName?.trim() || null,
  receivedOn: given.receivedOn,
  owner: given.owner ?? null,
});

function LogDialog({ customer, contacts, onClose }: DialogProps) {
  const { disputes, frame } = useWords();
  const { complaints } = disputes;
  const { businessDay } = useCreditor();
  const [form] = Form.useForm<Given>();
  const log = useLogComplaint(onClose);
  const save = (given: Given) => {
    const whose = customer?.id ?? given.customer?.id;
    if (whose !== undefined) log.mutate(bodyOf(given, whose));
  };
  return (
    <Modal
      open
      width={560}
      title={complaints.log}
      okText={complaints.log}
      cancelText={frame.cancel}
      okButtonProps={{ loading: log.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ receivedOn: businessDay, channel: "call" }}
        onFinish={save}
      >
        {customer === null && (
          <Form.Item
            name="customer"
            label={complaints.columns.customer}
            rules={[{ required: true }]}
          >
            <ChooseCustomer />
          </Form.Item>
        )}
        <ComplaintFields contacts={contacts} />
        <ProblemNote error={log.error} />
      </Form>
    </Modal>
  );
}

type ChooseProps = {
  readonly value?: ChosenCustomer;
  readonly onChange?: (customer: ChosenCustomer) => void;
};

const ChooseCustomer = ({ value, onChange }: ChooseProps) => (
  <CustomerChoice value={value ?? null} onChange={(chosen) => onChange?.(chosen)} />
);

type LogProps = {
  readonly customer?: ChosenCustomer;
  readonly contacts?: readonly Named[];
  readonly can?: Can;
};

/** The button, and the dialog behind it. On the page of complaints it is the primary one. */
export function LogComplaint({ customer, contacts = [], can }: LogProps) {
  const { complaints } = useWords().disputes;
  const may = useMay("complaint:log");
  const [open, setOpen] = useState(false);
  return (
    <>
      <CanButton
        can={can ?? may}
        type={customer === undefined ? "primary" : "default"}
        {...(customer === undefined ? {} : { size: "small" as const })}
        icon={<Icon name="plus" size={14} />}
        onClick={() => setOpen(true)}
      >
        {complaints.log}
      </CanButton>
      {open && (
        <LogDialog customer={customer ?? null} contacts={contacts} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
