/** The customers of one owner, or of nobody, to be handed over or given out. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { portfolioQuery } from "../../queries/portfolio.ts";
import { useCreditor } from "../../queries/session.ts";
import { membersQuery } from "../../queries/team.ts";
import { Amounts } from "../../ui/amount.tsx";
import { Grid } from "../../ui/grid.tsx";
import { Empty, Loading, ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { PortfolioActs } from "./portfolio-acts.tsx";
import { PortfolioCard, usePortfolioColumns } from "./portfolio-columns.tsx";
import { usePicked } from "./use-picked.ts";
import { useTeamView } from "./use-team-view.ts";

const NOBODY = "nobody";

function OwnerPick() {
  const { team: words } = useWords();
  const { owner, open } = useTeamView();
  const { data } = useQuery(membersQuery(useCreditor().code));
  const options = (data?.rows ?? [])
    .filter(({ id, customers }) => customers > 0 || id === owner)
    .map(({ id, name, customers }) => ({ value: id, label: `${name} · ${words.gets(customers)}` }));
  const nobody = `${words.nobody} · ${words.gets(data?.unowned ?? 0)}`;
  return (
    <Select
      aria-label={words.owner}
      className="owner-pick"
      showSearch={{ optionFilterProp: "label" }}
      popupMatchSelectWidth={false}
      value={owner ?? NOBODY}
      options={[{ value: NOBODY, label: nobody }, ...options]}
      onChange={(next) => open({ tab: "customers", ...(next === NOBODY ? {} : { owner: next }) })}
    />
  );
}

function Nothing() {
  const { team: words } = useWords();
  const { owner } = useTeamView();
  return owner === undefined ? (
    <Empty icon="check" title={words.noUnowned} text={words.noUnownedText} />
  ) : (
    <Empty icon="customers" title={words.noCustomers} text={words.noCustomersText} />
  );
}

export function PortfolioList() {
  const { team: words } = useWords();
  const creditor = useCreditor().code;
  const { owner } = useTeamView();
  const members = useQuery(membersQuery(creditor));
  const query = useInfiniteQuery(portfolioQuery(creditor, owner));
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const picked = usePicked(
    owner ?? "",
    rows.map(({ id }) => id),
  );
  const columns = usePortfolioColumns(picked);
  const whole = query.data?.pages[0];
  const error = query.error ?? members.error;
  return (
    <section className="card fills">
      <div className="toolbar">
        <OwnerPick />
        {whole !== undefined && members.data !== undefined && (
          <PortfolioActs
            key={owner}
            owner={owner}
            total={whole.total}
            chosen={[...picked.chosen]}
            can={members.data.can}
            onDone={picked.clear}
          />
        )}
        {whole !== undefined && (
          <span className="list-sum">
            <span>{words.sum(whole.total, whole.openTasks)}</span>
            <span className="quiet">{words.overdueSum}</span>
            <Amounts of={whole.overdue} strong />
          </span>
        )}
      </div>
      <ProblemNote error={error} onAgain={() => void query.refetch()} />
      {whole === undefined && error === null && <Loading />}
      {whole !== undefined && (
        <Grid
          label={words.customerList}
          columns={columns}
          rows={rows}
          total={whole.total}
          rowKey={({ id }) => id}
          rowHeight={52}
          cardHeight={64}
          card={(row) => <PortfolioCard row={row} picked={picked} />}
          onOpen={({ id }) => picked.toggle(id)}
          onEnd={() => {
            if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
          }}
          empty={<Nothing />}
        />
      )}
    </section>
  );
}
