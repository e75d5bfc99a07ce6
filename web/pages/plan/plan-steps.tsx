/** The steps of the day: choose, release, drop, undo; a line opens to its letter and documents. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Segmented } from "antd";
import { useState } from "react";
import type { PlannedStep } from "../../../src/contract/plan.ts";
import { PATHS } from "../../paths.ts";
import { stepsQuery } from "../../queries/plan.ts";
import { useCreditor } from "../../queries/session.ts";
import { Grid } from "../../ui/grid.tsx";
import { useKeys } from "../../ui/keys.ts";
import { Empty, ProblemNote } from "../../ui/states.tsx";
import { named } from "../../words/named.ts";
import { useWords } from "../../words.tsx";
import { ChosenBar } from "./chosen-bar.tsx";
import type { PlanAnswer } from "./plan-answer.ts";
import { StepCard, useStepColumns } from "./step-columns.tsx";
import { StepDrawer } from "./step-drawer.tsx";

type State = "planned" | "released" | "done" | "dropped";

function Filter() {
  const { plan: words, terms } = useWords();
  const { state } = useSearch({ from: "/$creditor/plan" });
  const navigate = useNavigate({ from: PATHS.plan });
  const states: readonly State[] = ["planned", "released", "done", "dropped"];
  const options = [
    { value: "all", label: words.all },
    ...states.map((value) => ({ value, label: terms.stepStates[value] })),
  ];
  const choose = (next: string) =>
    void navigate({
      search: ({ state: _, ...rest }) =>
        next === "all" ? rest : { ...rest, state: next as State },
      replace: true,
    });
  return <Segmented options={options} value={state ?? "all"} onChange={choose} />;
}

/** No step: what was left out instead, by its commonest reasons. */
function Nothing({ plan }: { readonly plan: PlanAnswer }) {
  const { plan: words, frame, skipReasons } = useWords();
  const navigate = useNavigate({ from: PATHS.plan });
  const left = plan.skips.reduce((sum, { count }) => sum + count, 0);
  if (left === 0) return <Empty icon="check" title={words.emptySteps} />;
  const reasons = plan.skips
    .toSorted((one, other) => other.count - one.count)
    .slice(0, 3)
    .map(({ reason, count }) => `${named(skipReasons, reason)} ${count}`);
  const show = () => void navigate({ search: (before) => ({ ...before, tab: "skips" as const }) });
  return (
    <Empty icon="check" title={words.emptySteps} text={frame.listOf(reasons)}>
      <Button onClick={show}>{words.skips(left)}</Button>
    </Empty>
  );
}

function useSteps(plan: PlanAnswer) {
  const creditor = useCreditor().code;
  const { track, stage, state } = useSearch({ from: "/$creditor/plan" });
  const view = {
    day: plan.day,
    ...(track === undefined ? {} : { track }),
    ...(stage === undefined ? {} : { stage }),
    ...(state === undefined ? {} : { state }),
  };
  const query = useInfiniteQuery(stepsQuery(creditor, view));
  const steps = query.data?.pages.flatMap((page) => page.steps) ?? [];
  return { query, steps, total: query.data?.pages[0]?.total ?? 0 };
}

const waits = (step: PlannedStep): step is PlannedStep & { readonly id: string } =>
  step.id !== null && step.state === "planned";

export function PlanSteps({ plan }: { readonly plan: PlanAnswer }) {
  const { plan: words } = useWords();
  const { open } = useSearch({ from: "/$creditor/plan" });
  const navigate = useNavigate({ from: PATHS.plan });
  const { query, steps, total } = useSteps(plan);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const waiting = steps.filter(waits);
  const picked = waiting.filter(({ id }) => chosen.has(id));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const all = () =>
    setChosen(picked.length === waiting.length ? new Set() : new Set(waiting.map(({ id }) => id)));
  const show = (step: PlannedStep | null) =>
    void navigate({
      search: ({ open: _, ...rest }) => (step?.id == null ? rest : { ...rest, open: step.id }),
      replace: true,
    });
  const selection = { chosen, toggle, all, every: picked.length === waiting.length, waiting };
  const columns = useStepColumns(selection);
  useKeys({ Escape: () => show(null) });
  return (
    <div className="plan-list">
      <div className="toolbar">
        <Filter />
        <ChosenBar chosen={picked} onDone={() => setChosen(new Set())} />
      </div>
      <ProblemNote error={query.error} onAgain={() => void query.refetch()} />
      {query.data !== undefined && (
        <div className="plan-grid">
          <Grid
            label={words.stepList}
            columns={columns}
            rows={steps}
            total={total}
            rowKey={(step) => step.id ?? `${step.customer.id}${step.step}`}
            card={(step) => <StepCard step={step} selection={selection} />}
            cardHeight={100}
            opened={open}
            onOpen={show}
            onEnd={() => {
              if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
            }}
            empty={<Nothing plan={plan} />}
          />
        </div>
      )}
      <StepDrawer step={steps.find(({ id }) => id === open)} onClose={() => show(null)} />
    </div>
  );
}
