/** The match desk: waiting lines left, one line with its proposals right, the keyboard for all. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { InputRef } from "antd";
import { lazy, Suspense, useRef, useState } from "react";
import type { MatchRow } from "../../../src/contract/match.ts";
import { PATHS } from "../../paths.ts";
import { type Applied, matchQuery } from "../../queries/match.ts";
import { useCreditor } from "../../queries/session.ts";
import { useKeys } from "../../ui/keys.ts";
import { useMiddle } from "../../ui/narrow.ts";
import { Loading, ProblemNote } from "../../ui/states.tsx";
import { DeskHead } from "./desk-head.tsx";
import { DeskList } from "./desk-list.tsx";
import { LinePanel } from "./line-panel.tsx";
import { useUndoLast } from "./undo-last.tsx";
import "./match.css";

const DeskKeys = lazy(() => import("./desk-keys.tsx"));

/** Which line is open: the one in the URL, else the first where there is room for it. */
function useOpened(rows: readonly MatchRow[]) {
  const { line } = useSearch({ from: "/$creditor/match" });
  const middle = useMiddle();
  const navigate = useNavigate({ from: PATHS.match });
  const opened = line ?? (middle ? undefined : rows[0]?.id);
  const at = rows.findIndex(({ id }) => id === opened);
  const open = (id: string | undefined) =>
    void navigate({
      search: ({ line: _, ...rest }) => (id === undefined ? rest : { ...rest, line: id }),
      replace: true,
    });
  const step = (by: number) => {
    const there = rows[at + by];
    return there === undefined ? undefined : () => open(there.id);
  };
  return { opened, open, previous: step(-1), next: step(1), middle };
}

type OpenedLine = ReturnType<typeof useOpened>;

function useDeskKeys(line: OpenedLine, undo: () => void, search: () => void) {
  const [shown, setShown] = useState(false);
  const next = () => line.next?.();
  const previous = () => line.previous?.();
  useKeys({
    ArrowDown: next,
    j: next,
    ArrowUp: previous,
    k: previous,
    u: undo,
    "/": search,
    "?": () => setShown(true),
  });
  return shown ? (
    <Suspense>
      <DeskKeys onClose={() => setShown(false)} />
    </Suspense>
  ) : null;
}

export function MatchPage() {
  const creditor = useCreditor().code;
  const { what, text } = useSearch({ from: "/$creditor/match" });
  const view = { ...(what === undefined ? {} : { what }), ...(text === undefined ? {} : { text }) };
  const query = useInfiniteQuery(matchQuery(creditor, view));
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const desk = query.data?.pages[0];
  const search = useRef<InputRef>(null);
  const line = useOpened(rows);
  const undoLast = useUndoLast((id) => line.open(id ?? undefined));
  const keys = useDeskKeys(line, undoLast.undo, () => search.current?.focus());
  // The accepted line leaves the list: the next one is opened before the list is asked for anew.
  const done = (applied: Applied, said: string) => {
    undoLast.tell(applied, said);
    if (line.next !== undefined) line.next();
    else if (line.previous !== undefined) line.previous();
    else line.open(undefined);
  };
  if (desk === undefined) {
    if (query.error === null) return <Loading />;
    return (
      <div className="page">
        <ProblemNote error={query.error} onAgain={() => void query.refetch()} />
      </div>
    );
  }
  return (
    <div className="page filled match">
      <DeskHead desk={desk} rows={rows} />
      <ProblemNote error={query.error} onAgain={() => void query.refetch()} />
      <div className={`desk-split${line.opened === undefined ? "" : " opened"}`}>
        <DeskList
          desk={desk}
          rows={rows}
          opened={line.opened}
          search={search}
          onOpen={({ id }) => line.open(id)}
          onEnd={() => {
            if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
          }}
        />
        {line.opened !== undefined && (
          <LinePanel
            key={line.opened}
            id={line.opened}
            surelyFrom={desk.surelyFrom}
            onBack={() => line.open(undefined)}
            onPrevious={line.previous}
            onNext={line.next}
            onDone={done}
          />
        )}
      </div>
      {keys}
    </div>
  );
}
