/** The customer signed: who, in what position, on which day, with the scan. */
import { Button, Form, Input, Modal } from "antd";
import { useId, useState } from "react";
import { type AgreementAnswer, useSign } from "../../queries/agreements-made.ts";
import { useCreditor } from "../../queries/session.ts";
import { DayField } from "../../ui/day-field.tsx";
import { FileInput } from "../../ui/drop-zone.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";

type SignProps = { readonly agreement: AgreementAnswer; readonly onClose: () => void };
type Given = { readonly signedBy: string; readonly position: string; readonly signedOn: string };

type ScanProps = { readonly file: File | null; readonly onFile: (file: File) => void };

function Scan({ file, onFile }: ScanProps) {
  const { agreed } = useWords();
  const id = useId();
  return (
    <Form.Item label={agreed.scan}>
      <div className="line wrap">
        <Button onClick={() => document.getElementById(id)?.click()}>{agreed.chooseScan}</Button>
        <span className="clip">{file?.name}</span>
      </div>
      <FileInput id={id} label={agreed.scan} accept=".pdf,.jpg,.jpeg,.png" onFile={onFile} />
    </Form.Item>
  );
}

export function SignDialog({ agreement, onClose }: SignProps) {
  const { agreed, frame } = useWords();
  const { businessDay } = useCreditor();
  const [form] = Form.useForm<Given>();
  const [scan, setScan] = useState<File | null>(null);
  const sign = useSign(agreement.id, onClose);
  return (
    <Modal
      open
      title={agreed.signTitle}
      okText={agreed.sign}
      cancelText={frame.cancel}
      okButtonProps={{ loading: sign.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ signedOn: businessDay }}
        onFinish={(given: Given) => sign.mutate({ ...given, scan })}
      >
        <Form.Item name="signedBy" label={agreed.signedBy} rules={[{ required: true }]}>
          <Input autoFocus maxLength={200} />
        </Form.Item>
        <Form.Item name="position" label={agreed.position} rules={[{ required: true }]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="signedOn" label={agreed.signedOn} rules={[{ required: true }]}>
          <DayField max={businessDay} allowClear={false} />
        </Form.Item>
        <Scan file={scan} onFile={setScan} />
        <ProblemNote error={sign.error} />
      </Form>
    </Modal>
  );
}
