/** A receipt in one row: when, from whom, how, how much, what is left, whose, where it stands. */
import type { ReceiptRow } from "../../../src/contract/receipt.ts";
import { Amount } from "../../ui/amount.tsx";
import type { Column } from "../../ui/grid.tsx";
import { useWords } from "../../words.tsx";
import { Payer } from "../bank-lines/line-columns.tsx";
import { CustomerLink, ReceiptStanding } from "./receipt-standing.tsx";

function Rest({ row }: { readonly row: ReceiptRow }) {
  return row.state === "returned" ? <span className="quiet">–</span> : <Amount of={row.rest} />;
}

export function useReceiptColumns(): readonly Column<ReceiptRow>[] {
  const { receipts, bankLines } = useWords();
  const { columns } = receipts;
  return [
    {
      key: "day",
      title: columns.day,
      width: "98px",
      cell: (row) => <span className="number">{row.receivedOn}</span>,
    },
    {
      key: "payer",
      title: columns.payer,
      width: "minmax(200px, 4fr)",
      cell: (row) => <Payer line={row} />,
    },
    {
      key: "method",
      title: columns.method,
      width: "104px",
      cell: (row) => bankLines.methods[row.method],
    },
    {
      key: "amount",
      title: columns.amount,
      width: "158px",
      align: "end",
      cell: (row) => <Amount of={row.amount} currency />,
    },
    {
      key: "rest",
      title: columns.rest,
      width: "124px",
      align: "end",
      cell: (row) => <Rest row={row} />,
    },
    {
      key: "customer",
      title: columns.customer,
      width: "minmax(160px, 3fr)",
      cell: (row) => <CustomerLink customer={row.customer} />,
    },
    {
      key: "state",
      title: columns.state,
      width: "112px",
      cell: (row) => <ReceiptStanding row={row} />,
    },
    {
      key: "number",
      title: columns.number,
      width: "minmax(150px, 2fr)",
      cell: (row) => (
        <span className="number clip quiet" title={row.number}>
          {row.number}
        </span>
      ),
    },
  ];
}

export function ReceiptCard({ row }: { readonly row: ReceiptRow }) {
  return (
    <div className="stack tight">
      <span className="spread">
        <span className="number quiet">{row.receivedOn}</span>
        <Amount of={row.amount} currency strong />
      </span>
      <Payer line={row} />
      <span className="spread">
        <span className="clip small">{row.customer?.name ?? "–"}</span>
        <ReceiptStanding row={row} />
      </span>
    </div>
  );
}
