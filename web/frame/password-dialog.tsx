/** Changes my own password; other sessions end. */
import { Form, Input, Modal } from "antd";
import { answerOf, api } from "../api.ts";
import { useAct } from "../queries/act.ts";
import { ProblemNote } from "../ui/states.tsx";
import { useWords } from "../words.tsx";

type Given = { readonly current: string; readonly next: string };

export default function PasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const { frame, signIn } = useWords();
  const [form] = Form.useForm<Given>();
  const change = useAct({
    run: (body: Given) => answerOf(api.POST("/api/me/password", { body })),
    done: () => frame.passwordChanged,
    after: onClose,
    shownInForm: true,
  });
  return (
    <Modal
      open
      width={400}
      title={frame.changePassword}
      okText={frame.save}
      cancelText={frame.cancel}
      okButtonProps={{ loading: change.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(given) => change.mutate(given)}
      >
        <Form.Item name="current" label={frame.currentPassword} rules={[{ required: true }]}>
          <Input.Password autoFocus autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="next"
          label={frame.nextPassword}
          rules={[{ required: true, min: 10 }]}
          extra={signIn.passwordHint}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <ProblemNote error={change.error} />
      </Form>
    </Modal>
  );
}
