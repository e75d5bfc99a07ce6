/** Splits a part off a dispute for another reason or department. */
import { Form, Input, Select } from "antd";
import { optionsOf } from "../../acts/options.ts";
import { type Department, type DisputeReason, useSplitDispute } from "../../queries/disputes.ts";
import { AmountField, amountRule, wireAmount } from "../../ui/amount-field.tsx";
import { useWords } from "../../words.tsx";
import { DepartmentFields } from "./department-fields.tsx";
import type { DisputeFormProps } from "./dispute-acts.tsx";
import { FormFoot } from "./form-foot.tsx";

type Given = {
  readonly amount: string;
  readonly reason: DisputeReason;
  readonly department?: Department;
  readonly assignee?: string;
  readonly note?: string;
};

export function SplitForm({ dispute, onDone }: DisputeFormProps) {
  const words = useWords();
  const { disputes, terms } = words;
  const [form] = Form.useForm<Given>();
  const split = useSplitDispute(dispute.id, onDone);
  const { disputed } = dispute.parts;
  const reason = Form.useWatch("reason", form);
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={({ amount, note, department, assignee, ...given }) =>
        split.mutate({
          ...given,
          amount: wireAmount(amount, disputed.currency),
          department: department ?? null,
          assignee: assignee ?? null,
          note: note?.trim() || null,
        })
      }
    >
      <div className="pair">
        <Form.Item name="amount" label={disputes.splitAmount} rules={[amountRule(words, disputed)]}>
          <AmountField currency={disputed.currency} />
        </Form.Item>
        <Form.Item name="reason" label={disputes.columns.reason} rules={[{ required: true }]}>
          <Select options={optionsOf(terms.disputeReasons)} />
        </Form.Item>
      </div>
      <DepartmentFields reason={reason} />
      <Form.Item name="note" label={disputes.closeSaid}>
        <Input.TextArea maxLength={4000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <FormFoot
        error={split.error}
        pending={split.isPending}
        label={disputes.acts.split}
        onCancel={onDone}
      />
    </Form>
  );
}
