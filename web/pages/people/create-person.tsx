/** Makes a user with a role; their first password is shown once. */
import { Button, Form, Input, Modal, Segmented } from "antd";
import { useState } from "react";
import type { Can } from "../../../src/contract/scalars.ts";
import { useCreatePerson } from "../../queries/people.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useSaid } from "../../ui/said.tsx";
import { useWords } from "../../words.tsx";
import { FIRST_ROLE, type GivenRole, grantOf, RoleFields } from "./role-fields.tsx";

type Given = GivenRole & {
  readonly name: string;
  readonly email: string;
  readonly language: "zh" | "en";
};

type PasswordProps = {
  readonly name: string;
  readonly password: string;
  readonly onClose: () => void;
};

/** It is kept nowhere: who closes this has seen it for the last time. */
function FirstPassword({ name, password, onClose }: PasswordProps) {
  const { people: words } = useWords();
  const said = useSaid();
  const copy = async () => {
    await navigator.clipboard?.writeText(password);
    void said.success(words.copied);
  };
  return (
    <Modal
      open
      width={460}
      title={words.passwordTitle}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={onClose}>
          {words.kept}
        </Button>
      }
    >
      <div className="stack">
        <p>{words.passwordLead(name)}</p>
        <div className="line">
          <code className="first-password grow">{password}</code>
          <Button icon={<Icon name="file" size={14} />} onClick={() => void copy()}>
            {words.copy}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

type CreateProps = { readonly everywhere: Can; readonly onClose: () => void };

export function CreatePerson({ everywhere, onClose }: CreateProps) {
  const { people: words, terms } = useWords();
  const [form] = Form.useForm<Given>();
  const [shown, setShown] = useState<{ name: string; password: string }>();
  const create = useCreatePerson(({ password }) =>
    setShown({ name: form.getFieldValue("name"), password }),
  );
  if (shown !== undefined) return <FirstPassword {...shown} onClose={onClose} />;
  const languages = [
    { value: "zh", label: terms.languages.zh },
    { value: "en", label: terms.languages.en },
  ];
  return (
    <FormDialog
      form={form}
      title={words.create}
      act={words.create}
      initial={{ ...FIRST_ROLE, name: "", email: "", language: "zh" }}
      pending={create.isPending}
      error={create.error}
      onGiven={({ name, email, language, ...role }) =>
        create.mutate({ name: name.trim(), email: email.trim(), language, roles: [grantOf(role)] })
      }
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={words.name}
        rules={[{ required: true, whitespace: true, max: 100 }]}
      >
        <Input autoFocus autoComplete="off" />
      </Form.Item>
      <Form.Item name="email" label={words.email} rules={[{ required: true, type: "email" }]}>
        <Input autoComplete="off" inputMode="email" />
      </Form.Item>
      <RoleFields everywhere={everywhere} />
      <Form.Item name="language" label={words.language}>
        <Segmented options={languages} />
      </Form.Item>
    </FormDialog>
  );
}
