/** Payments that came back, latest first: why, what opened again, who took notice. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { ReturnedPayment } from "../../../src/contract/returned-payment.ts";
import { returnedQuery, useSeenReturn } from "../../queries/returned.ts";
import { useCreditor } from "../../queries/session.ts";
import { Amount, Amounts, amountWords } from "../../ui/amount.tsx";
import { CanButton } from "../../ui/can-button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { type Column, Grid } from "../../ui/grid.tsx";
import { dayAndClock } from "../../ui/moment.ts";
import { Empty, ProblemNote } from "../../ui/states.tsx";
import { sumsOf } from "../../ui/wire-sums.ts";
import { whoIs } from "../../words/who.ts";
import { useWords } from "../../words.tsx";
import { CustomerLink, ReceiptLink } from "./receipt-standing.tsx";

type RowProps = { readonly row: ReturnedPayment };

function KindAndReason({ row }: RowProps) {
  const { terms } = useWords();
  const why = [row.reasonCode, row.reasonText].filter((part) => part !== null).join(" ");
  return (
    <span className="two-lines">
      <span className="clip">{terms.returnKinds[row.kind]}</span>
      <span className="clip quiet small" title={why}>
        {why}
      </span>
    </span>
  );
}

function Reopened({ row: { reopened } }: RowProps) {
  const words = useWords().receipts.returned;
  const numbers = reopened.map(({ item }) => item.number).join(" · ");
  return (
    <span className="two-lines" title={numbers}>
      <Amounts of={sumsOf(reopened.map(({ amount }) => amount))} />
      <span className="quiet small">{words.items(reopened.length)}</span>
    </span>
  );
}

export function SeeReturn({ row }: RowProps) {
  const all = useWords();
  const words = all.receipts.returned;
  const see = useSeenReturn();
  if (row.seen !== null) {
    const said = words.seenBy(whoIs(all, row.seen.by), dayAndClock(row.seen.at));
    return (
      <span className="clip quiet small" title={said}>
        {said}
      </span>
    );
  }
  return (
    <CanButton
      can={row.can.see}
      size="small"
      loading={see.isPending}
      onClick={() => see.mutate(row.id)}
    >
      {words.see}
    </CanButton>
  );
}

function useColumns(): readonly Column<ReturnedPayment>[] {
  const { columns } = useWords().receipts.returned;
  return [
    {
      key: "day",
      title: columns.day,
      width: "98px",
      cell: ({ returnedOn }) => <span className="number">{returnedOn}</span>,
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
      key: "kind",
      title: columns.kind,
      width: "minmax(150px, 3fr)",
      cell: (row) => <KindAndReason row={row} />,
    },
    {
      key: "reopened",
      title: columns.reopened,
      width: "158px",
      cell: (row) => <Reopened row={row} />,
    },
    {
      key: "charge",
      title: columns.charge,
      width: "96px",
      align: "end",
      cell: ({ charge }) => amountWords(charge),
    },
    {
      key: "seen",
      title: columns.seen,
      width: "170px",
      cell: (row) => <SeeReturn row={row} />,
    },
  ];
}

function ReturnedCard({ row }: RowProps) {
  return (
    <div className="stack tight">
      <span className="spread">
        <span className="number quiet">{row.returnedOn}</span>
        <Amount of={row.amount} currency strong />
      </span>
      <CustomerLink customer={row.customer} />
      <KindAndReason row={row} />
      <span className="spread">
        <ReceiptLink receipt={row.receipt} />
        <SeeReturn row={row} />
      </span>
    </div>
  );
}

export function ReturnedList() {
  const words = useWords().receipts.returned;
  const creditor = useCreditor().code;
  const { customer } = useSearch({ from: "/$creditor/receipts" });
  const [unseen, setUnseen] = useState(false);
  const query = useInfiniteQuery(
    returnedQuery(creditor, {
      ...(customer === undefined ? {} : { customer }),
      ...(unseen ? { show: "unseen" as const } : {}),
    }),
  );
  const columns = useColumns();
  const pages = query.data?.pages ?? [];
  const counts = pages[0]?.counts;
  return (
    <section className="card fills">
      <div className="toolbar">
        <Chip
          on={!unseen}
          label={words.shows.all}
          count={counts?.all}
          onChoose={() => setUnseen(false)}
        />
        <Chip
          on={unseen}
          label={words.shows.unseen}
          count={counts?.unseen}
          onChoose={() => setUnseen(true)}
        />
      </div>
      <ProblemNote error={query.error} onAgain={() => void query.refetch()} />
      {query.data !== undefined && (
        <Grid
          label={words.list}
          columns={columns}
          rows={pages.flatMap((page) => page.rows)}
          total={(unseen ? counts?.unseen : counts?.all) ?? 0}
          rowKey={({ id }) => id}
          rowHeight={52}
          cardHeight={146}
          card={(row) => <ReturnedCard row={row} />}
          onEnd={() => {
            if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
          }}
          empty={<Empty icon="check" title={words.empty} text={words.emptyText} />}
        />
      )}
    </section>
  );
}
