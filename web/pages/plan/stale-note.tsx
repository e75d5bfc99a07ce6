/** What a release left out since the customers had changed, and the plan to be made anew. */
import { useRunPlan, useStaleSteps } from "../../queries/plan.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useWords } from "../../words.tsx";
import type { PlanAnswer } from "./plan-answer.ts";

export function StaleNote({ plan }: { readonly plan: PlanAnswer }) {
  const { plan: words } = useWords();
  const stale = useStaleSteps();
  const run = useRunPlan();
  if (stale === 0) return null;
  return (
    <div className="notice warning" role="alert">
      <Icon name="warning" />
      <span className="grow">{words.staleNote(stale)}</span>
      <CanButton
        can={plan.can.run}
        size="small"
        loading={run.isPending}
        onClick={() => run.mutate()}
      >
        {words.ranAgain}
      </CanButton>
    </div>
  );
}
