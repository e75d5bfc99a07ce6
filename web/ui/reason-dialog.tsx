/** A small dialog that asks for the reason of an act before it is done. */
import { Form, Input, Modal } from "antd";
import type { ReactNode } from "react";
import { useWords } from "../words.tsx";
import { ProblemNote } from "./states.tsx";

type ReasonDialogProps = {
  readonly title: string;
  readonly label: string;
  readonly act: string;
  readonly pending: boolean;
  readonly error: unknown;
  /** With the values of the other fields. */
  readonly onReason: (reason: string, fields: Readonly<Record<string, unknown>>) => void;
  readonly onClose: () => void;
  readonly hint?: string;
  /** What people usually mean; they may write something else. */
  readonly first?: string;
  /** Fields of the same form, above the reason. */
  readonly children?: ReactNode;
};

export function ReasonDialog(props: ReasonDialogProps) {
  const { frame } = useWords();
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Modal
      open
      title={props.title}
      okText={props.act}
      cancelText={frame.cancel}
      okButtonProps={{ loading: props.pending }}
      onOk={() => form.submit()}
      onCancel={props.onClose}
      width={460}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ reason: props.first ?? "" }}
        onFinish={({ reason, ...fields }) => props.onReason(reason.trim(), fields)}
      >
        {props.children}
        <Form.Item
          name="reason"
          label={props.label}
          rules={[{ required: true, whitespace: true }]}
          {...(props.hint === undefined ? {} : { extra: props.hint })}
        >
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
        <ProblemNote error={props.error} />
      </Form>
    </Modal>
  );
}
