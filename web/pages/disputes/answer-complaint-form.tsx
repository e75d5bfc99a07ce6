/** Answers a complaint and closes it. */
import { Form, Input, Select } from "antd";
import type { ComplaintOutcome } from "../../../src/domain/desk/complaint.ts";
import { optionsOf } from "../../acts/options.ts";
import { useAnswerComplaint } from "../../queries/complaints.ts";
import { useWords } from "../../words.tsx";
import { FormFoot } from "./form-foot.tsx";

type Given = {
  readonly outcome: ComplaintOutcome;
  readonly answer?: string;
  readonly measures?: string;
};

const needed = (is: boolean) => (is ? [{ required: true, whitespace: true }] : []);

type FormProps = { readonly complaint: string; readonly onDone: () => void };

export function AnswerComplaintForm({ complaint, onDone }: FormProps) {
  const { complaints } = useWords().disputes;
  const [form] = Form.useForm<Given>();
  const answer = useAnswerComplaint(complaint, onDone);
  const outcome = Form.useWatch("outcome", form);
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(given) =>
        answer.mutate({
          outcome: given.outcome,
          answer: given.answer?.trim() || null,
          measures: given.measures?.trim() || null,
        })
      }
    >
      <Form.Item name="outcome" label={complaints.outcome} rules={[{ required: true }]}>
        <Select autoFocus options={optionsOf(complaints.outcomes)} />
      </Form.Item>
      <Form.Item
        name="answer"
        label={complaints.answerText}
        rules={needed(outcome !== "withdrawn")}
      >
        <Input.TextArea maxLength={4000} autoSize={{ minRows: 3, maxRows: 8 }} />
      </Form.Item>
      <Form.Item
        name="measures"
        label={complaints.measures}
        extra={complaints.measuresHint}
        rules={needed(outcome === "founded")}
      >
        <Input.TextArea maxLength={4000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <FormFoot
        error={answer.error}
        pending={answer.isPending}
        label={complaints.answerAct}
        onCancel={onDone}
      />
    </Form>
  );
}
