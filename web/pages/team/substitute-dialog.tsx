/** Names who stands in for a colleague, and from when until when. */
import { Form } from "antd";
import { useCreditor } from "../../queries/session.ts";
import { type SubstitutionBody, useAddSubstitution } from "../../queries/team.ts";
import { DayField } from "../../ui/day-field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { useWords } from "../../words.tsx";
import { PersonChoice } from "./person-choice.tsx";
import { ReasonField } from "./reason-field.tsx";

export function SubstituteDialog({ onClose }: { readonly onClose: () => void }) {
  const { team: words } = useWords();
  const today = useCreditor().businessDay;
  const [form] = Form.useForm<SubstitutionBody>();
  const absent = Form.useWatch("absent", form);
  const from = Form.useWatch("from", form) ?? today;
  const add = useAddSubstitution(onClose);
  return (
    <FormDialog
      form={form}
      title={words.substituteTitle}
      act={words.addSubstitute}
      initial={{ from: today, reason: "" }}
      pending={add.isPending}
      error={add.error}
      onGiven={(given) => add.mutate({ ...given, reason: given.reason.trim() })}
      onClose={onClose}
    >
      <p className="quiet dialog-lead">{words.substituteText}</p>
      <div className="pair">
        <Form.Item name="absent" label={words.absent} rules={[{ required: true }]}>
          <PersonChoice />
        </Form.Item>
        <Form.Item name="substitute" label={words.substitute} rules={[{ required: true }]}>
          <PersonChoice except={absent} />
        </Form.Item>
        <Form.Item name="from" label={words.fromDay} rules={[{ required: true }]}>
          <DayField min={today} allowClear={false} />
        </Form.Item>
        <Form.Item
          name="until"
          label={words.untilDay}
          extra={words.untilHint}
          rules={[{ required: true }]}
        >
          <DayField min={from} />
        </Form.Item>
      </div>
      <ReasonField />
    </FormDialog>
  );
}
