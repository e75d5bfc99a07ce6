/** Who substitutes whom: running and coming ones first, then those of the last year. */
import { useQuery } from "@tanstack/react-query";
import type { Substitution } from "../../../src/contract/team.ts";
import { useCreditor } from "../../queries/session.ts";
import { substitutionsQuery, useEndSubstitution } from "../../queries/team.ts";
import { dayAndClock } from "../../ui/moment.ts";
import { Empty, Loading, ProblemNote } from "../../ui/states.tsx";
import { SureButton } from "../../ui/sure-button.tsx";
import { whoIs } from "../../words/who.ts";
import { useWords } from "../../words.tsx";

const TAGS = { running: "success", coming: "accent", past: "" } as const;

function Line({ one }: { readonly one: Substitution }) {
  const words = useWords();
  const { team } = words;
  const end = useEndSubstitution(() => undefined);
  const { state, absent, substitute, endedBy } = one;
  const made = team.madeBy(whoIs(words, one.madeBy), dayAndClock(one.madeAt));
  const ended = endedBy === null ? "" : ` · ${team.endedBy(whoIs(words, endedBy))}`;
  return (
    <li className={`record-line${state === "past" ? " ended" : ""}`}>
      <div className="line wrap">
        <span className={`tag ${TAGS[state]}`}>{team.states[state]}</span>
        <span className="strong">
          {absent.name} → {substitute.name}
        </span>
        <span className="number nowrap">{team.period(one.from, one.until)}</span>
        {state !== "past" && (
          <SureButton
            size="small"
            className="push-end"
            can={one.can.end}
            act={state === "coming" ? team.callOff : team.endSubstitute}
            sure={team.endSure}
            pending={end.isPending}
            onSure={() => end.mutate(one.id)}
          />
        )}
      </div>
      <span>{one.reason}</span>
      <span className="quiet small">
        {made}
        {ended}
      </span>
    </li>
  );
}

export function SubstituteList() {
  const { team: words } = useWords();
  const { data, error, refetch } = useQuery(substitutionsQuery(useCreditor().code));
  if (data === undefined) {
    if (error === null) return <Loading />;
    return <ProblemNote error={error} onAgain={() => void refetch()} />;
  }
  return (
    <section className="card" aria-label={words.tabs.substitutes}>
      {data.rows.length === 0 ? (
        <Empty icon="person" title={words.noSubstitutes} text={words.noSubstitutesText} />
      ) : (
        <ul className="record-list body">
          {data.rows.map((one) => (
            <Line key={one.id} one={one} />
          ))}
        </ul>
      )}
    </section>
  );
}
