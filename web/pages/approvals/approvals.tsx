/** Approvals: everything that waits for a decision on one page, the reader's own first. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Select } from "antd";
import { useState } from "react";
import { APPROVAL_KINDS } from "../../../src/domain/desk/approval.ts";
import { APPROVAL_SHOWS } from "../../desk-views.ts";
import { PATHS } from "../../paths.ts";
import {
  type ApprovalsAnswer,
  type ApprovalsView,
  approvalsQuery,
} from "../../queries/approvals.ts";
import { useCreditor, useMay } from "../../queries/session.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { Grid } from "../../ui/grid.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useKeys } from "../../ui/keys.ts";
import { Empty, ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { ApprovalDialog, type Asking } from "./approval-acts.tsx";
import { ApprovalCard, useApprovalColumns } from "./approval-columns.tsx";
import { ApprovalDrawer } from "./approval-drawer.tsx";
import { type ApprovalRow, isOwnPage, rowsOf } from "./approval-rows.ts";
import { RequestDialog } from "./request-dialog.tsx";
import "../../ui/money-pages.css";

const FROM = "/$creditor/approvals";

/** Sets one filter; undefined takes it away. */
function useFilter() {
  const navigate = useNavigate({ from: PATHS.approvals });
  return <Key extends keyof ApprovalsView>(key: Key, value: ApprovalsView[Key] | undefined) =>
    void navigate({
      replace: true,
      search: (before) => {
        const { [key]: _, approval: __, ...rest } = before;
        return value === undefined ? rest : { ...rest, [key]: value };
      },
    });
}

function Filters({ first }: { readonly first: ApprovalsAnswer | undefined }) {
  const { approvals: words, deskNames } = useWords();
  const { show = "waiting", kind } = useSearch({ from: FROM });
  const filter = useFilter();
  const counts = first?.counts;
  const countOf = { waiting: counts?.waiting, asked: counts?.asked, decided: undefined };
  const kinds = APPROVAL_KINDS.map((value) => ({ value, label: deskNames.approvalKinds[value] }));
  return (
    <div className="toolbar">
      {APPROVAL_SHOWS.map((each) => (
        <Chip
          key={each}
          on={show === each}
          label={words.shows[each]}
          count={countOf[each]}
          onChoose={() => filter("show", each === "waiting" ? undefined : each)}
        />
      ))}
      {counts !== undefined && counts.mine > 0 && (
        <span className="quiet small">{words.mine(counts.mine)}</span>
      )}
      <span className="grow" />
      <Select
        aria-label={words.columns.what}
        className="list-method"
        value={(kind ?? "") as string}
        options={[{ value: "", label: words.anyKind }, ...kinds]}
        onChange={(next) =>
          filter(
            "kind",
            APPROVAL_KINDS.find((each) => each === next),
          )
        }
      />
    </div>
  );
}

function Nothing() {
  const { approvals: words } = useWords();
  const { show = "waiting" } = useSearch({ from: FROM });
  if (show === "asked") return <Empty icon="check" title={words.noneAsked} />;
  if (show === "decided") return <Empty icon="check" title={words.noneDecided} />;
  return <Empty icon="check" title={words.empty} text={words.emptyText} />;
}

function RequestAct() {
  const { approvals: words } = useWords();
  const can = useMay("approval:request");
  const [asking, setAsking] = useState(false);
  return (
    <>
      <CanButton
        can={can}
        type="primary"
        icon={<Icon name="plus" size={14} />}
        onClick={() => setAsking(true)}
      >
        {words.request.act}
      </CanButton>
      {asking && <RequestDialog onClose={() => setAsking(false)} />}
    </>
  );
}

/** `a` approves and `x` refuses the row under the cursor, where the reader may. */
function useDecisionKeys(row: ApprovalRow | undefined) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const line = row !== undefined && isOwnPage(row.line) ? row.line : null;
  const ask = (act: "approve" | "refuse") => () => {
    if (line?.can[act] === true) setAsking(act);
  };
  useKeys({ a: ask("approve"), x: ask("refuse") });
  if (row === undefined || asking === null) return null;
  return <ApprovalDialog asking={asking} row={row} onClose={() => setAsking(null)} />;
}

export function ApprovalsPage() {
  const { approvals: words } = useWords();
  const creditor = useCreditor().code;
  const { approval, ...view } = useSearch({ from: FROM });
  const navigate = useNavigate({ from: PATHS.approvals });
  const query = useInfiniteQuery(approvalsQuery(creditor, view));
  const columns = useApprovalColumns();
  const pages = query.data?.pages ?? [];
  const lines = pages.flatMap((page) => page.rows);
  const rows = rowsOf(lines, pages[0]?.elsewhere ?? []);
  const [picked, setPicked] = useState<string>();
  const dialog = useDecisionKeys(rows.find(({ id }) => id === picked));
  return (
    <div className="page filled money-page">
      <header className="page-head">
        <h1>{words.title}</h1>
        <RequestAct />
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
            total={rows.length}
            rowKey={({ id }) => id}
            rowHeight={52}
            cardHeight={124}
            card={(row) => <ApprovalCard row={row} />}
            opened={approval}
            onCursor={({ id }) => setPicked(id)}
            onOpen={({ id, line }) => {
              setPicked(id);
              if (isOwnPage(line)) {
                void navigate({ search: (before) => ({ ...before, approval: id }) });
              }
            }}
            onEnd={() => {
              if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
            }}
            empty={<Nothing />}
          />
        )}
      </section>
      <ApprovalDrawer rows={rows} loaded={query.data !== undefined} />
      {dialog}
    </div>
  );
}
