/** The lines of the bank, the latest first; filters live in the URL. */
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import type { BankLine } from "../../../src/contract/bank-line.ts";
import { PATHS } from "../../paths.ts";
import { Grid } from "../../ui/grid.tsx";
import { Empty } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { LineCard, useLineColumns } from "./line-columns.tsx";
import { type LineCounts, LineFilters } from "./line-filters.tsx";

type Window = {
  readonly rows: readonly BankLine[];
  readonly accounts: readonly string[];
  readonly counts: LineCounts;
};

type LineListProps = { readonly query: UseInfiniteQueryResult<InfiniteData<Window>> };

function NoneFound() {
  const { bankLines: words } = useWords();
  const navigate = useNavigate({ from: PATHS.bankLines });
  return (
    <Empty icon="search" title={words.noneFound}>
      <Button onClick={() => void navigate({ search: {} })}>{words.clear}</Button>
    </Empty>
  );
}

export function LineList({ query }: LineListProps) {
  const { bankLines: words } = useWords();
  const { state, line } = useSearch({ from: "/$creditor/bank-lines" });
  const navigate = useNavigate({ from: PATHS.bankLines });
  const columns = useLineColumns();
  const pages = query.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.rows);
  const first = pages[0];
  const counts = first?.counts ?? { open: 0, booked: 0, ignored: 0 };
  const total = state === undefined ? counts.open + counts.booked + counts.ignored : counts[state];
  return (
    <section className="card fills">
      <LineFilters counts={counts} accounts={first?.accounts ?? []} />
      <Grid
        label={words.list}
        columns={columns}
        rows={rows}
        total={total}
        rowKey={({ id }) => id}
        rowHeight={52}
        cardHeight={114}
        card={(row) => <LineCard line={row} />}
        opened={line}
        onOpen={(row) => void navigate({ search: (before) => ({ ...before, line: row.id }) })}
        onEnd={() => {
          if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
        }}
        empty={<NoneFound />}
      />
    </section>
  );
}
