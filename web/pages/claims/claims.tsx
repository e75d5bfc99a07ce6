/** 回款认领: money of nobody yet, the longest waiting first; claimed by sales, decided by finance. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { PATHS } from "../../paths.ts";
import {
  type ClaimsView,
  type UnidentifiedAnswer,
  unidentifiedQuery,
} from "../../queries/claims.ts";
import { useCreditor } from "../../queries/session.ts";
import { Amounts } from "../../ui/amount.tsx";
import { Chip } from "../../ui/chip.tsx";
import { Grid } from "../../ui/grid.tsx";
import { ListSearch } from "../../ui/list-search.tsx";
import { Empty, ProblemNote } from "../../ui/states.tsx";
import { CLAIM_SHOWS } from "../../views.ts";
import { useWords } from "../../words.tsx";
import { UnidentifiedCard, useUnidentifiedColumns } from "./unidentified-columns.tsx";
import { UnidentifiedDrawer } from "./unidentified-drawer.tsx";
import "../../ui/money-pages.css";

const FROM = "/$creditor/claims";

/** Sets one filter; undefined takes it away. */
function useFilter() {
  const navigate = useNavigate({ from: PATHS.claims });
  return <Key extends keyof ClaimsView>(key: Key, value: ClaimsView[Key] | undefined) =>
    void navigate({
      replace: true,
      search: (before) => {
        const { [key]: _, receipt: __, ...rest } = before;
        return value === undefined ? rest : { ...rest, [key]: value };
      },
    });
}

type FirstProps = { readonly first: UnidentifiedAnswer | undefined };

function Filters({ first }: FirstProps) {
  const { claims: words } = useWords();
  const { show = "all", text } = useSearch({ from: FROM });
  const filter = useFilter();
  const counts = first?.counts;
  const countOf = {
    all: counts?.all,
    claimed: counts?.claimed,
    unclaimed: counts && counts.all - counts.claimed,
  };
  return (
    <div className="toolbar">
      {CLAIM_SHOWS.map((each) => (
        <Chip
          key={each}
          on={show === each}
          label={words.shows[each]}
          count={countOf[each]}
          onChoose={() => filter("show", each === "all" ? undefined : each)}
        />
      ))}
      {first !== undefined && first.sums.length > 0 && (
        <span className="list-sum">
          <span className="quiet">{words.sum}</span>
          <Amounts of={first.sums} strong />
        </span>
      )}
      <span className="grow" />
      <ListSearch label={words.search} value={text} onChange={(next) => filter("text", next)} />
    </div>
  );
}

function Nothing({ filtered }: { readonly filtered: boolean }) {
  const { claims: words } = useWords();
  const navigate = useNavigate({ from: PATHS.claims });
  if (!filtered) return <Empty icon="check" title={words.empty} text={words.emptyText} />;
  return (
    <Empty icon="search" title={words.noneFound}>
      <Button onClick={() => void navigate({ search: {} })}>{words.clear}</Button>
    </Empty>
  );
}

export function ClaimsPage() {
  const { claims: words } = useWords();
  const creditor = useCreditor().code;
  const { receipt, ...view } = useSearch({ from: FROM });
  const navigate = useNavigate({ from: PATHS.claims });
  const query = useInfiniteQuery(unidentifiedQuery(creditor, view));
  const columns = useUnidentifiedColumns();
  const pages = query.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.rows);
  const open = (id: string) => void navigate({ search: (before) => ({ ...before, receipt: id }) });
  return (
    <div className="page filled money-page">
      <header className="page-head">
        <h1>{words.title}</h1>
      </header>
      <p className="lead">{words.lead}</p>
      <ProblemNote error={query.error} onAgain={() => void query.refetch()} />
      <section className="card fills">
        <Filters first={pages[0]} />
        {query.data !== undefined && (
          <Grid
            label={words.list}
            columns={columns}
            rows={rows}
            total={pages[0]?.counts.all ?? 0}
            rowKey={({ id }) => id}
            rowHeight={52}
            cardHeight={114}
            card={(row) => <UnidentifiedCard row={row} />}
            opened={receipt}
            onOpen={({ id }) => open(id)}
            onEnd={() => {
              if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
            }}
            empty={<Nothing filtered={Object.keys(view).length > 0} />}
          />
        )}
      </section>
      <UnidentifiedDrawer rows={rows} loaded={query.data !== undefined} />
    </div>
  );
}
