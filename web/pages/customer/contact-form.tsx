/** Adds or changes a person at the customer. */
import { Checkbox, Form, Input, Modal, Select } from "antd";
import type { Contact } from "../../../src/contract/contact.ts";
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

type Given = Omit<Contact, "id">;

const orNull = (text: string | null | undefined): string | null => text?.trim() || null;

function useSaveContact({ customer, contact, onClose }: ContactFormProps) {
  const { contacts } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run(given: Given) {
      const body = {
        ...given,
        email: orNull(given.email),
        phone: orNull(given.phone),
        source: orNull(given.source),
        language: given.language ?? null,
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

function Fields() {
  const { contacts, terms } = useWords();
  return (
    <>
      <div className="act-pair">
        <Form.Item name="name" label={contacts.name} rules={[{ required: true, whitespace: true }]}>
          <Input autoFocus />
        </Form.Item>
        <Form.Item name="role" label={contacts.role} rules={[{ required: true }]}>
          <Select options={optionsOf(terms.contactRoles)} />
        </Form.Item>
        <Form.Item name="email" label={contacts.email} rules={[{ type: "email" }]}>
          <Input />
        </Form.Item>
        <Form.Item name="phone" label={contacts.phone}>
          <Input />
        </Form.Item>
        <Form.Item name="language" label={contacts.language}>
          <Select allowClear options={optionsOf(terms.languages)} />
        </Form.Item>
        <Form.Item name="source" label={contacts.source}>
          <Input placeholder={contacts.sourceHint} />
        </Form.Item>
      </div>
      <Form.Item name="optedOut" valuePropName="checked">
        <Checkbox>{contacts.optedOut}</Checkbox>
      </Form.Item>
    </>
  );
}

export function ContactForm(props: ContactFormProps) {
  const { contacts, frame } = useWords();
  const [form] = Form.useForm<Given>();
  const save = useSaveContact(props);
  return (
    <Modal
      open
      title={props.contact === null ? contacts.add : contacts.edit}
      okText={frame.save}
      cancelText={frame.cancel}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => form.submit()}
      onCancel={props.onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={props.contact ?? { role: "clerk", optedOut: false }}
        onFinish={(given) => save.mutate(given)}
      >
        <Fields />
        <ProblemNote error={save.error} />
      </Form>
    </Modal>
  );
}
