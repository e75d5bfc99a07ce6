/** Sign-in: e-mail and password, then a code where a second factor is on; or the company's door. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, Navigate, useNavigate, useSearch } from "@tanstack/react-router";
import { Alert, Button, Form, Input } from "antd";
import { useState } from "react";
import type { Me } from "../../../src/contract/session.ts";
import { answerOf, api } from "../../api.ts";
import { PATHS } from "../../paths.ts";
import { signInWaysQuery } from "../../queries/account.ts";
import { useAct } from "../../queries/act.ts";
import { firstRunQuery, meQuery } from "../../queries/session.ts";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { CodeStep } from "./code-step.tsx";
import { Door } from "./door.tsx";

type Given = { readonly email: string; readonly password: string };

/** The button to the company's identity provider, where there is one. */
function CompanyDoor() {
  const { signIn } = useWords();
  const { data } = useQuery(signInWaysQuery);
  const go = useAct({
    run: () => answerOf(api.POST("/api/sign-in/single")),
    after: ({ url }) => window.location.assign(url),
  });
  if (!data?.singleSignOn) return null;
  return (
    <Button size="large" block loading={go.isPending} onClick={() => go.mutate(undefined)}>
      {signIn.singleSignOn(data.singleSignOn)}
    </Button>
  );
}

/** Why the company's door did not let in; the address carries the reason. */
function CompanyNote() {
  const words = useWords();
  const { error } = useSearch({ from: "/sign-in" });
  if (error === undefined) return null;
  const disabled = error === "user_is_disabled";
  const problem = { type: `/problems/${error}`, code: error };
  const said = disabled ? words.refusal(problem) : words.signIn.ssoFailed;
  return <Alert type="warning" showIcon title={said} className="door-note" />;
}

type PasswordStepProps = {
  readonly onIn: (me: Me) => void;
  readonly onCode: () => void;
};

function PasswordStep({ onIn, onCode }: PasswordStepProps) {
  const { signIn } = useWords();
  const enter = useAct({
    run: (body: Given) => answerOf(api.POST("/api/sign-in", { body })),
    shownInForm: true,
    after: (answer) => ("codeWanted" in answer ? onCode() : onIn(answer)),
  });
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(given: Given) => enter.mutate(given)}>
      <Form.Item name="email" label={signIn.email} rules={[{ required: true }]}>
        <Input type="email" autoComplete="username" size="large" autoFocus />
      </Form.Item>
      <Form.Item name="password" label={signIn.password} rules={[{ required: true }]}>
        <Input.Password autoComplete="current-password" size="large" />
      </Form.Item>
      <div className="stack">
        <ProblemNote error={enter.error} />
        <Button type="primary" size="large" block htmlType="submit" loading={enter.isPending}>
          {signIn.act}
        </Button>
        <CompanyDoor />
        <Link to={PATHS.forgotPassword} className="small">
          {signIn.forgotten}
        </Link>
      </div>
    </Form>
  );
}

export function SignInPage() {
  const { signIn } = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { data: first } = useQuery(firstRunQuery);
  const [step, setStep] = useState<"password" | "code">("password");
  const onIn = (me: Me) => {
    queries.setQueryData(meQuery.queryKey, me);
    void navigate({ to: "/" });
  };
  if (first?.needed === true) return <Navigate to={PATHS.firstAdministrator} />;
  if (step === "code") return <CodeStep onIn={onIn} onBack={() => setStep("password")} />;
  return (
    <Door title={signIn.title} lead={signIn.lead}>
      <CompanyNote />
      <PasswordStep onIn={onIn} onCode={() => setStep("code")} />
    </Door>
  );
}
