/** The disputes, those that wait by the day they are due; filters live in the URL. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { PATHS } from "../../paths.ts";
import { type DisputesAnswer, type DisputesView, disputesQuery } from "../../queries/disputes.ts";
import { useCreditor } from "../../queries/session.ts";
import { Grid } from "../../ui/grid.tsx";
import { Empty, ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { DisputeCard, useDisputeColumns } from "./dispute-columns.tsx";
import { DisputeFilters } from "./dispute-filters.tsx";

function Nothing({ filtered }: { readonly filtered: boolean }) {
  const { disputes } = useWords();
  const { code } = useCreditor();
  const navigate = useNavigate({ from: PATHS.disputes });
  if (filtered) {
    return (
      <Empty icon="search" title={disputes.noneFound}>
        <Button onClick={() => void navigate({ search: {} })}>{disputes.clear}</Button>
      </Empty>
    );
  }
  return (
    <Empty icon="dispute" title={disputes.empty} text={disputes.emptyText}>
      <Button onClick={() => void navigate({ to: PATHS.customers, params: { creditor: code } })}>
        {disputes.toCustomers}
      </Button>
    </Empty>
  );
}

/** How many the grid is to hold. */
function totalOf(first: DisputesAnswer | undefined, { show, late }: DisputesView): number {
  if (first === undefined) return 0;
  const { open, answered, closed, late: overdue } = first.counts;
  if (late === "yes") return overdue;
  if (show === undefined) return open + answered;
  return show === "all" ? open + answered + closed : first.counts[show];
}

/** What of the URL the list asks for. */
export function useDisputesView(): DisputesView {
  const search = useSearch({ from: "/$creditor/disputes" });
  const { tab: _, dispute: __, complaint: ___, kind: ____, by: _____, ...view } = search;
  return view;
}

export function DisputeList() {
  const { disputes } = useWords();
  const creditor = useCreditor().code;
  const { dispute } = useSearch({ from: "/$creditor/disputes" });
  const view = useDisputesView();
  const navigate = useNavigate({ from: PATHS.disputes });
  const query = useInfiniteQuery(disputesQuery(creditor, view));
  const columns = useDisputeColumns();
  const pages = query.data?.pages ?? [];
  return (
    <section className="card fills">
      <DisputeFilters first={pages[0]} />
      <ProblemNote error={query.error} onAgain={() => void query.refetch()} />
      {query.data !== undefined && (
        <Grid
          label={disputes.list}
          columns={columns}
          rows={pages.flatMap((page) => page.rows)}
          total={totalOf(pages[0], view)}
          rowKey={({ id }) => id}
          rowHeight={48}
          cardHeight={122}
          card={(row) => <DisputeCard row={row} />}
          opened={dispute}
          onOpen={({ id }) => void navigate({ search: (before) => ({ ...before, dispute: id }) })}
          onEnd={() => {
            if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
          }}
          empty={<Nothing filtered={Object.keys(view).length > 0} />}
        />
      )}
    </section>
  );
}
