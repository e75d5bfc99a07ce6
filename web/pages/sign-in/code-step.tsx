/** The second step of signing in: the digits of the telephone, or a backup code. */
import { Button, Form, Input } from "antd";
import type { Me } from "../../../src/contract/session.ts";
import { answerOf, api } from "../../api.ts";
import { useAct } from "../../queries/act.ts";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { Door } from "./door.tsx";

type CodeStepProps = { readonly onIn: (me: Me) => void; readonly onBack: () => void };
type Given = { readonly code: string };

export function CodeStep({ onIn, onBack }: CodeStepProps) {
  const { signIn } = useWords();
  const enter = useAct({
    run: (body: Given) => answerOf(api.POST("/api/sign-in/code", { body })),
    shownInForm: true,
    after: onIn,
  });
  return (
    <Door title={signIn.codeTitle} lead={signIn.codeLead}>
      <Form layout="vertical" requiredMark={false} onFinish={(given: Given) => enter.mutate(given)}>
        <Form.Item name="code" label={signIn.code} rules={[{ required: true, min: 6 }]}>
          <Input autoComplete="one-time-code" size="large" autoFocus />
        </Form.Item>
        <div className="stack">
          <ProblemNote error={enter.error} />
          <Button type="primary" size="large" block htmlType="submit" loading={enter.isPending}>
            {signIn.codeAct}
          </Button>
          <Button type="link" onClick={onBack}>
            {signIn.otherAccount}
          </Button>
        </div>
      </Form>
    </Door>
  );
}
