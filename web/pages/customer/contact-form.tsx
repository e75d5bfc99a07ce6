/** Adds or changes a person at the customer: who they are, where from, and on what ground. */
import { Checkbox, Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import type { Attachment } from "../../../src/contract/attachment.ts";
import type { Contact } from "../../../src/contract/contact.ts";
import { LIABLE_ROLES } from "../../../src/domain/strategy/conduct-person.ts";
import { AttachmentsField } from "../../acts/attachments-field.tsx";
import { optionsOf } from "../../acts/options.ts";
import { answerOf, api } from "../../api.ts";
import { useAct } from "../../queries/act.ts";
import { useCreditor } from "../../queries/session.ts";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";

type ContactFormProps = {
  readonly customer: string;
  /** Null: a new one. */
  readonly contact: Contact | null;
  readonly onClose: () => void;
};

type Given = Omit<Contact, "id" | "may" | "authority">;

const orNull = (text: string | null | undefined): string | null => text?.trim() || null;

function useSaveContact(
  { customer, contact, onClose }: ContactFormProps,
  files: readonly Attachment[],
) {
  const { contacts } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run(given: Given) {
      const body = {
        ...given,
        email: orNull(given.email),
        phone: orNull(given.phone),
        source: orNull(given.source),
        basis: given.basis ?? null,
        language: given.language ?? null,
        authority: files.at(-1)?.id ?? contact?.authority?.id ?? null,
      };
      const path = { creditor, customer };
      return contact === null
        ? answerOf(
            api.POST("/api/creditors/{creditor}/customers/{customer}/contacts", {
              params: { path },
              body,
            }),
          )
        : answerOf(
            api.PUT("/api/creditors/{creditor}/customers/{customer}/contacts/{contact}", {
              params: { path: { ...path, contact: contact.id } },
              body,
            }),
          );
    },
    done: () => contacts.saved,
    after: onClose,
    shownInForm: true,
  });
}

function Who() {
  const { contacts, terms, contactDesk } = useWords();
  return (
    <div className="act-pair">
      <Form.Item name="name" label={contacts.name} rules={[{ required: true, whitespace: true }]}>
        <Input autoFocus />
      </Form.Item>
      <Form.Item
        name="role"
        label={contacts.role}
        rules={[{ required: true }]}
        tooltip={contactDesk.forbiddenRoles}
      >
        <Select options={optionsOf(terms.contactRoles)} />
      </Form.Item>
      <Form.Item name="email" label={contacts.email} rules={[{ type: "email" }]}>
        <Input />
      </Form.Item>
      <Form.Item name="phone" label={contacts.phone}>
        <Input />
      </Form.Item>
    </div>
  );
}

function Ground() {
  const { contacts, terms, contactDesk } = useWords();
  return (
    <div className="act-pair">
      <Form.Item name="source" label={contacts.source} rules={[{ required: true }]}>
        <Input placeholder={contacts.sourceHint} />
      </Form.Item>
      <Form.Item
        name="basis"
        label={contactDesk.basis}
        tooltip={contactDesk.basisHint}
        rules={[{ required: true }]}
      >
        <Select options={optionsOf(contactDesk.bases)} />
      </Form.Item>
      <Form.Item name="language" label={contacts.language}>
        <Select allowClear options={optionsOf(terms.languages)} />
      </Form.Item>
    </div>
  );
}

const needsDocument = (role: string | undefined): boolean =>
  (LIABLE_ROLES as readonly (string | undefined)[]).includes(role);

export default function ContactForm(props: ContactFormProps) {
  const { customer, contact, onClose } = props;
  const { contacts, contactDesk, frame } = useWords();
  const [form] = Form.useForm<Given>();
  const [files, setFiles] = useState<readonly Attachment[]>([]);
  const save = useSaveContact(props, files);
  const role = Form.useWatch("role", form);
  return (
    <Modal
      open
      title={contact === null ? contacts.add : contacts.edit}
      okText={frame.save}
      cancelText={frame.cancel}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={contact ?? { role: "clerk", optedOut: false }}
        onFinish={(given) => save.mutate(given)}
      >
        <Who />
        <Ground />
        {needsDocument(role) && (
          <Form.Item label={contactDesk.authority} extra={contactDesk.authorityHint}>
            {contact?.authority && <p className="small">{contact.authority.fileName}</p>}
            <AttachmentsField customer={customer} files={files} onFiles={setFiles} />
          </Form.Item>
        )}
        <Form.Item name="optedOut" valuePropName="checked">
          <Checkbox>{contacts.optedOut}</Checkbox>
        </Form.Item>
        <ProblemNote error={save.error} />
      </Form>
    </Modal>
  );
}
