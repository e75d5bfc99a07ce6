/** Sends a dispute to another department or person. */
import { Form, Input } from "antd";
import { type Routed, useRerouteDispute } from "../../queries/disputes.ts";
import { useWords } from "../../words.tsx";
import { DepartmentFields } from "./department-fields.tsx";
import type { DisputeFormProps } from "./dispute-acts.tsx";
import { FormFoot } from "./form-foot.tsx";

type Given = Omit<Routed, "assignee"> & { readonly assignee?: string };

export function RerouteForm({ dispute, onDone }: DisputeFormProps) {
  const { disputes } = useWords();
  const [form] = Form.useForm<Given>();
  const reroute = useRerouteDispute(dispute.id, onDone);
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ department: dispute.department }}
      onFinish={({ assignee, ...given }) =>
        reroute.mutate({ ...given, assignee: assignee ?? null })
      }
    >
      <DepartmentFields reason={dispute.reason} named />
      <Form.Item
        name="reason"
        label={disputes.rerouteReason}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <FormFoot
        error={reroute.error}
        pending={reroute.isPending}
        label={disputes.acts.reroute}
        onCancel={onDone}
      />
    </Form>
  );
}
