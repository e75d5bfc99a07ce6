/** Makes a group of customers, or renames one. */
import { Form, Input } from "antd";
import { useChangeGroup, useCreateGroup } from "../../queries/groups.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { useWords } from "../../words.tsx";

type Given = { readonly name: string };

function NameField() {
  const { team: words } = useWords();
  return (
    <Form.Item
      name="name"
      label={words.groupName}
      rules={[{ required: true, whitespace: true, max: 200 }]}
    >
      <Input autoFocus />
    </Form.Item>
  );
}

type CreateProps = {
  readonly onMade: (group: string) => void;
  readonly onClose: () => void;
};

export function CreateGroup({ onMade, onClose }: CreateProps) {
  const { team: words } = useWords();
  const [form] = Form.useForm<Given>();
  const create = useCreateGroup(({ id }) => {
    onClose();
    onMade(id);
  });
  return (
    <FormDialog
      form={form}
      title={words.makeGroup}
      act={words.makeGroup}
      initial={{ name: "" }}
      pending={create.isPending}
      error={create.error}
      onGiven={({ name }) => create.mutate({ name: name.trim(), customers: [] })}
      onClose={onClose}
    >
      <NameField />
    </FormDialog>
  );
}

type RenameProps = {
  readonly group: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
};

export function RenameGroup({ group, onClose }: RenameProps) {
  const { team: words } = useWords();
  const [form] = Form.useForm<Given>();
  const change = useChangeGroup(group.id, onClose);
  return (
    <FormDialog
      form={form}
      title={words.rename}
      act={words.rename}
      initial={{ name: group.name }}
      pending={change.isPending}
      error={change.error}
      onGiven={({ name }) => change.mutate({ name: name.trim() })}
      onClose={onClose}
    >
      <NameField />
    </FormDialog>
  );
}
