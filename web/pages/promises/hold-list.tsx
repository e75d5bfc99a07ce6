/** Holds in force on a document, a customer or a group, and what each keeps back today. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type HoldRow, holdsQuery } from "../../queries/promises.ts";
import { useCreditor, useMay } from "../../queries/session.ts";
import { Amounts } from "../../ui/amount.tsx";
import { CanButton } from "../../ui/can-button.tsx";
import { LiftHold } from "../../ui/end-dialogs.tsx";
import { type Column, Grid } from "../../ui/grid.tsx";
import { ListSearch } from "../../ui/list-search.tsx";
import { Empty, ProblemNote } from "../../ui/states.tsx";
import { useLanguage, useWords } from "../../words.tsx";
import { CustomerLink } from "../receipts/receipt-standing.tsx";
import { GroupHold } from "./group-hold.tsx";
import { useAgreedView } from "./use-agreed-view.ts";

type RowProps = { readonly hold: HoldRow };

function What({ hold: { customer, group, item, customers } }: RowProps) {
  const { agreed } = useWords();
  if (group !== null) {
    return <span className="strong">{agreed.wholeGroup(group.name, customers)}</span>;
  }
  return (
    <span className="two-lines">
      <CustomerLink customer={customer} />
      <span className="quiet small">{item?.number ?? agreed.wholeCustomer}</span>
    </span>
  );
}

function Skipped({ hold: { skipped } }: RowProps) {
  const { language } = useLanguage();
  if (skipped.length === 0) return <span className="quiet">–</span>;
  return (
    <span className="clip">
      {skipped.map(({ name, step }) => name?.[language] ?? step).join(" · ")}
    </span>
  );
}

function useHoldColumns(onLift: (hold: HoldRow) => void): readonly Column<HoldRow>[] {
  const { agreed, terms } = useWords();
  const { columns } = agreed;
  return [
    {
      key: "what",
      title: columns.what,
      width: "minmax(190px, 3fr)",
      cell: (hold) => <What hold={hold} />,
    },
    {
      key: "kind",
      title: columns.kind,
      width: "104px",
      cell: ({ kind }) => <span className="tag">{terms.holdKinds[kind]}</span>,
    },
    {
      key: "reason",
      title: columns.reason,
      width: "minmax(160px, 3fr)",
      cell: ({ reason, placedBy }) => (
        <span className="two-lines">
          <span className="clip" title={reason}>
            {reason}
          </span>
          <span className="quiet small">{placedBy}</span>
        </span>
      ),
    },
    {
      key: "kept",
      title: columns.kept,
      width: "170px",
      align: "end",
      cell: ({ amounts }) => <Amounts of={amounts} />,
    },
    {
      key: "skipped",
      title: columns.skipped,
      width: "minmax(140px, 2fr)",
      cell: (hold) => <Skipped hold={hold} />,
    },
    {
      key: "until",
      title: columns.until,
      width: "116px",
      cell: ({ until }) => <span className="number">{until ?? agreed.openEnded}</span>,
    },
    {
      key: "lift",
      title: <span className="seen-by-readers">{agreed.lift}</span>,
      width: "104px",
      cell: (hold) => (
        <CanButton can={hold.can.lift} size="small" onClick={() => onLift(hold)}>
          {agreed.lift}
        </CanButton>
      ),
    },
  ];
}

function HoldCard({ hold }: RowProps) {
  const { agreed } = useWords();
  return (
    <div className="stack tight">
      <What hold={hold} />
      <span className="spread">
        <span className="number small">{hold.until ?? agreed.openEnded}</span>
        <Amounts of={hold.amounts} strong />
      </span>
      <span className="quiet small clip">{hold.reason}</span>
    </div>
  );
}

function HoldGroup() {
  const { agreed } = useWords();
  const can = useMay("hold:place");
  const [open, setOpen] = useState(false);
  return (
    <>
      <CanButton can={can} onClick={() => setOpen(true)}>
        {agreed.groupHold}
      </CanButton>
      {open && <GroupHold onClose={() => setOpen(false)} />}
    </>
  );
}

export function HoldList() {
  const { agreed } = useWords();
  const creditor = useCreditor().code;
  const { view, change } = useAgreedView();
  const { search } = view;
  const query = useInfiniteQuery(holdsQuery(creditor, search));
  const [lifting, setLifting] = useState<HoldRow | null>(null);
  const columns = useHoldColumns(setLifting);
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <section className="card fills">
      <div className="toolbar">
        <ListSearch
          label={agreed.search}
          value={search}
          onChange={(text) => change({ search: text })}
        />
        <HoldGroup />
      </div>
      <ProblemNote error={query.error} onAgain={() => void query.refetch()} />
      {query.data !== undefined && (
        <Grid
          label={agreed.holdList}
          columns={columns}
          rows={rows}
          total={query.data.pages[0]?.total ?? 0}
          rowKey={({ id }) => id}
          rowHeight={52}
          cardHeight={108}
          card={(row) => <HoldCard hold={row} />}
          onOpen={setLifting}
          onEnd={() => {
            if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
          }}
          empty={<Empty icon="pause" title={agreed.noHolds} text={agreed.noHoldsText} />}
        />
      )}
      {lifting !== null && <LiftHold id={lifting.id} onClose={() => setLifting(null)} />}
    </section>
  );
}
