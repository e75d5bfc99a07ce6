/** All refunds, latest first: what waits for a decision, what for payment. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { refundsQuery } from "../../queries/refunds.ts";
import { useCreditor } from "../../queries/session.ts";
import { Amount } from "../../ui/amount.tsx";
import { type Column, Grid } from "../../ui/grid.tsx";
import { Empty, ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { CustomerLink, ReceiptLink } from "./receipt-standing.tsx";
import { RefundActs } from "./refund-acts.tsx";
import { RefundHistory, RefundLine, type RefundShown, RefundState } from "./refund-line.tsx";

function useColumns(): readonly Column<RefundShown>[] {
  const { columns } = useWords().receipts.refunding;
  return [
    {
      key: "day",
      title: columns.day,
      width: "98px",
      cell: ({ requestedAt }) => <span className="number">{requestedAt.slice(0, 10)}</span>,
    },
    {
      key: "customer",
      title: columns.customer,
      width: "minmax(160px, 3fr)",
      cell: ({ customer }) => <CustomerLink customer={customer} />,
    },
    {
      key: "receipt",
      title: columns.receipt,
      width: "minmax(130px, 2fr)",
      cell: ({ receipt }) => <ReceiptLink receipt={receipt} />,
    },
    {
      key: "amount",
      title: columns.amount,
      width: "158px",
      align: "end",
      cell: ({ amount }) => <Amount of={amount} currency />,
    },
    {
      key: "reason",
      title: columns.reason,
      width: "minmax(160px, 3fr)",
      cell: (refund) => (
        <span className="two-lines">
          <span className="clip" title={refund.reason}>
            {refund.reason}
          </span>
          <RefundHistory refund={refund} />
        </span>
      ),
    },
    {
      key: "state",
      title: columns.state,
      width: "92px",
      cell: ({ state }) => <RefundState state={state} />,
    },
    {
      key: "acts",
      title: columns.acts,
      width: "180px",
      cell: (refund) => <RefundActs refund={refund} />,
    },
  ];
}

export function RefundList() {
  const words = useWords().receipts.refunding;
  const creditor = useCreditor().code;
  const query = useInfiniteQuery(refundsQuery(creditor));
  const columns = useColumns();
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <section className="card fills">
      <ProblemNote error={query.error} onAgain={() => void query.refetch()} />
      {query.data !== undefined && (
        <Grid
          label={words.list}
          columns={columns}
          rows={rows}
          total={rows.length}
          rowKey={({ id }) => id}
          rowHeight={52}
          cardHeight={190}
          card={(refund) => (
            <ul className="record-list">
              <RefundLine refund={refund} />
            </ul>
          )}
          onEnd={() => {
            if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
          }}
          empty={<Empty icon="money" title={words.empty} text={words.emptyText} />}
        />
      )}
    </section>
  );
}
