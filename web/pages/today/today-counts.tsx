/** How far the day is: done, waiting, promised for today. */
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

export function TodayCounts({ today }: { readonly today: TodayAnswer }) {
  const words = useWords();
  const { counts, promisedToday } = today;
  return (
    <dl className="today-counts">
      <Count label={words.today.done}>
        {words.today.doneOf(counts.done, counts.done + counts.toDo)}
      </Count>
      <Count label={words.today.lettersWaiting}>{counts.lettersWaiting}</Count>
      <Count label={words.today.tasks}>{counts.tasks}</Count>
      <Count label={words.today.promisedToday}>
        <Amounts of={promisedToday} strong />
      </Count>
    </dl>
  );
}
