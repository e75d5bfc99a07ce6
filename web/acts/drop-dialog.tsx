/** Drops planned steps, with the reason the timeline will show. */
import { Form, Input, Modal } from "antd";
import { useDropSteps } from "../queries/plan.ts";
import { ProblemNote } from "../ui/states.tsx";
import { useWords } from "../words.tsx";

type DropDialogProps = {
  readonly steps: readonly string[];
  readonly names: readonly string[];
  readonly onClose: () => void;
};

const NAMED = 3;

export default function DropDialog({ steps, names, onClose }: DropDialogProps) {
  const { acts, frame } = useWords();
  const [form] = Form.useForm<{ reason: string }>();
  const drop = useDropSteps(onClose);
  const more = names.length > NAMED ? ` ${frame.more(names.length - NAMED)}` : "";
  return (
    <Modal
      open
      title={acts.dropTitle}
      okText={acts.dropAct}
      cancelText={frame.cancel}
      okButtonProps={{ loading: drop.isPending, htmlType: "submit" }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={440}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }) => drop.mutate({ steps, reason })}
      >
        <p className="quiet">{`${frame.listOf(names.slice(0, NAMED))}${more}`}</p>
        <Form.Item
          name="reason"
          label={acts.dropReason}
          rules={[{ required: true, whitespace: true }]}
          extra={acts.dropHint}
        >
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
        <ProblemNote error={drop.error} />
      </Form>
    </Modal>
  );
}
