/** Promises to pay by day: who promised what, what came, and how each ended. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { PATHS } from "../../paths.ts";
import {
  type PromiseRow,
  type PromisesAnswer,
  type PromisesView,
  promisesCsvUrl,
  promisesQuery,
} from "../../queries/promises.ts";
import { useCreditor } from "../../queries/session.ts";
import { amountWithCurrency } from "../../ui/amount.tsx";
import { Chip } from "../../ui/chip.tsx";
import { WithdrawPromise } from "../../ui/end-dialogs.tsx";
import { Grid } from "../../ui/grid.tsx";
import { ListSearch } from "../../ui/list-search.tsx";
import { Empty, ProblemNote } from "../../ui/states.tsx";
import { PROMISE_FILTERS } from "../../views.ts";
import { useLanguage, useWords } from "../../words.tsx";
import { ChangePromise } from "./change-promise.tsx";
import { PromiseCard, usePromiseColumns } from "./promise-columns.tsx";
import { useAgreedView } from "./use-agreed-view.ts";

function Sums({ first }: { readonly first: PromisesAnswer | undefined }) {
  const { agreed } = useWords();
  if (first === undefined || first.sums.length === 0) return null;
  return (
    <span className="list-sum small">
      {first.sums.map(({ amount, came }) => (
        <span key={amount.currency} className="number">
          {agreed.sums(amountWithCurrency(amount), amountWithCurrency(came))}
        </span>
      ))}
    </span>
  );
}

function Filters({ first, view }: { first: PromisesAnswer | undefined; view: PromisesView }) {
  const { words, language } = useLanguage();
  const { agreed } = words;
  const creditor = useCreditor().code;
  const { change } = useAgreedView();
  const { filter = "open", search } = view;
  return (
    <div className="toolbar">
      {PROMISE_FILTERS.map((each) => (
        <Chip
          key={each}
          on={filter === each}
          label={agreed.filters[each]}
          count={first?.counts[each]}
          onChoose={() => change({ filter: each })}
        />
      ))}
      <ListSearch
        label={agreed.search}
        value={search}
        onChange={(text) => change({ search: text })}
      />
      <span className="grow" />
      <Sums first={first} />
      <Button size="small" href={promisesCsvUrl(creditor, view, language)}>
        {agreed.csv}
      </Button>
    </div>
  );
}

function Nothing() {
  const { agreed } = useWords();
  return <Empty icon="promise" title={agreed.noPromises} text={agreed.noPromisesText} />;
}

type Acting = { readonly verb: "withdraw" | "change"; readonly promise: PromiseRow };

export function PromiseList() {
  const { agreed } = useWords();
  const creditor = useCreditor().code;
  const { filter, search } = useAgreedView().view;
  const navigate = useNavigate();
  const view = {
    ...(filter === undefined ? {} : { filter }),
    ...(search === undefined ? {} : { search }),
  };
  const query = useInfiniteQuery(promisesQuery(creditor, view));
  const [acting, setActing] = useState<Acting | null>(null);
  const columns = usePromiseColumns((verb, promise) => setActing({ verb, promise }));
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const open = ({ customer }: PromiseRow) =>
    void navigate({
      to: PATHS.customer,
      params: { creditor, customer: customer.id },
      search: { tab: "agreed" },
    });
  return (
    <section className="card fills">
      <Filters first={query.data?.pages[0]} view={view} />
      <ProblemNote error={query.error} onAgain={() => void query.refetch()} />
      {query.data !== undefined && (
        <Grid
          label={agreed.list}
          columns={columns}
          rows={rows}
          total={query.data.pages[0]?.total ?? 0}
          rowKey={({ id }) => id}
          rowHeight={52}
          cardHeight={116}
          card={(row) => <PromiseCard promise={row} />}
          onOpen={open}
          onEnd={() => {
            if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
          }}
          empty={<Nothing />}
        />
      )}
      {acting?.verb === "withdraw" && (
        <WithdrawPromise id={acting.promise.id} onClose={() => setActing(null)} />
      )}
      {acting?.verb === "change" && (
        <ChangePromise promise={acting.promise} onClose={() => setActing(null)} />
      )}
    </section>
  );
}
