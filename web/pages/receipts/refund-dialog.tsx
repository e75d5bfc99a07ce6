/** Asks to give unapplied money back, in whole or in part. */
import { Form, Input, Modal } from "antd";
import type { ReceiptPage } from "../../../src/contract/receipt.ts";
import { useRequestRefund } from "../../queries/refunds.ts";
import { amountWords } from "../../ui/amount.tsx";
import { AmountField, amountRule, wireAmount } from "../../ui/amount-field.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";

type RefundDialogProps = { readonly receipt: ReceiptPage; readonly onClose: () => void };
type Given = { readonly amount: string; readonly reason: string };

export function RefundDialog({ receipt, onClose }: RefundDialogProps) {
  const all = useWords();
  const words = all.receipts.refunding;
  const { currency } = receipt.rest;
  const [form] = Form.useForm<Given>();
  const ask = useRequestRefund(onClose);
  return (
    <Modal
      open
      width={460}
      title={words.title}
      okText={words.act}
      cancelText={all.frame.cancel}
      okButtonProps={{ loading: ask.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ amount: amountWords(receipt.rest), reason: "" }}
        onFinish={({ amount, reason }) =>
          ask.mutate({ receipt: receipt.id, amount: wireAmount(amount, currency), reason })
        }
      >
        <p className="quiet">{words.text}</p>
        <Form.Item name="amount" label={words.amount} rules={[amountRule(all, receipt.rest)]}>
          <AmountField currency={currency} />
        </Form.Item>
        <Form.Item
          name="reason"
          label={words.reason}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
        <ProblemNote error={ask.error} />
      </Form>
    </Modal>
  );
}
