/** A customer in one line of the list. */
import { Link } from "@tanstack/react-router";
import type { CustomerRow } from "../../../src/contract/customer.ts";
import type { WireMoney } from "../../../src/contract/scalars.ts";
import { PATHS } from "../../paths.ts";
import { useCreditor } from "../../queries/session.ts";
import { DaysLate } from "../../ui/ageing-bar.tsx";
import { Amount, amountWithCurrency } from "../../ui/amount.tsx";
import type { Column } from "../../ui/grid.tsx";
import { useWords } from "../../words.tsx";

type Figure = "balance" | "overdue" | "unapplied";

/** The list's currency; what is open in others is said beside it. */
function figureIn(row: CustomerRow, currency: string, figure: Figure): WireMoney | null {
  return row.balances.find(({ balance }) => balance.currency === currency)?.[figure] ?? null;
}

function Others({ row, currency }: { readonly row: CustomerRow; readonly currency: string }) {
  const others = row.balances.filter(({ balance }) => balance.currency !== currency);
  if (others.length === 0) return null;
  const title = others.map(({ balance }) => amountWithCurrency(balance)).join(" · ");
  return (
    <span className="tag" title={title}>
      {others.map(({ balance }) => balance.currency).join(" ")}
    </span>
  );
}

export function CustomerStates({ row }: { readonly row: CustomerRow }) {
  const { customers } = useWords();
  return (
    <span className="line">
      {row.held && <span className="tag">{customers.held}</span>}
      {row.disputed && <span className="tag warning">{customers.disputed}</span>}
      {row.promised && <span className="tag success">{customers.promised}</span>}
    </span>
  );
}

function Name({ row }: { readonly row: CustomerRow }) {
  const { code } = useCreditor();
  return (
    <Link
      to={PATHS.customer}
      params={{ creditor: code, customer: row.id }}
      title={row.name}
      tabIndex={-1}
    >
      {row.name}
    </Link>
  );
}

export function useCustomerColumns(currency: string): readonly Column<CustomerRow>[] {
  const { columns } = useWords().customers;
  const figure = (key: Figure, title: string, sort?: string): Column<CustomerRow> => ({
    key,
    title: `${title} ${currency}`,
    width: "140px",
    align: "end",
    ...(sort === undefined ? {} : { sort }),
    cell: (row) => <Amount of={figureIn(row, currency, key)} strong={key === "overdue"} />,
  });
  return [
    {
      key: "name",
      title: columns.name,
      width: "minmax(220px, 3fr)",
      sort: "name",
      cell: (row) => <Name row={row} />,
    },
    {
      key: "number",
      title: columns.number,
      width: "96px",
      sort: "number",
      cell: (row) => <span className="quiet number">{row.number}</span>,
    },
    {
      key: "grade",
      title: columns.grade,
      width: "64px",
      sort: "grade",
      cell: (row) => row.grade ?? <span className="quiet">–</span>,
    },
    figure("overdue", columns.overdue, "overdue"),
    figure("balance", columns.balance, "balance"),
    {
      key: "days",
      title: columns.days,
      width: "92px",
      align: "end",
      sort: "oldest_days",
      cell: (row) => <DaysLate days={row.oldestDays} />,
    },
    {
      key: "items",
      title: columns.items,
      width: "80px",
      align: "end",
      cell: (row) => row.openItems || "–",
    },
    {
      key: "owner",
      title: columns.owner,
      width: "96px",
      cell: (row) => row.salesperson ?? "–",
    },
    {
      key: "state",
      title: columns.state,
      width: "minmax(150px, 1fr)",
      cell: (row) => (
        <span className="line">
          <CustomerStates row={row} />
          <Others row={row} currency={currency} />
        </span>
      ),
    },
  ];
}

type CardProps = { readonly row: CustomerRow; readonly currency: string };

export function CustomerCard({ row, currency }: CardProps) {
  const words = useWords();
  return (
    <div className="stack tight">
      <span className="spread">
        <span className="clip strong">{row.name}</span>
        <DaysLate days={row.oldestDays} />
      </span>
      <span className="spread small">
        <span className="quiet">{words.customers.columns.overdue}</span>
        <Amount of={figureIn(row, currency, "overdue")} currency strong />
      </span>
      <span className="spread small">
        <span className="quiet number">{row.number}</span>
        <CustomerStates row={row} />
      </span>
    </div>
  );
}
