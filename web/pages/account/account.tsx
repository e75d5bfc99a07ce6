/** My account: who I am, my password, the second factor, where I am signed in. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { lazy, Suspense, useState } from "react";
import { answerOf, api } from "../../api.ts";
import { accountQuery } from "../../queries/account.ts";
import { useAct } from "../../queries/act.ts";
import { meQuery, useMe } from "../../queries/session.ts";
import { Loading, ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { SecondFactor } from "./second-factor.tsx";
import { Sessions } from "./sessions.tsx";
import "./account.css";

const PasswordDialog = lazy(() => import("../../frame/password-dialog.tsx"));

function Person() {
  const { account: words, frame } = useWords();
  const { user } = useMe();
  const queries = useQueryClient();
  const save = useAct({
    run: (body: { name: string }) => answerOf(api.PATCH("/api/me", { body })),
    done: () => words.saved,
    after: (me) => queries.setQueryData(meQuery.queryKey, me),
    shownInForm: true,
  });
  return (
    <section className="card" aria-label={words.person}>
      <header>
        <h2>{words.person}</h2>
      </header>
      <Form
        className="body"
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: user.name }}
        onFinish={(given: { name: string }) => save.mutate(given)}
      >
        <Form.Item name="name" label={words.name} rules={[{ required: true, max: 100 }]}>
          <Input autoComplete="name" />
        </Form.Item>
        <Form.Item label={words.email}>
          <span className="number">{user.email}</span>
        </Form.Item>
        <ProblemNote error={save.error} />
        <Button htmlType="submit" loading={save.isPending}>
          {frame.save}
        </Button>
      </Form>
    </section>
  );
}

function Password() {
  const { account: words, frame } = useWords();
  const [changing, setChanging] = useState(false);
  return (
    <section className="card" aria-label={words.password}>
      <header>
        <h2>{words.password}</h2>
      </header>
      <div className="body stack">
        <p className="quiet">{words.passwordLead}</p>
        <div>
          <Button onClick={() => setChanging(true)}>{frame.changePassword}</Button>
        </div>
      </div>
      {changing && (
        <Suspense>
          <PasswordDialog onClose={() => setChanging(false)} />
        </Suspense>
      )}
    </section>
  );
}

export function AccountPage() {
  const { account: words } = useWords();
  const { data, error, refetch } = useQuery(accountQuery);
  if (data === undefined && error === null) return <Loading />;
  return (
    <div className="page account-page">
      <header className="page-head">
        <h1>{words.title}</h1>
      </header>
      <ProblemNote error={error} onAgain={() => void refetch()} />
      {data !== undefined && (
        <div className="stack wide-gap">
          <Person />
          <Password />
          <SecondFactor on={data.secondFactor} />
          <Sessions sessions={data.sessions} />
        </div>
      )}
    </div>
  );
}
