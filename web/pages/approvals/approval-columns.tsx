/** The columns of the list of approvals, and what a phone shows instead. */
import { Amount } from "../../ui/amount.tsx";
import type { Column } from "../../ui/grid.tsx";
import { dayAndClock } from "../../ui/moment.ts";
import { whoIs } from "../../words/who.ts";
import { useWords } from "../../words.tsx";
import { CustomerLink } from "../receipts/receipt-standing.tsx";
import { ApprovalActs } from "./approval-acts.tsx";
import { type ApprovalRow, isOwnPage, kindName } from "./approval-rows.ts";

type RowProps = { readonly row: ApprovalRow };

const TONES = { requested: "warning", approved: "success", refused: "danger", withdrawn: "" };

export function ApprovalState({ row: { line } }: RowProps) {
  const { deskNames } = useWords();
  const state = isOwnPage(line) ? line.state : "requested";
  return <span className={`tag ${TONES[state]}`}>{deskNames.approvalStates[state]}</span>;
}

function What({ row }: RowProps) {
  const words = useWords();
  const { line } = row;
  const days = isOwnPage(line) && line.days !== null ? words.approvals.days(line.days) : null;
  return (
    <span className="two-lines">
      <span className="strong">{kindName(words, row)}</span>
      {days !== null && <span className="quiet small">{days}</span>}
    </span>
  );
}

function Asked({ row: { line } }: RowProps) {
  const words = useWords();
  return (
    <span className="two-lines">
      <span className="clip">{whoIs(words, line.requestedBy)}</span>
      <span className="quiet small number">{dayAndClock(line.requestedAt)}</span>
    </span>
  );
}

export function useApprovalColumns(): readonly Column<ApprovalRow>[] {
  const { columns } = useWords().approvals;
  return [
    {
      key: "what",
      title: columns.what,
      width: "minmax(120px, 2fr)",
      cell: (row) => <What row={row} />,
    },
    {
      key: "customer",
      title: columns.customer,
      width: "minmax(160px, 3fr)",
      cell: ({ line }) => <CustomerLink customer={line.customer} />,
    },
    {
      key: "amount",
      title: columns.amount,
      width: "158px",
      align: "end",
      cell: ({ line }) => <Amount of={line.amount} currency />,
    },
    {
      key: "reason",
      title: columns.reason,
      width: "minmax(160px, 3fr)",
      cell: ({ line }) => (
        <span className="clip" title={line.reason}>
          {line.reason}
        </span>
      ),
    },
    { key: "by", title: columns.by, width: "140px", cell: (row) => <Asked row={row} /> },
    {
      key: "state",
      title: columns.state,
      width: "84px",
      cell: (row) => <ApprovalState row={row} />,
    },
    {
      key: "acts",
      title: columns.acts,
      width: "184px",
      cell: (row) => <ApprovalActs row={row} />,
    },
  ];
}

export function ApprovalCard({ row }: RowProps) {
  const words = useWords();
  const { line } = row;
  return (
    <div className="stack tight">
      <span className="spread">
        <span className="strong clip">{kindName(words, row)}</span>
        <Amount of={line.amount} currency strong />
      </span>
      <CustomerLink customer={line.customer} />
      <span className="clip small">{line.reason}</span>
      <span className="spread">
        <span className="quiet small clip">{whoIs(words, line.requestedBy)}</span>
        <ApprovalActs row={row} />
      </span>
    </div>
  );
}
