/** The department's answer: what was found, with files that show it. */
import { Form, Input } from "antd";
import { useState } from "react";
import type { Attachment } from "../../../src/contract/attachment.ts";
import { AttachmentsField } from "../../acts/attachments-field.tsx";
import { useAnswerDispute } from "../../queries/disputes.ts";
import { useMay } from "../../queries/session.ts";
import { useWords } from "../../words.tsx";
import type { DisputeFormProps } from "./dispute-acts.tsx";
import { FormFoot } from "./form-foot.tsx";

export function AnswerForm({ dispute, onDone }: DisputeFormProps) {
  const { disputes } = useWords();
  const [files, setFiles] = useState<readonly Attachment[]>([]);
  const mayAttach = useMay("contact:log");
  const answer = useAnswerDispute(dispute.id, onDone);
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      onFinish={({ said }: { said: string }) =>
        answer.mutate({ said, attachments: files.map(({ id }) => id) })
      }
    >
      <Form.Item
        name="said"
        label={disputes.answerText}
        extra={disputes.answerHint}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input.TextArea autoFocus maxLength={4000} autoSize={{ minRows: 3, maxRows: 10 }} />
      </Form.Item>
      {mayAttach === true && (
        <Form.Item>
          <AttachmentsField customer={dispute.customer.id} files={files} onFiles={setFiles} />
        </Form.Item>
      )}
      <FormFoot
        error={answer.error}
        pending={answer.isPending}
        label={disputes.acts.answer}
        onCancel={onDone}
      />
    </Form>
  );
}
