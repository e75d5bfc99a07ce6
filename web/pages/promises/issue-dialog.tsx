/** Releases the document to be signed: language, the reservation, and what follows in law. */
import { Checkbox, Form, Modal, Segmented } from "antd";
import { type AgreementAnswer, useIssue } from "../../queries/agreements-made.ts";
import { ProblemNote } from "../../ui/states.tsx";
import { useLanguage } from "../../words.tsx";
import { FactNotes } from "./agreement-notes.tsx";

type IssueProps = { readonly agreement: AgreementAnswer; readonly onClose: () => void };
type Given = {
  readonly language: "zh" | "en";
  readonly reservePenalty: boolean;
  readonly concedes: boolean;
};

export function IssueDialog({ agreement, onClose }: IssueProps) {
  const { words, language } = useLanguage();
  const { agreed, frame } = words;
  const [form] = Form.useForm<Given>();
  const reserves = Form.useWatch("reservePenalty", form) ?? agreement.clauses.reservePenalty;
  const issue = useIssue(agreement.id, onClose);
  return (
    <Modal
      open
      title={agreed.issueTitle}
      okText={agreed.issue}
      cancelText={frame.cancel}
      okButtonProps={{ loading: issue.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          language,
          reservePenalty: agreement.clauses.reservePenalty,
          concedes: false,
        }}
        onFinish={(given: Given) => issue.mutate(given)}
      >
        <p className="quiet">{agreed.issueLead}</p>
        <Form.Item name="language" label={frame.language}>
          <Segmented
            options={[
              { value: "zh", label: "中文" },
              { value: "en", label: "English" },
            ]}
          />
        </Form.Item>
        <Form.Item name="reservePenalty" valuePropName="checked">
          <Checkbox>{agreed.reservation}</Checkbox>
        </Form.Item>
        <FactNotes because={agreement.concessions} />
        <Form.Item name="concedes" valuePropName="checked" hidden={reserves}>
          <Checkbox>{agreed.concedes}</Checkbox>
        </Form.Item>
        <ProblemNote error={issue.error} />
      </Form>
    </Modal>
  );
}
