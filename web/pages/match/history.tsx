/** What was decided on a line's receipt before, undone decisions too, each with its reasons. */
import { useState } from "react";
import type { MatchLineAnswer } from "../../queries/match.ts";
import { Amounts } from "../../ui/amount.tsx";
import { CanButton } from "../../ui/can-button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { dayAndClock } from "../../ui/moment.ts";
import { sumsOf } from "../../ui/wire-sums.ts";
import { whoIs } from "../../words/who.ts";
import { useWords } from "../../words.tsx";
import { MatchWhy } from "./match-why.tsx";
import { UndoDialog } from "./undo-dialog.tsx";

type Application = MatchLineAnswer["applications"][number];
type DecisionProps = { readonly application: Application; readonly unit: string };

function Decision({ application, unit }: DecisionProps) {
  const all = useWords();
  const { match: words, bankLines } = all;
  const [undoing, setUndoing] = useState(false);
  const { madeBy, customer, allocations, appliedAt, actor, state, can } = application;
  const numbers = allocations.map(({ number }) => number);
  return (
    <li className={state === "live" ? "decision" : "decision ended"}>
      <span className="spread">
        <span className="clip">{words.settledBefore(bankLines.madeBy[madeBy], customer.name)}</span>
        <Amounts of={sumsOf(allocations.map(({ amount }) => amount))} />
      </span>
      <span className="small quiet number">
        {dayAndClock(appliedAt)} · {whoIs(all, actor)} · {numbers.join(" · ")}
      </span>
      <MatchWhy because={application.because} unit={unit} />
      {application.endReason !== null && (
        <span className="small">
          {words.ended(
            whoIs(all, application.endedBy),
            application.endedOn ?? "–",
            application.endReason,
          )}
        </span>
      )}
      {state === "live" && (
        <CanButton
          can={can.undo}
          size="small"
          icon={<Icon name="undo" size={14} />}
          onClick={() => setUndoing(true)}
        >
          {words.undo}
        </CanButton>
      )}
      {undoing && <UndoDialog application={application.id} onClose={() => setUndoing(false)} />}
    </li>
  );
}

type HistoryProps = { readonly applications: readonly Application[]; readonly unit: string };

export function History({ applications, unit }: HistoryProps) {
  const { match: words } = useWords();
  if (applications.length === 0) return null;
  return (
    <section>
      <h3 className="panel-title">{words.history}</h3>
      <ul className="decisions">
        {applications.map((application) => (
          <Decision key={application.id} application={application} unit={unit} />
        ))}
      </ul>
    </section>
  );
}
