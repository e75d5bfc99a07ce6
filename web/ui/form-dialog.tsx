/** A dialog with a form of its own: title, act, and where a refusal is shown. */
import { Form, type FormInstance, Modal } from "antd";
import type { ReactNode } from "react";
import { useWords } from "../words.tsx";
import { ProblemNote } from "./states.tsx";

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
