/** Unidentified money in one row: how long it waits, from whom, how much, who claims it. */
import type { Unidentified } from "../../queries/claims.ts";
import { Amount } from "../../ui/amount.tsx";
import type { Column } from "../../ui/grid.tsx";
import { useWords } from "../../words.tsx";
import { Payer } from "../bank-lines/line-columns.tsx";

type RowProps = { readonly row: Unidentified };

const LONG_DAYS = 7;

function Days({ row: { days } }: RowProps) {
  const { claims: words } = useWords();
  return <span className={days >= LONG_DAYS ? "tag warning" : "tag"}>{words.days(days)}</span>;
}

/** Who claims it for whom; several claims are said to be several. */
function Claims({ row }: RowProps) {
  const { claims: words } = useWords();
  const waiting = row.claims.filter(({ state }) => state === "waiting");
  if (waiting.length === 0) return <span className="quiet">{words.noClaims}</span>;
  return (
    <span className="two-lines">
      <span>
        <span className={waiting.length > 1 ? "tag danger" : "tag accent"}>
          {words.count(waiting.length)}
        </span>
      </span>
      <span className="clip quiet small">
        {waiting.map(({ claimedBy, customer }) => `${claimedBy} → ${customer.name}`).join(" · ")}
      </span>
    </span>
  );
}

export function useUnidentifiedColumns(): readonly Column<Unidentified>[] {
  const { columns } = useWords().claims;
  return [
    { key: "days", title: columns.days, width: "92px", cell: (row) => <Days row={row} /> },
    {
      key: "day",
      title: columns.day,
      width: "98px",
      cell: (row) => <span className="number">{row.receivedOn}</span>,
    },
    {
      key: "payer",
      title: columns.payer,
      width: "minmax(220px, 4fr)",
      cell: (row) => <Payer line={row} />,
    },
    {
      key: "amount",
      title: columns.amount,
      width: "158px",
      align: "end",
      cell: (row) => <Amount of={row.amount} currency />,
    },
    {
      key: "claims",
      title: columns.claims,
      width: "minmax(200px, 4fr)",
      cell: (row) => <Claims row={row} />,
    },
  ];
}

export function UnidentifiedCard({ row }: RowProps) {
  return (
    <div className="stack tight">
      <span className="spread">
        <span className="line">
          <Days row={row} />
          <span className="number quiet">{row.receivedOn}</span>
        </span>
        <Amount of={row.amount} currency strong />
      </span>
      <Payer line={row} />
      <Claims row={row} />
    </div>
  );
}
