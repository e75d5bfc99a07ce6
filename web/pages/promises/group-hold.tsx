/** Places a hold on all companies of a group, also on those that join it later. */
import { useQuery } from "@tanstack/react-query";
import { Form, Select } from "antd";
import { HoldFields, type HoldKind } from "../../acts/hold-fields.tsx";
import { groupsQuery } from "../../queries/groups.ts";
import { usePlaceGroupHold } from "../../queries/promises.ts";
import { useCreditor } from "../../queries/session.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { useWords } from "../../words.tsx";

type Given = {
  readonly group: string;
  readonly kind: HoldKind;
  readonly reason: string;
  readonly until?: string | null;
};

export function GroupHold({ onClose }: { readonly onClose: () => void }) {
  const { agreed, acts } = useWords();
  const [form] = Form.useForm<Given>();
  const groups = useQuery(groupsQuery(useCreditor().code)).data?.rows ?? [];
  const place = usePlaceGroupHold(onClose);
  return (
    <FormDialog
      form={form}
      title={agreed.groupHold}
      act={acts.saveHold}
      initial={{ kind: "courtesy", reason: "" }}
      pending={place.isPending}
      error={place.error}
      onGiven={({ until = null, ...given }) => place.mutate({ ...given, until })}
      onClose={onClose}
    >
      <Form.Item name="group" label={agreed.group} rules={[{ required: true }]}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          notFoundContent={agreed.noGroups}
          options={groups.map(({ id, name, customers }) => ({
            value: id,
            label: agreed.wholeGroup(name, customers),
          }))}
        />
      </Form.Item>
      <HoldFields />
    </FormDialog>
  );
}
