/** Today: what to do, most urgent first, and beside it the customer to do it with. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { TodayLine } from "../../../src/contract/today.ts";
import { PATHS } from "../../paths.ts";
import { useCreditor } from "../../queries/session.ts";
import { todayQuery } from "../../queries/today.ts";
import { useMiddle, useNarrow } from "../../ui/narrow.ts";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { TodayCounts } from "./today-counts.tsx";
import { TodayList } from "./today-list.tsx";
import { TodayPanel } from "./today-panel.tsx";
import "./today.css";

function useChosenLine(lines: readonly TodayLine[]) {
  const { step } = useSearch({ from: "/$creditor/today" });
  const narrow = useNarrow();
  const middle = useMiddle();
  const chosen = lines.find(({ id }) => id === step);
  return chosen ?? (narrow || middle ? undefined : lines[0]);
}

export function TodayPage() {
  const words = useWords();
  const creditor = useCreditor();
  const view = useSearch({ from: "/$creditor/today" });
  const navigate = useNavigate({ from: PATHS.today });
  const { data, error, refetch } = useQuery(
    todayQuery(creditor.code, view.show ?? "to_do", view.track),
  );
  const lines = data?.lines ?? [];
  const chosen = useChosenLine(lines);
  const open = (step: string | undefined) =>
    void navigate({
      search: ({ step: _, ...rest }) => (step === undefined ? rest : { ...rest, step }),
      replace: step !== undefined && view.step !== undefined,
    });
  const at = chosen === undefined ? -1 : lines.indexOf(chosen);
  return (
    <div className="page filled today">
      <header className="page-head">
        <h1>{words.today.title}</h1>
        {data !== undefined && <TodayCounts today={data} />}
      </header>
      <ProblemNote error={error} onAgain={() => void refetch()} />
      <div className="today-split">
        <TodayList today={data} opened={chosen?.id} onOpen={(line) => open(line.id)} />
        {chosen !== undefined && (
          <TodayPanel
            key={chosen.id}
            line={chosen}
            next={lines[at + 1]}
            previous={lines[at - 1]}
            onOpen={open}
          />
        )}
      </div>
    </div>
  );
}
