/** Closes a dispute: credited by a memo of the book, put right, rejected or withdrawn. */
import { Form, Input, Select } from "antd";
import { CLOSING_OUTCOMES } from "../../../src/domain/desk/dispute-closing.ts";
import { optionsOf } from "../../acts/options.ts";
import { type Closed, useCloseDispute } from "../../queries/disputes.ts";
import { amountWithCurrency } from "../../ui/amount.tsx";
import { useWords } from "../../words.tsx";
import type { DisputeFormProps } from "./dispute-acts.tsx";
import { FormFoot } from "./form-foot.tsx";

type Given = {
  readonly outcome: Closed["outcome"];
  readonly said?: string;
  readonly creditMemo?: string;
};

/** Who was right must be said. */
const NEEDS_WORDS: ReadonlySet<string | undefined> = new Set(["upheld", "rejected"]);

export function CloseForm({ dispute, onDone }: DisputeFormProps) {
  const { disputes, terms } = useWords();
  const [form] = Form.useForm<Given>();
  const close = useCloseDispute(dispute.id, onDone);
  const outcome = Form.useWatch("outcome", form);
  const memos = dispute.creditMemos.map(({ id, number, open }) => ({
    value: id,
    label: `${number} · ${amountWithCurrency(open)}`,
  }));
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={({ said, creditMemo, ...given }) =>
        close.mutate({ ...given, said: said?.trim() || null, creditMemo: creditMemo ?? null })
      }
    >
      <Form.Item
        name="outcome"
        label={disputes.closeOutcome}
        rules={[{ required: true }]}
        extra={outcome === undefined ? null : disputes.closeHints[outcome]}
      >
        <Select autoFocus options={optionsOf(terms.disputeOutcomes, CLOSING_OUTCOMES)} />
      </Form.Item>
      {outcome === "credited" && (
        <Form.Item name="creditMemo" label={disputes.creditMemoChoice}>
          <Select allowClear options={memos} placeholder={disputes.noCreditMemo} />
        </Form.Item>
      )}
      <Form.Item
        name="said"
        label={disputes.closeSaid}
        rules={NEEDS_WORDS.has(outcome) ? [{ required: true, whitespace: true }] : []}
      >
        <Input.TextArea maxLength={4000} autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <FormFoot
        error={close.error}
        pending={close.isPending}
        label={disputes.acts.close}
        onCancel={onDone}
      />
    </Form>
  );
}
