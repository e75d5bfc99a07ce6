/** Books a credit memo for what is disputed, or a part of it, and closes the dispute. */
import { Form, Input } from "antd";
import { useCreditDispute } from "../../queries/disputes.ts";
import { amountWords } from "../../ui/amount.tsx";
import { AmountField, amountRule, wireAmount } from "../../ui/amount-field.tsx";
import { useWords } from "../../words.tsx";
import type { DisputeFormProps } from "./dispute-acts.tsx";
import { FormFoot } from "./form-foot.tsx";

type Given = { readonly amount: string; readonly number?: string; readonly said?: string };

export function CreditForm({ dispute, onDone }: DisputeFormProps) {
  const words = useWords();
  const { disputes } = words;
  const { disputed } = dispute.parts;
  const [form] = Form.useForm<Given>();
  const credit = useCreditDispute(dispute.id, onDone);
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ amount: amountWords(disputed) }}
      onFinish={({ amount, number, said }) =>
        credit.mutate({
          amount: wireAmount(amount, disputed.currency),
          number: number?.trim() || null,
          said: said?.trim() || null,
        })
      }
    >
      <p className="quiet small">{disputes.creditHint}</p>
      <Form.Item name="amount" label={disputes.creditAmount} rules={[amountRule(words, disputed)]}>
        <AmountField currency={disputed.currency} />
      </Form.Item>
      <Form.Item name="number" label={disputes.creditNumber} extra={disputes.creditNumberHint}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="said" label={disputes.closeSaid}>
        <Input.TextArea maxLength={4000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <FormFoot
        error={credit.error}
        pending={credit.isPending}
        label={disputes.acts.credit}
        onCancel={onDone}
      />
    </Form>
  );
}
