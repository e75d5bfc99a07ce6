/** Release, drop and look at a planned step, wherever it is shown. */
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import type { Can } from "../../src/contract/scalars.ts";
import { useReleaseWithUndo } from "../queries/case-acts.ts";
import { useCreditor } from "../queries/session.ts";
import { CanButton } from "../ui/can-button.tsx";
import { Icon } from "../ui/icon.tsx";
import { useWords } from "../words.tsx";

const DropDialog = lazy(() => import("./drop-dialog.tsx"));

/** Where the PDF of a step's letter is; opened in a window of its own. */
export const letterUrl = (creditor: string, step: string): string =>
  `/api/creditors/${creditor}/plan/steps/${step}/letter`;

/** What is shown of a step of the stored plan. */
export type PlanStep = {
  readonly id: string;
  readonly track: "reminder" | "demand" | "task";
  readonly state: "planned" | "released" | "done" | "dropped" | "superseded";
  readonly can: { readonly release: Can; readonly drop: Can };
};

type StepActsProps = {
  readonly step: PlanStep;
  readonly name: string;
  readonly onReleased?: () => void;
};

export function StepActs({ step, name, onReleased }: StepActsProps) {
  const words = useWords();
  const creditor = useCreditor().code;
  const release = useReleaseWithUndo(onReleased);
  const [dropping, setDropping] = useState(false);
  if (step.state !== "planned") {
    return <span className="tag">{words.terms.stepStates[step.state]}</span>;
  }
  return (
    <div className="line wrap">
      <CanButton
        can={step.can.release}
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
