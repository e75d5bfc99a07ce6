/** First run: three doors, and a check-list until the first letter has left. */
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import type { ReactNode } from "react";
import { PATHS } from "../../paths.ts";
import { importsQuery } from "../../queries/import.ts";
import { planQuery } from "../../queries/plan.ts";
import { useCreditor, useMe } from "../../queries/session.ts";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { useWords } from "../../words.tsx";
import "./start.css";

type DoorProps = {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
};

function Door({ icon, title, text, children }: DoorProps) {
  return (
    <section className="card start-door">
      <span className="empty-icon">
        <Icon name={icon} size={22} />
      </span>
      <h2>{title}</h2>
      <p className="quiet">{text}</p>
      <div className="start-act">{children}</div>
    </section>
  );
}

function Doors() {
  const { start: words } = useWords();
  const { creditors, mail } = useMe();
  const { code } = useCreditor();
  const navigate = useNavigate();
  const demo = creditors.find((creditor) => creditor.demo);
  const openDemo = (creditor: string) => void navigate({ to: PATHS.today, params: { creditor } });
  const toImport = () => void navigate({ to: PATHS.import, params: { creditor: code } });
  return (
    <div className="start-doors">
      <Door icon="door" title={words.demo} text={words.demoText}>
        {demo === undefined ? (
          <p className="small">
            {words.demoMissing} <code>npx huikuan demo load</code>
          </p>
        ) : (
          <Button onClick={() => openDemo(demo.code)}>{words.demoAct}</Button>
        )}
      </Door>
      <Door icon="import" title={words.excel} text={words.excelText}>
        <Button type="primary" onClick={toImport}>
          {words.excelAct}
        </Button>
      </Door>
      <Door icon="email" title={words.mail} text={words.mailText}>
        <p className="small">
          <code>SMTP_URL</code> <code>MAIL_FROM</code>
        </p>
        <span className={`tag ${mail === "smtp" ? "success" : ""}`}>{words.mailNow(mail)}</span>
      </Door>
    </div>
  );
}

const CHECKS = [
  { key: "import", page: "import" },
  { key: "entry", page: "plan" },
  { key: "plan", page: "plan" },
  { key: "mail", page: "settings" },
] as const;

function Checks() {
  const { start: words } = useWords();
  const { code, testMode, liveOn } = useCreditor();
  const { mail } = useMe();
  const { data: imported } = useQuery(importsQuery(code));
  const { data: plan } = useQuery(planQuery(code));
  const done = {
    import: (imported?.length ?? 0) > 0,
    entry: liveOn !== null,
    plan: plan?.totals.some(({ state }) => state === "released" || state === "done") ?? false,
    mail: mail === "smtp" && !testMode,
  };
  return (
    <section className="card">
      <header>
        <h2>{words.steps}</h2>
      </header>
      <ol className="body start-checks">
        {CHECKS.map(({ key, page }) => (
          <li key={key} className={done[key] ? "done" : undefined}>
            <span className="start-check">{done[key] && <Icon name="check" size={12} />}</span>
            <Link to={PATHS[page]} params={{ creditor: code }}>
              {words.checks[key]}
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}

export function StartPage() {
  const { start: words } = useWords();
  return (
    <div className="page start">
      <header>
        <h1>{words.title}</h1>
        <p className="quiet">{words.lead}</p>
      </header>
      <Doors />
      <Checks />
    </div>
  );
}
