/** Says why the customer is late, and what that rests on. */
import { Form, Input, Select } from "antd";
import type { OverdueReason } from "../../src/domain/desk/contact-log.ts";
import { useSetLateReason } from "../queries/case-acts.ts";
import { useWords } from "../words.tsx";
import { ActFoot } from "./act-foot.tsx";
import { optionsOf } from "./options.ts";
import type { CaseFormProps } from "./snooze-form.tsx";

type Given = { readonly reason: OverdueReason; readonly note?: string };

export default function LateReasonForm({ work, onDone }: CaseFormProps) {
  const { work: words, terms } = useWords();
  const save = useSetLateReason(work.customer.id, onDone);
  const before = work.case?.reason ?? null;
  return (
    <Form
      className="act-form"
      layout="vertical"
      requiredMark={false}
      initialValues={before === null ? {} : { reason: before.reason, note: before.note ?? "" }}
      onFinish={({ reason, note }: Given) => save.mutate({ reason, note: note?.trim() || null })}
    >
      <Form.Item
        name="reason"
        label={words.lateReason}
        extra={words.lateReasonHint}
        rules={[{ required: true }]}
      >
        <Select autoFocus options={optionsOf(terms.overdueReasons)} />
      </Form.Item>
      <Form.Item name="note" label={words.lateReasonNote}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <ActFoot
        error={save.error}
        pending={save.isPending}
        label={words.lateReasonSave}
        onCancel={onDone}
      />
    </Form>
  );
}
