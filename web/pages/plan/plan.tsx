/** The plan of a day: totals, steps to release or drop, and what was left out with reasons. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Select } from "antd";
import { PATHS } from "../../paths.ts";
import { planQuery } from "../../queries/plan.ts";
import { useCreditor } from "../../queries/session.ts";
import { Loading, ProblemNote } from "../../ui/states.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { useWords } from "../../words.tsx";
import { FirstDay } from "./first-day.tsx";
import type { PlanAnswer } from "./plan-answer.ts";
import { NoRun, PlanHead } from "./plan-head.tsx";
import { PlanSkips } from "./plan-skips.tsx";
import { PlanSteps } from "./plan-steps.tsx";
import { PlanTotals } from "./plan-totals.tsx";
import { SendingLine } from "./sending-line.tsx";
import { StaleNote } from "./stale-note.tsx";
import "./plan.css";

export function PlanPage() {
  const words = useWords();
  const creditor = useCreditor().code;
  const view = useSearch({ from: "/$creditor/plan" });
  const navigate = useNavigate({ from: PATHS.plan });
  const { data, error, refetch } = useQuery(planQuery(creditor, view.day));
  if (data === undefined) {
    return error === null ? (
      <Loading />
    ) : (
      <div className="page">
        <ProblemNote error={error} onAgain={() => void refetch()} />
      </div>
    );
  }
  const days = [...new Set([data.today, ...data.days])].map((value) => ({ value, label: value }));
  const show = (day: string) => void navigate({ search: day === data.today ? {} : { day } });
  return (
    <div className="page">
      <header className="page-head">
        <h1>{words.plan.title}</h1>
        <Select
          aria-label={words.plan.day}
          className="number"
          value={data.day}
          options={days}
          onChange={show}
        />
        <PlanHead plan={data} />
      </header>
      {data.run === null ? <NoRun plan={data} /> : <PlanBody plan={data} />}
    </div>
  );
}

function PlanBody({ plan }: { readonly plan: PlanAnswer }) {
  const words = useWords();
  const { tab = "steps" } = useSearch({ from: "/$creditor/plan" });
  const navigate = useNavigate({ from: PATHS.plan });
  const steps = plan.totals.reduce((sum, line) => sum + line.steps, 0);
  const skips = plan.skips.reduce((sum, line) => sum + line.count, 0);
  const tabs = [
    { key: "steps", label: words.plan.steps(steps), content: <PlanSteps plan={plan} /> },
    { key: "skips", label: words.plan.skips(skips), content: <PlanSkips plan={plan} /> },
  ] as const;
  const show = (next: "steps" | "skips") =>
    void navigate({ search: ({ open: _, ...rest }) => ({ ...rest, tab: next }), replace: true });
  return (
    <>
      {plan.run?.firstDay === true && <FirstDay plan={plan} />}
      {plan.day === plan.today && <StaleNote plan={plan} />}
      <SendingLine sending={plan.sending} />
      <PlanTotals plan={plan} />
      <section className="card">
        <Tabs label={words.plan.title} tabs={tabs} chosen={tab} onChoose={show} />
      </section>
    </>
  );
}
