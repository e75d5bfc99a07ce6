/** The receipts, the latest first; filters live in the URL. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { PATHS } from "../../paths.ts";
import { type ReceiptsAnswer, receiptsQuery } from "../../queries/receipts.ts";
import { useCreditor } from "../../queries/session.ts";
import { Grid } from "../../ui/grid.tsx";
import { Empty, ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { ReceiptCard, useReceiptColumns } from "./receipt-columns.tsx";
import { ReceiptFilters } from "./receipt-filters.tsx";

function Nothing({ filtered }: { readonly filtered: boolean }) {
  const { receipts: words } = useWords();
  const { code } = useCreditor();
  const navigate = useNavigate({ from: PATHS.receipts });
  if (filtered) {
    return (
      <Empty icon="search" title={words.noneFound}>
        <Button onClick={() => void navigate({ search: {} })}>{words.clear}</Button>
      </Empty>
    );
  }
  return (
    <Empty icon="receipts" title={words.empty} text={words.emptyText}>
      <Button onClick={() => void navigate({ to: PATHS.bankLines, params: { creditor: code } })}>
        {words.toBankLines}
      </Button>
    </Empty>
  );
}

/** How many the grid is to hold: of a chosen kind its count, else as many as there are. */
function totalOf(
  first: ReceiptsAnswer | undefined,
  show: keyof ReceiptsAnswer["counts"] | undefined,
) {
  if (first === undefined) return 0;
  const { counts } = first;
  return show === undefined
    ? counts.identified + counts.unidentified + counts.returned
    : counts[show];
}

export function ReceiptList() {
  const { receipts: words } = useWords();
  const creditor = useCreditor().code;
  const { receipt, tab: _, ...view } = useSearch({ from: "/$creditor/receipts" });
  const navigate = useNavigate({ from: PATHS.receipts });
  const query = useInfiniteQuery(receiptsQuery(creditor, view));
  const columns = useReceiptColumns();
  const pages = query.data?.pages ?? [];
  return (
    <section className="card fills">
      <ReceiptFilters first={pages[0]} />
      <ProblemNote error={query.error} onAgain={() => void query.refetch()} />
      {query.data !== undefined && (
        <Grid
          label={words.list}
          columns={columns}
          rows={pages.flatMap((page) => page.rows)}
          total={totalOf(pages[0], view.show)}
          rowKey={({ id }) => id}
          rowHeight={52}
          cardHeight={114}
          card={(row) => <ReceiptCard row={row} />}
          opened={receipt}
          onOpen={({ id }) => void navigate({ search: (before) => ({ ...before, receipt: id }) })}
          onEnd={() => {
            if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
          }}
          empty={<Nothing filtered={Object.keys(view).length > 0} />}
        />
      )}
    </section>
  );
}
