/** How far the booking of a statement is: what is being done, how many lines, time left. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { statementProgressQuery } from "../../queries/bank-lines.ts";
import { useCreditor } from "../../queries/session.ts";
import { useWords } from "../../words.tsx";

type StatementProgressProps = { readonly run: string; readonly total: number };

const SOON_SECONDS = 2;

/** Seconds left if it goes on as it went so far; null while that says nothing. */
export function secondsLeft(done: number, total: number, elapsedMillis: number): number | null {
  if (done <= 0 || done >= total || elapsedMillis < 1000) return null;
  const left = Math.ceil((elapsedMillis * (total - done)) / done / 1000);
  return left < SOON_SECONDS ? null : left;
}

export function StatementProgress({ run, total }: StatementProgressProps) {
  const { bankLines: words } = useWords();
  const creditor = useCreditor().code;
  const [startedAt] = useState(() => Date.now());
  const { data, dataUpdatedAt } = useQuery(statementProgressQuery(creditor, run));
  const at = data ?? { phase: "reading" as const, done: 0, total };
  const whole = Math.max(at.total, 1);
  const left = secondsLeft(at.done, at.total, dataUpdatedAt - startedAt);
  return (
    <section className="card" aria-label={words.phases[at.phase]}>
      <div className="body stack" role="status">
        <div className="spread">
          <span className="strong">{words.phases[at.phase]}</span>
          <span className="number quiet">
            {words.progress(at.done, at.total)}
            {left !== null && ` · ${words.timeLeft(left)}`}
          </span>
        </div>
        <div
          className="progress-bar"
          role="progressbar"
          aria-label={words.phases[at.phase]}
          aria-valuemin={0}
          aria-valuemax={whole}
          aria-valuenow={at.done}
        >
          <span style={{ width: `${(at.done / whole) * 100}%` }} />
        </div>
        <span className="quiet small">{words.canLeave}</span>
      </div>
    </section>
  );
}
