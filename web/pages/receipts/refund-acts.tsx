/** Deciding on a refund and marking it as paid; who asked for it does not decide. */
import { Form, Modal } from "antd";
import { useState } from "react";
import { useDecideRefund, usePayRefund } from "../../queries/refunds.ts";
import { useCreditor } from "../../queries/session.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { DayField } from "../../ui/day-field.tsx";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import type { RefundShown } from "./refund-line.tsx";

type RefundProps = { readonly refund: RefundShown };
type DialogProps = RefundProps & { readonly onClose: () => void };

function RefuseDialog({ refund, onClose }: DialogProps) {
  const words = useWords().receipts.refunding;
  const decide = useDecideRefund({ after: onClose, inDialog: true });
  return (
    <ReasonDialog
      title={words.refuseTitle}
      label={words.refuseReason}
      act={words.refuse}
      pending={decide.isPending}
      error={decide.error}
      onReason={(reason) => decide.mutate({ refund: refund.id, approve: false, reason })}
      onClose={onClose}
    />
  );
}

function PayDialog({ refund, onClose }: DialogProps) {
  const { receipts, frame } = useWords();
  const words = receipts.refunding;
  const today = useCreditor().businessDay;
  const [form] = Form.useForm<{ on: string }>();
  const pay = usePayRefund(onClose);
  return (
    <Modal
      open
      width={400}
      title={words.payTitle}
      okText={words.pay}
      cancelText={frame.cancel}
      okButtonProps={{ loading: pay.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ on: today }}
        onFinish={({ on }) => pay.mutate({ refund: refund.id, on })}
      >
        <Form.Item name="on" label={words.paidOn} rules={[{ required: true }]}>
          <DayField max={today} allowClear={false} />
        </Form.Item>
        <ProblemNote error={pay.error} />
      </Form>
    </Modal>
  );
}

export function RefundActs({ refund }: RefundProps) {
  const words = useWords().receipts.refunding;
  const [asking, setAsking] = useState<"refuse" | "pay" | null>(null);
  const decide = useDecideRefund({ inDialog: false });
  const close = () => setAsking(null);
  const { can, state } = refund;
  if (state !== "requested" && state !== "approved") return null;
  return (
    <span className="line wrap">
      {state === "requested" ? (
        <>
          <CanButton
            can={can.approve}
            size="small"
            type="primary"
            loading={decide.isPending}
            onClick={() => decide.mutate({ refund: refund.id, approve: true, reason: null })}
          >
            {words.approve}
          </CanButton>
          <CanButton can={can.refuse} size="small" onClick={() => setAsking("refuse")}>
            {words.refuse}
          </CanButton>
        </>
      ) : (
        <CanButton can={can.pay} size="small" onClick={() => setAsking("pay")}>
          {words.pay}
        </CanButton>
      )}
      {asking === "refuse" && <RefuseDialog refund={refund} onClose={close} />}
      {asking === "pay" && <PayDialog refund={refund} onClose={close} />}
    </span>
  );
}
