/** Make the plan, release all of it, take back what hasn't left. */
import { Modal } from "antd";
import { useReleaseAll, useRunPlan, useUndo } from "../../queries/plan.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { clock } from "../../ui/moment.ts";
import { Empty } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import type { PlanAnswer } from "./plan-answer.ts";

type PlanProps = { readonly plan: PlanAnswer };

const countOf = ({ totals }: PlanAnswer, state: string): number =>
  totals.filter((line) => line.state === state).reduce((sum, line) => sum + line.steps, 0);

function ReleaseAll({ plan }: PlanProps) {
  const { plan: words, frame } = useWords();
  const [dialog, holder] = Modal.useModal();
  const release = useReleaseAll();
  const waiting = countOf(plan, "planned");
  const ask = () =>
    void dialog.confirm({
      title: words.releaseAll(waiting),
      content: words.releaseAllSure(waiting),
      okText: words.releaseAll(waiting),
      cancelText: frame.cancel,
      icon: null,
      onOk: () => release.mutateAsync(),
    });
  if (waiting === 0) return null;
  return (
    <>
      {holder}
      <CanButton can={plan.can.releaseAll} type="primary" loading={release.isPending} onClick={ask}>
        {words.releaseAll(waiting)}
      </CanButton>
    </>
  );
}

function UndoAll({ plan }: PlanProps) {
  const { plan: words } = useWords();
  const undo = useUndo();
  if (countOf(plan, "released") === 0) return null;
  return (
    <CanButton
      can={plan.can.undoAll}
      icon={<Icon name="undo" size={14} />}
      loading={undo.isPending}
      onClick={() => undo.mutate("all")}
    >
      {words.undoAll}
    </CanButton>
  );
}

export function PlanHead({ plan }: PlanProps) {
  const { plan: words } = useWords();
  const run = useRunPlan();
  const past = plan.day !== plan.today;
  if (plan.run === null) return null;
  const { closedAt, lookedAt, policyVersion } = plan.run;
  return (
    <>
      <span className="quiet small">
        {closedAt === null ? words.running : words.closed(clock(closedAt), lookedAt)} ·{" "}
        {words.policyVersion(policyVersion)}
      </span>
      {!past && (
        <div className="line wrap">
          <UndoAll plan={plan} />
          <CanButton can={plan.can.run} loading={run.isPending} onClick={() => run.mutate()}>
            {words.ranAgain}
          </CanButton>
          <ReleaseAll plan={plan} />
        </div>
      )}
    </>
  );
}

export function NoRun({ plan }: PlanProps) {
  const { plan: words } = useWords();
  const run = useRunPlan();
  return (
    <section className="card">
      <Empty icon="plan" title={words.noRun} text={words.noRunText}>
        {plan.day === plan.today && (
          <CanButton
            can={plan.can.run}
            type="primary"
            loading={run.isPending}
            onClick={() => run.mutate()}
          >
            {run.isPending ? words.running : words.run}
          </CanButton>
        )}
      </Empty>
    </section>
  );
}
