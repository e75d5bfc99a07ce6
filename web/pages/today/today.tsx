/** Today: what to do, most urgent first, and beside it the customer to do it with. */
import { useInfiniteQuery } from "@tanstack/react-query";
import type { InputRef } from "antd";
import { lazy, Suspense, useRef, useState } from "react";
import type { TodayLine } from "../../../src/contract/today.ts";
import { useCreditor } from "../../queries/session.ts";
import { todayQuery } from "../../queries/today.ts";
import { ProblemNote } from "../../ui/states.tsx";
import { useChoice } from "./choice.ts";
import { TodayHead } from "./today-head.tsx";
import { TodayList } from "./today-list.tsx";
import { useChosenLine } from "./use-chosen-line.ts";
import { useTodayKeys } from "./use-today-keys.ts";
import { useTodayView } from "./use-today-view.ts";
import { WorkPane } from "./work-pane.tsx";
import "./today.css";

const BulkDialog = lazy(() => import("./bulk-dialog.tsx"));
const TodayKeys = lazy(() => import("./today-keys.tsx"));

/** After an act or a form the keyboard is at the list again, and its focus is seen. */
const focusList = (): void =>
  document.querySelector<HTMLElement>(".work-split-list [role=grid]")?.focus();

export function TodayPage() {
  const creditor = useCreditor().code;
  const { view } = useTodayView();
  const query = useInfiniteQuery(todayQuery(creditor, view));
  const today = query.data?.pages[0];
  const lines = query.data?.pages.flatMap((page) => page.lines) ?? [];
  const line = useChosenLine(lines);
  const choice = useChoice();
  const [why, setWhy] = useState(false);
  const [bulk, setBulk] = useState<readonly TodayLine[] | null>(null);
  const [keys, setKeys] = useState(false);
  const search = useRef<InputRef>(null);
  const openBulk = () => setBulk(lines.filter(({ id }) => choice.has(id)));
  const acted = () => {
    line.advance();
    focusList();
  };
  useTodayKeys({
    line,
    lines,
    choice,
    onWhy: () => setWhy((open) => !open),
    onBulk: openBulk,
    onHelp: () => setKeys(true),
    onSearch: () => search.current?.focus(),
    onReleased: acted,
  });
  return (
    <div className="page filled today">
      <TodayHead today={today} />
      <ProblemNote error={query.error} onAgain={() => void query.refetch()} />
      <div className="work-split">
        <TodayList
          today={today}
          lines={lines}
          choice={choice}
          opened={line.chosen?.id}
          search={search}
          onOpen={line.open}
          onBulk={openBulk}
          onEnd={() => {
            if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
          }}
        />
        {line.chosen !== undefined && (
          <WorkPane
            key={line.chosen.id}
            customer={line.chosen.customer}
            onPrevious={line.previous}
            onNext={line.next}
            onBack={() => line.open(undefined)}
            onActed={acted}
            onLeft={focusList}
            why={why}
            onWhy={setWhy}
          />
        )}
      </div>
      <Suspense>
        {bulk !== null && (
          <BulkDialog lines={bulk} onClose={() => setBulk(null)} onDone={choice.none} />
        )}
        {keys && <TodayKeys onClose={() => setKeys(false)} />}
      </Suspense>
    </div>
  );
}
