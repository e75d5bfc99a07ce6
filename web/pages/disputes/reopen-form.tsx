/** Takes a closed dispute up again. */
import { Form, Input } from "antd";
import { useReopenDispute } from "../../queries/disputes.ts";
import { useWords } from "../../words.tsx";
import type { DisputeFormProps } from "./dispute-acts.tsx";
import { FormFoot } from "./form-foot.tsx";

export function ReopenForm({ dispute, onDone }: DisputeFormProps) {
  const { disputes } = useWords();
  const reopen = useReopenDispute(dispute.id, onDone);
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      onFinish={({ reason }: { reason: string }) => reopen.mutate(reason)}
    >
      <Form.Item
        name="reason"
        label={disputes.reopenReason}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input.TextArea autoFocus maxLength={1000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <FormFoot
        error={reopen.error}
        pending={reopen.isPending}
        label={disputes.acts.reopen}
        onCancel={onDone}
      />
    </Form>
  );
}
