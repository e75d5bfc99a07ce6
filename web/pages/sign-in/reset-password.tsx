/** The page behind the mailed link: a new password, then sign in with it. */
import { Link, useSearch } from "@tanstack/react-router";
import { Alert, Button, Form, Input } from "antd";
import { answerOf, api } from "../../api.ts";
import { PATHS } from "../../paths.ts";
import { useAct } from "../../queries/act.ts";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { Door } from "./door.tsx";

type Given = { readonly password: string };

export function ResetPasswordPage() {
  const { signIn } = useWords();
  const { token = "" } = useSearch({ from: "/reset-password" });
  const save = useAct({
    run: (body: Given) =>
      answerOf(api.POST("/api/password-reset/confirm", { body: { token, ...body } })),
    shownInForm: true,
  });
  return (
    <Door title={signIn.resetTitle} lead={signIn.resetLead}>
      {save.isSuccess ? (
        <div className="stack">
          <Alert type="success" showIcon title={signIn.resetDone} />
          <Link to={PATHS.signIn}>{signIn.toSignIn}</Link>
        </div>
      ) : (
        <Form
          layout="vertical"
          requiredMark={false}
          onFinish={(given: Given) => save.mutate(given)}
        >
          <Form.Item
            name="password"
            label={signIn.password}
            rules={[{ required: true, min: 10 }]}
            extra={signIn.passwordHint}
          >
            <Input.Password autoComplete="new-password" size="large" autoFocus />
          </Form.Item>
          <div className="stack">
            <ProblemNote error={save.error} />
            <Button type="primary" size="large" block htmlType="submit" loading={save.isPending}>
              {signIn.resetAct}
            </Button>
            <Link to={PATHS.forgotPassword} className="small">
              {signIn.forgotten}
            </Link>
          </div>
        </Form>
      )}
    </Door>
  );
}
