/** What can be done with the chosen lines. */
import { useState } from "react";
import type { PlannedStep } from "../../../src/contract/plan.ts";
import type { Can } from "../../../src/contract/scalars.ts";
import DropDialog from "../../acts/drop-dialog.tsx";
import { useReleaseSteps } from "../../queries/plan.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { useWords } from "../../words.tsx";

type ChosenBarProps = {
  readonly chosen: readonly (PlannedStep & { readonly id: string })[];
  readonly onDone: () => void;
};

/** All of them can, or the first reason why not. */
const allCan = (reasons: readonly Can[]): Can => reasons.find((can) => can !== true) ?? true;

export function ChosenBar({ chosen, onDone }: ChosenBarProps) {
  const { plan: words } = useWords();
  const release = useReleaseSteps(onDone);
  const [dropping, setDropping] = useState(false);
  if (chosen.length === 0) return null;
  const ids = chosen.map(({ id }) => id);
  return (
    <div className="line wrap chosen-bar">
      <CanButton
        can={allCan(chosen.map(({ can }) => can.release))}
        type="primary"
        loading={release.isPending}
        onClick={() => release.mutate(ids)}
      >
        {words.releaseSelected(ids.length)}
      </CanButton>
      <CanButton can={allCan(chosen.map(({ can }) => can.drop))} onClick={() => setDropping(true)}>
        {words.dropSelected}
      </CanButton>
      {dropping && (
        <DropDialog
          steps={ids}
          names={chosen.map(({ customer }) => customer.name)}
          onClose={() => {
            setDropping(false);
            onDone();
          }}
        />
      )}
    </div>
  );
}
