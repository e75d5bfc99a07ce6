/** Claims unidentified money for a customer, with the reason. */
import { Form, Input, Modal } from "antd";
import { useId, useState } from "react";
import { useClaimReceipt } from "../../queries/claims.ts";
import { type ChosenCustomer, CustomerChoice } from "../../ui/customer-choice.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";

type ClaimDialogProps = { readonly receipt: string; readonly onClose: () => void };

export function ClaimDialog({ receipt, onClose }: ClaimDialogProps) {
  const { claims: words, frame } = useWords();
  const id = useId();
  const [customer, setCustomer] = useState<ChosenCustomer | null>(null);
  const [form] = Form.useForm<{ reason: string }>();
  const claim = useClaimReceipt(onClose);
  return (
    <Modal
      open
      width={480}
      title={words.claimTitle}
      okText={words.act}
      cancelText={frame.cancel}
      okButtonProps={{ loading: claim.isPending, disabled: customer === null }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }) => {
          if (customer !== null) {
            claim.mutate({ receipt, customer: customer.id, reason: reason.trim() });
          }
        }}
      >
        <Form.Item label={words.customer} htmlFor={id}>
          <CustomerChoice id={id} autoFocus value={customer} onChange={setCustomer} />
        </Form.Item>
        <Form.Item
          name="reason"
          label={words.reason}
          extra={words.reasonHint}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
        <ProblemNote error={claim.error} />
      </Form>
    </Modal>
  );
}
