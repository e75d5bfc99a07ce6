/** A forgotten password: a link is mailed; the page answers alike for any address. */
import { Link } from "@tanstack/react-router";
import { Alert, Button, Form, Input } from "antd";
import { answerOf, api } from "../../api.ts";
import { PATHS } from "../../paths.ts";
import { useAct } from "../../queries/act.ts";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { Door } from "./door.tsx";

type Given = { readonly email: string };

export function ForgotPasswordPage() {
  const { signIn } = useWords();
  const ask = useAct({
    run: (body: Given) => answerOf(api.POST("/api/password-reset", { body })),
    shownInForm: true,
  });
  return (
    <Door title={signIn.forgottenTitle} lead={signIn.forgottenLead}>
      <Form layout="vertical" requiredMark={false} onFinish={(given: Given) => ask.mutate(given)}>
        <Form.Item name="email" label={signIn.email} rules={[{ required: true, type: "email" }]}>
          <Input autoComplete="username" size="large" autoFocus />
        </Form.Item>
        <div className="stack">
          <ProblemNote error={ask.error} />
          {ask.isSuccess && <Alert type="success" showIcon title={signIn.forgottenDone} />}
          <Button type="primary" size="large" block htmlType="submit" loading={ask.isPending}>
            {signIn.forgottenAct}
          </Button>
          <p className="quiet small">{signIn.forgottenElse}</p>
          <Link to={PATHS.signIn} className="small">
            {signIn.toSignIn}
          </Link>
        </div>
      </Form>
    </Door>
  );
}
