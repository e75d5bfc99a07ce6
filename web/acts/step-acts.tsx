/** Release, drop and look at a planned step, wherever it is shown. */
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import type { TodayLine } from "../../src/contract/today.ts";
import { useReleaseSteps } from "../queries/plan.ts";
import { useCreditor } from "../queries/session.ts";
import { CanButton } from "../ui/can-button.tsx";
import { Icon } from "../ui/icon.tsx";
import { useWords } from "../words.tsx";

const DropDialog = lazy(() => import("./drop-dialog.tsx"));

/** Where the PDF of a step's letter is; opened in a window of its own. */
export const letterUrl = (creditor: string, step: string): string =>
  `/api/creditors/${creditor}/plan/steps/${step}/letter`;

type StepActsProps = { readonly step: TodayLine; readonly name: string };

export function StepActs({ step, name }: StepActsProps) {
  const words = useWords();
  const creditor = useCreditor().code;
  const release = useReleaseSteps();
  const [dropping, setDropping] = useState(false);
  if (step.state !== "planned") {
    return <span className="tag">{words.terms.stepStates[step.state]}</span>;
  }
  return (
    <div className="line wrap">
      <CanButton
        can={step.can.release}
        type="primary"
        size="small"
        loading={release.isPending}
        onClick={() => release.mutate([step.id])}
      >
        {words.today.release}
      </CanButton>
      <CanButton can={step.can.drop} size="small" onClick={() => setDropping(true)}>
        {words.today.drop}
      </CanButton>
      {step.track !== "task" && (
        <Button
          size="small"
          icon={<Icon name="letter" size={14} />}
          href={letterUrl(creditor, step.id)}
          target="_blank"
        >
          {words.today.letter}
        </Button>
      )}
      {dropping && (
        <Suspense>
          <DropDialog steps={[step.id]} names={[name]} onClose={() => setDropping(false)} />
        </Suspense>
      )}
    </div>
  );
}
