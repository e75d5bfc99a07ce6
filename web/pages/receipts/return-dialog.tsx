/** A payment came back: shows what will open again, and books it in one act. */
import { useQuery } from "@tanstack/react-query";
import { Checkbox, Form, Input, Modal, Select, Skeleton } from "antd";
import type { Can } from "../../../src/contract/scalars.ts";
import { previewReturnQuery, type ReturnKind, useReturnPayment } from "../../queries/returned.ts";
import { useCreditor } from "../../queries/session.ts";
import { AmountField, wireAmount } from "../../ui/amount-field.tsx";
import { DayField } from "../../ui/day-field.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { type ReturnPreview, WhatReopens } from "./what-reopens.tsx";

export type FromNotice = {
  readonly id: string;
  readonly on: string;
  readonly code: string | null;
  readonly said: string | null;
};

type ReturnDialogProps = {
  readonly receipt: string;
  /** The bank's notice that told of it, where one did. */
  readonly notice?: FromNotice;
  readonly onClose: () => void;
};

type Given = {
  readonly kind: ReturnKind;
  readonly returnedOn: string;
  readonly reasonCode?: string;
  readonly reasonText?: string;
  readonly charge?: string;
  readonly claimCharge?: boolean;
};

const orNull = (text: string | undefined): string | null => text?.trim() || null;

/** What the clause allows, or why the charge stays with us. */
function ClaimCharge({ preview }: { readonly preview: ReturnPreview }) {
  const all = useWords();
  const words = all.receipts.returned;
  const can: Can = preview.can.claimCharge;
  const { clause } = preview;
  return (
    <>
      <Form.Item name="claimCharge" valuePropName="checked" noStyle>
        <Checkbox disabled={can !== true}>{words.claimCharge}</Checkbox>
      </Form.Item>
      <p className="quiet small">
        {can !== true && all.refusal({ type: "", ...can })}
        {can === true && clause !== null && words.clause(clause.contract, clause.text)}
      </p>
    </>
  );
}

function Fields({ preview }: { readonly preview: ReturnPreview }) {
  const { receipts, terms } = useWords();
  const words = receipts.returned;
  const today = useCreditor().businessDay;
  const { currency } = preview.receipt.amount;
  const kinds = Object.entries(terms.returnKinds).map(([value, label]) => ({ value, label }));
  return (
    <>
      <div className="pair">
        <Form.Item name="kind" label={words.kind}>
          <Select options={kinds} />
        </Form.Item>
        <Form.Item name="returnedOn" label={words.on} rules={[{ required: true }]}>
          <DayField min={preview.receipt.receivedOn} max={today} allowClear={false} />
        </Form.Item>
        <Form.Item name="reasonText" label={words.reasonText}>
          <Input />
        </Form.Item>
        <Form.Item name="reasonCode" label={words.reasonCode}>
          <Input />
        </Form.Item>
        <Form.Item name="charge" label={words.charge} extra={words.chargeHint}>
          <AmountField currency={currency} />
        </Form.Item>
      </div>
      <ClaimCharge preview={preview} />
    </>
  );
}

function ReturnForm({ preview, ...props }: ReturnDialogProps & { preview: ReturnPreview }) {
  const all = useWords();
  const words = all.receipts.returned;
  const today = useCreditor().businessDay;
  const [form] = Form.useForm<Given>();
  const book = useReturnPayment(props.onClose);
  const { notice } = props;
  const { currency } = preview.receipt.amount;
  const send = ({ charge, reasonCode, reasonText, claimCharge, ...given }: Given) => {
    const cost = orNull(charge);
    book.mutate({
      ...given,
      receipt: props.receipt,
      reasonCode: orNull(reasonCode),
      reasonText: orNull(reasonText),
      charge: cost === null ? null : wireAmount(cost, currency),
      claimCharge: cost !== null && claimCharge === true,
      notice: notice?.id ?? null,
    });
  };
  return (
    <Modal
      open
      width={620}
      title={words.title}
      okText={words.act}
      cancelText={all.frame.cancel}
      okButtonProps={{
        danger: true,
        loading: book.isPending,
        disabled: preview.can.return !== true,
      }}
      onOk={() => form.submit()}
      onCancel={props.onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          kind: preview.kind,
          returnedOn: notice?.on ?? today,
          reasonCode: notice?.code ?? "",
          reasonText: notice?.said ?? "",
        }}
        onFinish={send}
      >
        <WhatReopens preview={preview} />
        <Fields preview={preview} />
        <ProblemNote error={book.error} />
      </Form>
    </Modal>
  );
}

export function ReturnDialog(props: ReturnDialogProps) {
  const { receipts } = useWords();
  const creditor = useCreditor().code;
  const { data, error } = useQuery(previewReturnQuery(creditor, props.receipt));
  if (data !== undefined) return <ReturnForm {...props} preview={data} />;
  return (
    <Modal open title={receipts.returned.title} footer={null} onCancel={props.onClose}>
      <ProblemNote error={error} />
      {error === null && <Skeleton active title={false} paragraph={{ rows: 5 }} />}
    </Modal>
  );
}
