/** How far the day is: done of all, promised for today, and the progress as a slim bar. */
import type { ReactNode } from "react";
import type { TodayAnswer } from "../../queries/today.ts";
import { Amounts } from "../../ui/amount.tsx";
import { useWords } from "../../words.tsx";

function Count({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="today-count">
      <dt>{label}</dt>
      <dd className="number">{children}</dd>
    </div>
  );
}

function Progress({ done, all }: { readonly done: number; readonly all: number }) {
  const { work } = useWords();
  const percent = all === 0 ? 0 : Math.round((done / all) * 100);
  return (
    <div
      className="today-progress"
      role="progressbar"
      aria-label={work.progress(done, all)}
      aria-valuemin={0}
      aria-valuemax={all}
      aria-valuenow={done}
      title={work.progress(done, all)}
    >
      <span style={{ width: `${percent}%` }} />
    </div>
  );
}

export function TodayHead({ today }: { readonly today: TodayAnswer | undefined }) {
  const words = useWords();
  const counts = today?.counts;
  const all = (counts?.done ?? 0) + (counts?.toDo ?? 0);
  return (
    <header className="page-head">
      <h1>{words.today.title}</h1>
      {today !== undefined && counts !== undefined && (
        <div className="today-far">
          <dl className="today-counts">
            <Count label={words.work.toDo}>{counts.toDo}</Count>
            <Count label={words.work.doneToday}>{words.today.doneOf(counts.done, all)}</Count>
            <Count label={words.today.promisedToday}>
              <Amounts of={today.promisedToday} strong />
            </Count>
          </dl>
          <Progress done={counts.done} all={all} />
        </div>
      )}
    </header>
  );
}
