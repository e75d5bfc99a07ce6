/** A customer of an owner's list in one line, with a box to choose it. */
import { Checkbox } from "antd";
import type { PortfolioRow } from "../../../src/contract/portfolio.ts";
import { Amounts } from "../../ui/amount.tsx";
import type { Column } from "../../ui/grid.tsx";
import { useWords } from "../../words.tsx";
import { CustomerLink } from "../receipts/receipt-standing.tsx";

export type Picked = {
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  /** All that are listed, or none. */
  readonly toggleAll: () => void;
  readonly every: boolean;
};

type RowProps = { readonly row: PortfolioRow };

export function PickBox({ row, picked }: RowProps & { readonly picked: Picked }) {
  const { team: words } = useWords();
  return (
    <Checkbox
      aria-label={`${words.pick}: ${row.name}`}
      checked={picked.chosen.has(row.id)}
      onChange={() => picked.toggle(row.id)}
    />
  );
}

export function CustomerCell({ row }: RowProps) {
  return (
    <span className="two-lines">
      <CustomerLink customer={row} />
      <span className="quiet small number">{row.number}</span>
    </span>
  );
}

export function usePortfolioColumns(picked: Picked): readonly Column<PortfolioRow>[] {
  const { team: words } = useWords();
  return [
    {
      key: "pick",
      title: (
        <Checkbox
          aria-label={words.pickAll}
          checked={picked.every}
          indeterminate={!picked.every && picked.chosen.size > 0}
          onChange={picked.toggleAll}
        />
      ),
      width: "44px",
      cell: (row) => <PickBox row={row} picked={picked} />,
    },
    {
      key: "customer",
      title: words.customer,
      width: "minmax(200px, 3fr)",
      cell: (row) => <CustomerCell row={row} />,
    },
    {
      key: "salesperson",
      title: words.salesperson,
      width: "minmax(110px, 1fr)",
      cell: ({ sales, salesperson }) => (
        <span className="clip">{sales?.name ?? salesperson ?? "–"}</span>
      ),
    },
    {
      key: "balance",
      title: words.balance,
      width: "170px",
      align: "end",
      cell: ({ balance }) => <Amounts of={balance} />,
    },
    {
      key: "overdue",
      title: words.columns.overdue,
      width: "170px",
      align: "end",
      cell: ({ overdue }) => <Amounts of={overdue} />,
    },
    {
      key: "tasks",
      title: words.columns.tasks,
      width: "88px",
      align: "end",
      cell: ({ openTasks }) => <span className="number">{openTasks === 0 ? "–" : openTasks}</span>,
    },
  ];
}

export function PortfolioCard({ row, picked }: RowProps & { readonly picked: Picked }) {
  return (
    <div className="line">
      <PickBox row={row} picked={picked} />
      <span className="grow">
        <CustomerCell row={row} />
      </span>
      <Amounts of={row.overdue} strong />
    </div>
  );
}
