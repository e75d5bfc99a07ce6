/** Today: what to do, most urgent first, and beside it the customer to do it with. */
import { useInfiniteQuery } from "@tanstack/react-query";
import type { InputRef } from "antd";
import { lazy, Suspense, useRef, useState } from "react";
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
  const [dialog, setDialog] = useState<"bulk" | "keys" | null>(null);
  const search = useRef<InputRef>(null);
  const close = () => setDialog(null);
  const chosen = lines.filter(({ id }) => choice.has(id));
  const acted = () => {
    line.advance();
    focusList();
  };
  useTodayKeys({
    line,
    lines,
    choice,
    onWhy: () => setWhy((open) => !open),
    onBulk: () => setDialog("bulk"),
    onHelp: () => setDialog("keys"),
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
          onBulk={() => setDialog("bulk")}
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
        {dialog === "bulk" && chosen.length > 0 && (
          <BulkDialog lines={chosen} onClose={close} onDone={choice.none} />
        )}
        {dialog === "keys" && <TodayKeys onClose={close} />}
      </Suspense>
    </div>
  );
}
