/** What became of a statement's lines, and the next thing to do. */
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import type { StatementOutcome } from "../../../src/contract/bank-line.ts";
import { PATHS } from "../../paths.ts";
import { useCreditor } from "../../queries/session.ts";
import { Amounts } from "../../ui/amount.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useWords } from "../../words.tsx";

type OutcomeProps = { readonly outcome: StatementOutcome; readonly onClose: () => void };

const KINDS = ["applied", "onAccount", "proposed", "unmatched", "ignored"] as const;

function Tiles({ outcome }: Pick<OutcomeProps, "outcome">) {
  const { bankLines: words } = useWords();
  return (
    <dl className="outcome-tiles">
      {KINDS.map((kind) => (
        <div key={kind} className={`outcome-tile ${kind}`}>
          <dt>{words.outcome[kind]}</dt>
          <dd>
            <span className="tile-figure number">{outcome.counts[kind]}</span>
            <Amounts of={outcome.sums[kind]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function StatementOutcomeCard({ outcome, onClose }: OutcomeProps) {
  const { bankLines: words } = useWords();
  const { code } = useCreditor();
  const navigate = useNavigate();
  const { taken, known, proposed, unmatched, notices } = outcome.counts;
  const waiting = proposed + unmatched;
  const toMatch = () => void navigate({ to: PATHS.match, params: { creditor: code } });
  return (
    <section className="card" role="status">
      <div className="body stack">
        <div className="line wrap">
          <span className="success-text line">
            <Icon name="check" />
          </span>
          <h2>{taken === 0 ? words.takenNothing : words.taken(taken)}</h2>
          {known > 0 && <span className="quiet">{words.takenKnown(known)}</span>}
          {notices > 0 && <span className="quiet">{words.notices(notices)}</span>}
        </div>
        {taken > 0 && <Tiles outcome={outcome} />}
        <div className="line wrap">
          <Button type={waiting > 0 ? "primary" : "default"} onClick={toMatch}>
            {waiting > 0 ? words.toMatch(waiting) : words.toMatchDesk}
          </Button>
          <Button onClick={onClose}>{words.next}</Button>
        </div>
      </div>
    </section>
  );
}
