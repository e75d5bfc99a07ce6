/** The cases in a list of any length, and beside it the customer of the opened one. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import type { CaseRow } from "../../../src/contract/case.ts";
import { PATHS } from "../../paths.ts";
import { casesQuery } from "../../queries/cases.ts";
import { useCreditor } from "../../queries/session.ts";
import { Grid, type Sort } from "../../ui/grid.tsx";
import { useKeys } from "../../ui/keys.ts";
import { Empty, ProblemNote } from "../../ui/states.tsx";
import { useUndo } from "../../ui/undo.tsx";
import type { CASE_SORTS } from "../../views.ts";
import { useWords } from "../../words.tsx";
import { WorkPane } from "../today/work-pane.tsx";
import { CaseCard, useCaseColumns } from "./case-columns.tsx";
import { CaseFilters } from "./case-filters.tsx";
import { useCasesView } from "./use-cases-view.ts";

function Nothing({ filtered }: { readonly filtered: boolean }) {
  const { cases } = useWords();
  const { clear } = useCasesView();
  if (!filtered) return <Empty icon="check" title={cases.empty} text={cases.emptyText} />;
  return (
    <Empty icon="search" title={cases.noneFound}>
      <Button onClick={clear}>{cases.clear}</Button>
    </Empty>
  );
}

/** The opened case, the way to its neighbours, and the page's keys. */
function useOpened(rows: readonly CaseRow[]) {
  const { customer, open } = useCasesView();
  const { code } = useCreditor();
  const navigate = useNavigate();
  const [why, setWhy] = useState(false);
  const { undo } = useUndo();
  const at = rows.findIndex((row) => row.customer.id === customer);
  const row = rows[at];
  const to = (index: number) => {
    const there = rows[index];
    return there === undefined ? undefined : () => open(there.customer.id);
  };
  const next = to(at + 1);
  const previous = at > 0 ? to(at - 1) : undefined;
  const whole = () => {
    if (row === undefined) return;
    void navigate({ to: PATHS.customer, params: { creditor: code, customer: row.customer.id } });
  };
  useKeys({
    j: () => next?.(),
    k: () => previous?.(),
    Enter: whole,
    o: whole,
    w: () => setWhy((shown) => !shown),
    u: undo,
    Escape: () => open(undefined),
  });
  return { row, next, previous, open, why, setWhy };
}

type SortBy = (typeof CASE_SORTS)[number];

export function CaseList() {
  const { cases } = useWords();
  const { code } = useCreditor();
  const { view, change } = useCasesView();
  const query = useInfiniteQuery(casesQuery(code, view));
  const first = query.data?.pages[0];
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const opened = useOpened(rows);
  const columns = useCaseColumns(opened.row !== undefined);
  const sort: Sort = { by: view.sort ?? "points", descending: view.direction !== "asc" };
  const order = ({ by, descending }: Sort) =>
    change({ sort: by as SortBy, direction: descending ? "desc" : "asc" });
  const open = ({ customer }: CaseRow) => opened.open(customer.id);
  return (
    <>
      <ProblemNote error={query.error} onAgain={() => void query.refetch()} />
      <div className="work-split">
        <section className="card fills work-split-list">
          <CaseFilters answer={first} shown={rows.length} />
          {first !== undefined && (
            <Grid
              label={cases.list}
              columns={columns}
              rows={rows}
              total={first.total}
              rowKey={({ id }) => id}
              rowHeight={52}
              cardHeight={112}
              card={(row) => <CaseCard row={row} />}
              opened={opened.row?.id}
              onOpen={open}
              onCursor={open}
              leavesEnter
              sort={sort}
              onSort={order}
              onEnd={() => {
                if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
              }}
              empty={<Nothing filtered={Object.keys(view).length > 0} />}
            />
          )}
        </section>
        {opened.row !== undefined && (
          <WorkPane
            key={opened.row.id}
            customer={opened.row.customer}
            onPrevious={opened.previous}
            onNext={opened.next}
            onBack={() => opened.open(undefined)}
            onActed={() => undefined}
            why={opened.why}
            onWhy={opened.setWhy}
          />
        )}
      </div>
    </>
  );
}
