/** Sign-in: e-mail and password, nothing else on the page. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Navigate, useNavigate } from "@tanstack/react-router";
import { Button, Form, Input } from "antd";
import { answerOf, api } from "../../api.ts";
import { PATHS } from "../../paths.ts";
import { useAct } from "../../queries/act.ts";
import { firstRunQuery, meQuery } from "../../queries/session.ts";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { Door } from "./door.tsx";

type Given = { readonly email: string; readonly password: string };

export function SignInPage() {
  const words = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { data: first } = useQuery(firstRunQuery);
  const enter = useAct({
    run: (body: Given) => answerOf(api.POST("/api/sign-in", { body })),
    shownInForm: true,
    after(me) {
      queries.setQueryData(meQuery.queryKey, me);
      void navigate({ to: "/" });
    },
  });
  if (first?.needed === true) return <Navigate to={PATHS.firstAdministrator} />;
  return (
    <Door title={words.signIn.title} lead={words.signIn.lead}>
      <Form layout="vertical" requiredMark={false} onFinish={(given: Given) => enter.mutate(given)}>
        <Form.Item name="email" label={words.signIn.email} rules={[{ required: true }]}>
          <Input type="email" autoComplete="username" size="large" autoFocus />
        </Form.Item>
        <Form.Item name="password" label={words.signIn.password} rules={[{ required: true }]}>
          <Input.Password autoComplete="current-password" size="large" />
        </Form.Item>
        <div className="stack">
          <ProblemNote error={enter.error} />
          <Button type="primary" size="large" block htmlType="submit" loading={enter.isPending}>
            {words.signIn.act}
          </Button>
          <p className="quiet small">{words.signIn.forgotten}</p>
        </div>
      </Form>
    </Door>
  );
}
