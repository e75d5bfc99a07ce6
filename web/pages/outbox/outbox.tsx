/** The outbox: every message, how far it is, what failed, and what to do about it. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { PATHS } from "../../paths.ts";
import { outboxQuery } from "../../queries/outbox.ts";
import { useCreditor } from "../../queries/session.ts";
import { Grid } from "../../ui/grid.tsx";
import { Empty, Loading, ProblemNote } from "../../ui/states.tsx";
import { MESSAGE_STATES } from "../../views.ts";
import { useWords } from "../../words.tsx";
import { MessageCard, useMessageColumns } from "./message-columns.tsx";
import "./outbox.css";

type Counts = Readonly<Partial<Record<string, number>>>;

function States({ counts }: { readonly counts: Counts }) {
  const { outbox: words, terms } = useWords();
  const { state } = useSearch({ from: "/$creditor/outbox" });
  const navigate = useNavigate({ from: PATHS.outbox });
  const some = MESSAGE_STATES.filter((each) => (counts[each] ?? 0) > 0 || each === state);
  const all = Object.values(counts).reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const choose = (next: (typeof MESSAGE_STATES)[number] | undefined) =>
    void navigate({ search: next === undefined ? {} : { state: next }, replace: true });
  return (
    <div className="toolbar">
      <button
        type="button"
        className="chip"
        aria-pressed={state === undefined}
        onClick={() => choose(undefined)}
      >
        {words.all} <b className="number">{all}</b>
      </button>
      {some.map((each) => (
        <button
          key={each}
          type="button"
          className={`chip ${each}`}
          aria-pressed={state === each}
          onClick={() => choose(each)}
        >
          {terms.messageStates[each]} <b className="number">{counts[each] ?? 0}</b>
        </button>
      ))}
    </div>
  );
}

function Nothing({ filtered }: { readonly filtered: boolean }) {
  const { outbox: words, today } = useWords();
  const { code } = useCreditor();
  const navigate = useNavigate();
  if (filtered) return <Empty icon="outbox" title={words.noneFound} />;
  const toPlan = () => void navigate({ to: PATHS.plan, params: { creditor: code } });
  return (
    <Empty icon="outbox" title={words.empty} text={words.emptyText}>
      <Button onClick={toPlan}>{today.toPlan}</Button>
    </Empty>
  );
}

export function OutboxPage() {
  const { outbox: words } = useWords();
  const creditor = useCreditor().code;
  const { state } = useSearch({ from: "/$creditor/outbox" });
  const query = useInfiniteQuery(outboxQuery(creditor, state));
  const columns = useMessageColumns();
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const counts: Counts = query.data?.pages[0]?.counts ?? {};
  if (query.data === undefined && query.error === null) return <Loading />;
  return (
    <div className="page filled outbox">
      <header className="page-head">
        <h1>{words.title}</h1>
        {query.data?.pages[0]?.testMode === true && (
          <span className="quiet small">{words.testMode}</span>
        )}
      </header>
      <ProblemNote error={query.error} onAgain={() => void query.refetch()} />
      <section className="card fills">
        <States counts={counts} />
        <Grid
          label={words.list}
          columns={columns}
          rows={rows}
          total={rows.length}
          rowKey={({ id }) => id}
          rowHeight={52}
          card={(row) => <MessageCard row={row} />}
          cardHeight={112}
          onEnd={() => {
            if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
          }}
          empty={<Nothing filtered={state !== undefined} />}
        />
      </section>
    </div>
  );
}
