/** Bills of exchange: what must be done next by which day and article, and moving them on. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { PATHS } from "../../paths.ts";
import { type BillsAnswer, type BillsView, billsQuery } from "../../queries/bills.ts";
import { useCreditor, useMay } from "../../queries/session.ts";
import { Amounts } from "../../ui/amount.tsx";
import { CanButton } from "../../ui/can-button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { Grid } from "../../ui/grid.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Empty, ProblemNote } from "../../ui/states.tsx";
import { BILL_STATES } from "../../views.ts";
import { useWords } from "../../words.tsx";
import { RecordDialog } from "../receipts/record-dialog.tsx";
import { BillCard, useBillColumns } from "./bill-columns.tsx";
import { BillDrawer } from "./bill-drawer.tsx";
import "../../ui/money-pages.css";

const FROM = "/$creditor/bills";

function RecordAct() {
  const { bills: words } = useWords();
  const can = useMay("receipt:record");
  const [recording, setRecording] = useState(false);
  return (
    <>
      <CanButton
        can={can}
        type="primary"
        icon={<Icon name="plus" size={14} />}
        onClick={() => setRecording(true)}
      >
        {words.record}
      </CanButton>
      {recording && (
        <RecordDialog
          method="bill"
          onClose={() => setRecording(false)}
          onRecorded={() => undefined}
        />
      )}
    </>
  );
}

type FirstProps = { readonly first: BillsAnswer | undefined };

function Filters({ first }: FirstProps) {
  const { bills: words, terms } = useWords();
  const { state } = useSearch({ from: FROM });
  const navigate = useNavigate({ from: PATHS.bills });
  const show = (next: BillsView["state"]) =>
    void navigate({ search: next === undefined ? {} : { state: next }, replace: true });
  return (
    <div className="toolbar">
      <Chip on={state === undefined} label={words.shows.live} onChoose={() => show(undefined)} />
      {BILL_STATES.map((each) => (
        <Chip
          key={each}
          on={state === each}
          label={terms.billStates[each]}
          count={first?.counts[each]}
          onChoose={() => show(each)}
        />
      ))}
      <Chip on={state === "all"} label={words.shows.all} onChoose={() => show("all")} />
      <span className="grow" />
      {first !== undefined && first.uncleared.length > 0 && (
        <span className="list-sum">
          <span className="quiet">{words.uncleared}</span>
          <Amounts of={first.uncleared} strong />
        </span>
      )}
    </div>
  );
}

function Nothing() {
  const { bills: words } = useWords();
  const { state } = useSearch({ from: FROM });
  const navigate = useNavigate({ from: PATHS.bills });
  if (state === undefined) {
    return <Empty icon="bills" title={words.empty} text={words.emptyText} />;
  }
  return (
    <Empty icon="search" title={words.noneFound}>
      <Button onClick={() => void navigate({ search: {} })}>{words.clear}</Button>
    </Empty>
  );
}

export function BillsPage() {
  const { bills: words } = useWords();
  const creditor = useCreditor().code;
  const { bill, ...view } = useSearch({ from: FROM });
  const navigate = useNavigate({ from: PATHS.bills });
  const query = useInfiniteQuery(billsQuery(creditor, view));
  const columns = useBillColumns();
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <div className="page filled money-page">
      <header className="page-head">
        <h1>{words.title}</h1>
        <RecordAct />
      </header>
      <p className="lead">{words.lead}</p>
      <ProblemNote error={query.error} onAgain={() => void query.refetch()} />
      <section className="card fills">
        <Filters first={query.data?.pages[0]} />
        {query.data !== undefined && (
          <Grid
            label={words.list}
            columns={columns}
            rows={rows}
            total={rows.length}
            rowKey={({ id }) => id}
            rowHeight={52}
            cardHeight={134}
            card={(row) => <BillCard bill={row} />}
            opened={bill}
            onOpen={({ id }) => void navigate({ search: (before) => ({ ...before, bill: id }) })}
            onEnd={() => {
              if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
            }}
            empty={<Nothing />}
          />
        )}
      </section>
      <BillDrawer />
    </div>
  );
}
