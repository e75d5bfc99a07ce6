/** Repayment plans, extensions or discounts: what runs, what waits, what is late. */
import { useInfiniteQuery } from "@tanstack/react-query";
import {
  type AgreementRow,
  type AgreementsAnswer,
  agreementsQuery,
  type OfferKind,
} from "../../queries/agreements-made.ts";
import { useCreditor } from "../../queries/session.ts";
import { Amount, amountWithCurrency } from "../../ui/amount.tsx";
import { Chip } from "../../ui/chip.tsx";
import { type Column, Grid } from "../../ui/grid.tsx";
import { ListSearch } from "../../ui/list-search.tsx";
import { Empty, ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { CustomerLink } from "../receipts/receipt-standing.tsx";
import { AgreementTag } from "./agreement-tag.tsx";
import { useAgreedView } from "./use-agreed-view.ts";

const SHOWS = ["live", "late", "all"] as const;

function Next({ row: { next } }: { readonly row: AgreementRow }) {
  const { agreed } = useWords();
  if (next === null) return <span className="quiet">–</span>;
  return (
    <span className="two-lines">
      <Amount of={next.open} />
      <span className="small">
        <span className="number">{agreed.nextPart(next.dueOn)}</span>{" "}
        {next.daysLate > 0 && <span className="tag danger">{agreed.daysLate(next.daysLate)}</span>}
      </span>
    </span>
  );
}

function usePlanColumns(): readonly Column<AgreementRow>[] {
  const { columns } = useWords().agreed;
  return [
    {
      key: "number",
      title: columns.number,
      width: "150px",
      cell: ({ number }) => <span className="number">{number}</span>,
    },
    {
      key: "customer",
      title: columns.customer,
      width: "minmax(180px, 3fr)",
      cell: ({ customer }) => <CustomerLink customer={customer} />,
    },
    {
      key: "state",
      title: columns.state,
      width: "116px",
      cell: ({ state }) => <AgreementTag state={state} />,
    },
    {
      key: "total",
      title: columns.total,
      width: "150px",
      align: "end",
      cell: ({ amount }) => <Amount of={amount} currency />,
    },
    {
      key: "open",
      title: columns.open,
      width: "130px",
      align: "end",
      cell: ({ open }) => <Amount of={open} />,
    },
    {
      key: "next",
      title: columns.next,
      width: "minmax(150px, 2fr)",
      cell: (row) => <Next row={row} />,
    },
    {
      key: "last",
      title: columns.last,
      width: "108px",
      cell: ({ lastOn }) => <span className="number">{lastOn}</span>,
    },
    {
      key: "proposed",
      title: columns.proposed,
      width: "minmax(120px, 1fr)",
      cell: ({ proposedBy, proposedOn }) => (
        <span className="two-lines">
          <span className="clip">{proposedBy}</span>
          <span className="quiet small number">{proposedOn}</span>
        </span>
      ),
    },
  ];
}

function PlanCard({ row }: { readonly row: AgreementRow }) {
  return (
    <div className="stack tight">
      <span className="spread">
        <span className="clip strong">{row.customer.name}</span>
        <AgreementTag state={row.state} />
      </span>
      <span className="spread">
        <span className="number quiet small">{row.number}</span>
        <Amount of={row.open} currency strong />
      </span>
      <Next row={row} />
    </div>
  );
}

function Sums({ first }: { readonly first: AgreementsAnswer | undefined }) {
  const { agreed } = useWords();
  return (
    <span className="list-sum small">
      {(first?.sums ?? []).map(({ open, late }) => (
        <span key={open.currency} className="number">
          {agreed.liveSums(amountWithCurrency(open), amountWithCurrency(late))}
        </span>
      ))}
    </span>
  );
}

export function PlanList({ kind }: { readonly kind: OfferKind }) {
  const { agreed } = useWords();
  const creditor = useCreditor().code;
  const { view: asked, change } = useAgreedView();
  const { search, show = "live", agreement } = asked;
  const view = {
    kind,
    ...(show === "live" ? { live: "true" as const } : {}),
    ...(show === "late" ? { late: "true" as const } : {}),
    ...(search === undefined ? {} : { search }),
  };
  const query = useInfiniteQuery(agreementsQuery(creditor, view));
  const columns = usePlanColumns();
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const names = { live: agreed.live, late: agreed.late, all: agreed.every };
  return (
    <section className="card fills">
      <div className="toolbar">
        {SHOWS.map((each) => (
          <Chip
            key={each}
            on={show === each}
            label={names[each]}
            onChoose={() => change({ show: each })}
          />
        ))}
        <ListSearch
          label={agreed.search}
          value={search}
          onChange={(text) => change({ search: text })}
        />
        <span className="grow" />
        <Sums first={query.data?.pages[0]} />
      </div>
      <ProblemNote error={query.error} onAgain={() => void query.refetch()} />
      {query.data !== undefined && (
        <Grid
          label={agreed.planList}
          columns={columns}
          rows={rows}
          total={query.data.pages[0]?.total ?? 0}
          rowKey={({ id }) => id}
          rowHeight={52}
          cardHeight={116}
          card={(row) => <PlanCard row={row} />}
          opened={agreement}
          onOpen={({ id }) => change({ agreement: id })}
          onEnd={() => {
            if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
          }}
          empty={<Empty icon="plan" title={agreed.noPlans} text={agreed.noPlansText} />}
        />
      )}
    </section>
  );
}
