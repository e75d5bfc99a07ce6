/** A complaint in one row: due, received, customer, what, against whom, who looks into it. */
import type { Complaint } from "../../../src/contract/complaint.ts";
import type { Column } from "../../ui/grid.tsx";
import { useWords } from "../../words.tsx";
import { CustomerOf } from "./dispute-columns.tsx";

export function ComplaintStanding({ complaint }: { readonly complaint: Complaint }) {
  const { complaints } = useWords().disputes;
  const { state, outcome } = complaint;
  if (outcome === null) return <span className="tag warning">{complaints.state[state]}</span>;
  const tag = outcome === "founded" ? "danger" : "";
  return <span className={`tag ${tag}`}>{complaints.outcomes[outcome]}</span>;
}

export function ComplaintDue({ complaint }: { readonly complaint: Complaint }) {
  const { late } = useWords().disputes;
  if (complaint.state === "closed") {
    return <span className="number quiet">{complaint.closedOn}</span>;
  }
  return (
    <span className="line">
      <span className={`number${complaint.late ? " danger-text" : ""}`}>{complaint.answerBy}</span>
      {complaint.late && <span className="tag danger">{late}</span>}
    </span>
  );
}

/** Whom it is about, by account or as told. */
export const aboutWhom = ({ about, aboutName }: Complaint): string | null =>
  about?.name ?? aboutName;

export function useComplaintColumns(): readonly Column<Complaint>[] {
  const { complaints } = useWords().disputes;
  const { columns } = complaints;
  return [
    {
      key: "due",
      title: columns.due,
      width: "170px",
      cell: (row) => <ComplaintDue complaint={row} />,
    },
    {
      key: "received",
      title: columns.received,
      width: "98px",
      cell: (row) => <span className="number">{row.receivedOn}</span>,
    },
    {
      key: "customer",
      title: columns.customer,
      width: "minmax(160px, 2fr)",
      cell: (row) => <CustomerOf customer={row.customer} />,
    },
    {
      key: "kind",
      title: columns.kind,
      width: "minmax(120px, 1fr)",
      cell: (row) => complaints.kinds[row.kind],
    },
    {
      key: "said",
      title: columns.said,
      width: "minmax(160px, 3fr)",
      cell: (row) => (
        <span className="clip" title={row.said}>
          {row.said}
        </span>
      ),
    },
    {
      key: "about",
      title: columns.about,
      width: "104px",
      cell: (row) => aboutWhom(row) ?? <span className="quiet">{complaints.nobody}</span>,
    },
    {
      key: "owner",
      title: columns.owner,
      width: "104px",
      cell: (row) => row.owner?.name ?? <span className="quiet">{complaints.whoever}</span>,
    },
    {
      key: "state",
      title: columns.state,
      width: "96px",
      cell: (row) => <ComplaintStanding complaint={row} />,
    },
  ];
}

export function ComplaintCard({ row }: { readonly row: Complaint }) {
  const { complaints } = useWords().disputes;
  return (
    <div className="stack tight">
      <span className="spread">
        <span className="strong clip">{row.customer.name}</span>
        <ComplaintStanding complaint={row} />
      </span>
      <span className="clip">{row.said}</span>
      <span className="spread small">
        <span className="quiet">{complaints.kinds[row.kind]}</span>
        <ComplaintDue complaint={row} />
      </span>
    </div>
  );
}
