/** A dispute in one row: due, document, customer, why, how much, who answers, where it stands. */
import { Link } from "@tanstack/react-router";
import type { Dispute } from "../../../src/contract/dispute.ts";
import { PATHS } from "../../paths.ts";
import { useCreditor } from "../../queries/session.ts";
import { Amount } from "../../ui/amount.tsx";
import type { Column } from "../../ui/grid.tsx";
import { useWords } from "../../words.tsx";
import { DisputeDue, DisputeStanding } from "./dispute-standing.tsx";

export function CustomerOf({ customer }: Pick<Dispute, "customer">) {
  const { code } = useCreditor();
  return (
    <Link
      to={PATHS.customer}
      params={{ creditor: code, customer: customer.id }}
      title={customer.name}
      className="clip"
      tabIndex={-1}
      onClick={(event) => event.stopPropagation()}
    >
      {customer.name}
    </Link>
  );
}

function Answers({ dispute }: { readonly dispute: Dispute }) {
  const { departments } = useWords();
  return (
    <span className="two-lines">
      <span>{departments[dispute.department]}</span>
      {dispute.assignee !== null && (
        <span className="quiet small clip">{dispute.assignee.name}</span>
      )}
    </span>
  );
}

export function useDisputeColumns(): readonly Column<Dispute>[] {
  const { disputes, terms } = useWords();
  const { columns } = disputes;
  return [
    {
      key: "due",
      title: columns.due,
      width: "170px",
      cell: (row) => <DisputeDue dispute={row} />,
    },
    {
      key: "item",
      title: columns.item,
      width: "minmax(130px, 2fr)",
      cell: (row) => (
        <span className="number clip" title={row.item.number}>
          {row.item.number}
        </span>
      ),
    },
    {
      key: "customer",
      title: columns.customer,
      width: "minmax(160px, 3fr)",
      cell: (row) => <CustomerOf customer={row.customer} />,
    },
    {
      key: "reason",
      title: columns.reason,
      width: "minmax(110px, 1fr)",
      cell: (row) => terms.disputeReasons[row.reason],
    },
    {
      key: "amount",
      title: columns.amount,
      width: "150px",
      align: "end",
      cell: (row) => <Amount of={row.amount} currency />,
    },
    {
      key: "disputed",
      title: columns.disputed,
      width: "124px",
      align: "end",
      cell: (row) => <Amount of={row.parts.disputed} strong />,
    },
    {
      key: "department",
      title: columns.department,
      width: "104px",
      cell: (row) => <Answers dispute={row} />,
    },
    {
      key: "state",
      title: columns.state,
      width: "minmax(116px, 1fr)",
      cell: (row) => <DisputeStanding dispute={row} />,
    },
  ];
}

export function DisputeCard({ row }: { readonly row: Dispute }) {
  const { terms, departments } = useWords();
  return (
    <div className="stack tight">
      <span className="spread">
        <span className="number clip">{row.item.number}</span>
        <Amount of={row.amount} currency strong />
      </span>
      <span className="clip">{row.customer.name}</span>
      <span className="spread small">
        <span className="quiet clip">
          {terms.disputeReasons[row.reason]} · {departments[row.department]}
        </span>
        <DisputeStanding dispute={row} />
      </span>
      <span className="small">
        <DisputeDue dispute={row} />
      </span>
    </div>
  );
}
