/** A dialog with a form of its own: the frame that the dialogs of team and people share. */
import { Form, type FormInstance, Input, Modal } from "antd";
import type { ReactNode } from "react";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";

type FormDialogProps<Given extends object> = {
  readonly form: FormInstance<Given>;
  readonly title: string;
  readonly act: string;
  readonly initial: Partial<Given>;
  readonly pending: boolean;
  readonly error: unknown;
  readonly disabled?: boolean;
  readonly width?: number;
  readonly onGiven: (given: Given) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

export function FormDialog<Given extends object>(props: FormDialogProps<Given>) {
  const { frame } = useWords();
  const { form, disabled = false } = props;
  return (
    <Modal
      open
      width={props.width ?? 520}
      title={props.title}
      okText={props.act}
      cancelText={frame.cancel}
      okButtonProps={{ loading: props.pending, disabled }}
      onOk={() => form.submit()}
      onCancel={props.onClose}
    >
      <Form<Given>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={props.initial}
        onFinish={props.onGiven}
      >
        {props.children}
        <ProblemNote error={props.error} />
      </Form>
    </Modal>
  );
}

/** Why it is done: kept with it. */
export function ReasonField() {
  const { team: words } = useWords();
  return (
    <Form.Item name="reason" label={words.reason} rules={[{ required: true, whitespace: true }]}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
    </Form.Item>
  );
}
