/** Calls somebody above for a customer: the next rung of the policy, or the one named. */
import { Form, Input, Select } from "antd";
import { RUNG_ROLES, type RungRole } from "../../src/domain/strategy/policy-escalation.ts";
import { useRaiseEscalation } from "../queries/desk-tasks.ts";
import { useWords } from "../words.tsx";
import { ActFoot } from "./act-foot.tsx";
import { optionsOf } from "./options.ts";
import type { CaseFormProps } from "./snooze-form.tsx";

type Given = { readonly to: RungRole | typeof NEXT; readonly reason: string };

const NEXT = "next";

export default function EscalateForm({ work, onDone }: CaseFormProps) {
  const { work: words, terms } = useWords();
  const raise = useRaiseEscalation(work.customer.id, onDone);
  return (
    <Form
      className="act-form"
      layout="vertical"
      requiredMark={false}
      initialValues={{ to: NEXT }}
      onFinish={({ to, reason }: Given) =>
        raise.mutate({ to: to === NEXT ? null : to, reason: reason.trim() })
      }
    >
      <Form.Item name="to" label={words.escalateTo}>
        <Select
          options={[{ value: NEXT, label: words.nextRung }, ...optionsOf(terms.roles, RUNG_ROLES)]}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label={words.escalateReason}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <ActFoot
        error={raise.error}
        pending={raise.isPending}
        label={words.escalateSave}
        onCancel={onDone}
      />
    </Form>
  );
}
