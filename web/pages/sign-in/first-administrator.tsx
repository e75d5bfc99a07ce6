/** First run without a demo: the first administrator and the first creditor. */
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Form, Input } from "antd";
import { answerOf, api } from "../../api.ts";
import { PATHS } from "../../paths.ts";
import { useAct } from "../../queries/act.ts";
import { firstRunQuery, meQuery } from "../../queries/session.ts";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { Door } from "./door.tsx";

type Given = {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly creditor: { readonly name: string; readonly code: string };
};

function Fields() {
  const { signIn } = useWords();
  const required = [{ required: true }];
  return (
    <>
      <Form.Item name="token" label={signIn.token} rules={required}>
        <Input autoComplete="off" autoFocus />
      </Form.Item>
      <Form.Item name="name" label={signIn.name} rules={required}>
        <Input autoComplete="name" />
      </Form.Item>
      <Form.Item name="email" label={signIn.email} rules={[{ required: true, type: "email" }]}>
        <Input autoComplete="username" />
      </Form.Item>
      <Form.Item
        name="password"
        label={signIn.password}
        rules={[{ required: true, min: 10 }]}
        extra={signIn.passwordHint}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item name={["creditor", "name"]} label={signIn.creditorName} rules={required}>
        <Input autoComplete="organization" />
      </Form.Item>
      <Form.Item
        name={["creditor", "code"]}
        label={signIn.creditorCode}
        rules={[{ required: true, pattern: /^[A-Za-z0-9_-]{1,40}$/ }]}
        extra={signIn.creditorCodeHint}
      >
        <Input autoComplete="off" />
      </Form.Item>
    </>
  );
}

export function FirstAdministratorPage() {
  const { signIn } = useWords();
  const { token } = useSearch({ from: "/first-administrator" });
  const queries = useQueryClient();
  const navigate = useNavigate();
  const create = useAct({
    run: (body: Given) => answerOf(api.POST("/api/first-administrator", { body })),
    shownInForm: true,
    after(me) {
      queries.setQueryData(meQuery.queryKey, me);
      queries.setQueryData(firstRunQuery.queryKey, { needed: false });
      const creditor = me.creditors[0]?.code;
      if (creditor === undefined) void navigate({ to: "/" });
      else void navigate({ to: PATHS.start, params: { creditor } });
    },
  });
  return (
    <Door title={signIn.firstTitle} lead={signIn.firstLead}>
      <Form
        layout="vertical"
        requiredMark={false}
        initialValues={{ token }}
        onFinish={(given: Given) => create.mutate(given)}
      >
        <Fields />
        <div className="stack">
          <ProblemNote error={create.error} />
          <Button type="primary" size="large" block htmlType="submit" loading={create.isPending}>
            {signIn.firstAct}
          </Button>
        </div>
      </Form>
    </Door>
  );
}
