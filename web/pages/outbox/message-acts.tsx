/** See a message's letter, send it again, or withdraw it; the last two with a reason. */
import { Form, Input, Modal } from "antd";
import { useState } from "react";
import type { OutboxRow } from "../../../src/contract/outbox.ts";
import { useResend, useWithdraw } from "../../queries/outbox.ts";
import { useCreditor } from "../../queries/session.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";

type Verb = "resend" | "withdraw";
type RowProps = { readonly row: OutboxRow };

const VERB_OF: Readonly<Partial<Record<OutboxRow["state"], Verb>>> = {
  failed: "resend",
  uncertain: "resend",
  queued: "withdraw",
  composed: "withdraw",
};

type DialogProps = RowProps & { readonly verb: Verb; readonly onClose: () => void };

function ReasonDialog({ row, verb, onClose }: DialogProps) {
  const { outbox: words, frame } = useWords();
  const [form] = Form.useForm<{ reason: string }>();
  const resend = useResend(onClose);
  const withdraw = useWithdraw(onClose);
  const act = verb === "resend" ? resend : withdraw;
  return (
    <Modal
      open
      width={440}
      title={verb === "resend" ? words.resendTitle : words.withdrawTitle}
      okText={words[verb]}
      cancelText={frame.cancel}
      okButtonProps={{ loading: act.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }) => act.mutate({ message: row.id, reason })}
      >
        <p className="quiet">
          {row.number} · {row.customer.name}
        </p>
        {row.state === "uncertain" && <p className="notice warning">{words.uncertainHint}</p>}
        <Form.Item
          name="reason"
          label={verb === "resend" ? words.resendReason : words.withdrawReason}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
        <ProblemNote error={act.error} />
      </Form>
    </Modal>
  );
}

export function MessageActs({ row }: RowProps) {
  const { outbox: words } = useWords();
  const creditor = useCreditor().code;
  const [open, setOpen] = useState(false);
  const verb = VERB_OF[row.state];
  return (
    <span className="line">
      {row.letter && (
        <a
          href={`/api/creditors/${creditor}/outbox/${row.id}/letter`}
          target="_blank"
          rel="noreferrer"
          className="nowrap"
        >
          {words.letter}
        </a>
      )}
      {verb !== undefined && (
        <CanButton can={row.can[verb]} size="small" onClick={() => setOpen(true)}>
          {words[verb]}
        </CanButton>
      )}
      {open && verb !== undefined && (
        <ReasonDialog row={row} verb={verb} onClose={() => setOpen(false)} />
      )}
    </span>
  );
}
