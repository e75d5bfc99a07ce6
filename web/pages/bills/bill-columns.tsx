/** A bill in one row: what must be done by when and under which article, whose it is, how much. */
import type { Bill } from "../../../src/contract/bill.ts";
import { Amount } from "../../ui/amount.tsx";
import type { Column } from "../../ui/grid.tsx";
import { named } from "../../words/named.ts";
import { useWords } from "../../words.tsx";
import { CustomerLink } from "../receipts/receipt-standing.tsx";

type BillProps = { readonly bill: Bill };
type Deadline = NonNullable<Bill["next"]>;

const SOON_DAYS = 10;

/** How near a deadline is: missed, within ten days, or later. */
export function DaysLeft({ days }: Pick<Deadline, "days">) {
  const { bills: words } = useWords();
  const style = days < 0 ? "danger" : days <= SOON_DAYS ? "warning" : "";
  return <span className={`tag ${style}`}>{words.left(days)}</span>;
}

const STATE_TAG = {
  held: "accent",
  presented: "accent",
  cleared: "success",
  dishonoured: "danger",
  recourse: "danger",
  endorsed: "",
  discounted: "",
} as const;

export function BillState({ bill: { state } }: BillProps) {
  const { terms } = useWords();
  return <span className={`tag ${STATE_TAG[state]}`}>{terms.billStates[state]}</span>;
}

function Next({ bill: { next } }: BillProps) {
  const { bills: words } = useWords();
  if (next === null) return <span className="quiet">–</span>;
  return (
    <span className="two-lines">
      <span className="number">{next.day}</span>
      <span>
        <DaysLeft days={next.days} />
      </span>
      <span className="seen-by-readers">{words.until(next.day)}</span>
    </span>
  );
}

function What({ bill: { next } }: BillProps) {
  const { bills: words } = useWords();
  if (next === null) return <span className="quiet">{words.noDeadline}</span>;
  return (
    <span className="two-lines">
      <span className="clip">{named(words.deadlines, next.code)}</span>
      <span className="clip quiet small" title={next.article}>
        {next.article}
      </span>
    </span>
  );
}

function Parties({ bill: { acceptor, drawer } }: BillProps) {
  return (
    <span className="two-lines">
      <span className="clip" title={acceptor}>
        {acceptor}
      </span>
      <span className="clip quiet small" title={drawer}>
        {drawer}
      </span>
    </span>
  );
}

function NumberAndKind({ bill: { number, kind, medium } }: BillProps) {
  const { bills: words } = useWords();
  return (
    <span className="two-lines">
      <span className="number clip" title={number}>
        {number}
      </span>
      <span className="quiet small">{`${words.kinds[kind]} · ${words.media[medium]}`}</span>
    </span>
  );
}

export function useBillColumns(): readonly Column<Bill>[] {
  const { columns } = useWords().bills;
  return [
    { key: "next", title: columns.next, width: "118px", cell: (bill) => <Next bill={bill} /> },
    {
      key: "what",
      title: columns.what,
      width: "minmax(170px, 2fr)",
      cell: (bill) => <What bill={bill} />,
    },
    {
      key: "number",
      title: columns.number,
      width: "minmax(150px, 2fr)",
      cell: (bill) => <NumberAndKind bill={bill} />,
    },
    {
      key: "parties",
      title: columns.parties,
      width: "minmax(160px, 3fr)",
      cell: (bill) => <Parties bill={bill} />,
    },
    {
      key: "customer",
      title: columns.customer,
      width: "minmax(140px, 3fr)",
      cell: ({ receipt }) => <CustomerLink customer={receipt.customer} />,
    },
    {
      key: "amount",
      title: columns.amount,
      width: "158px",
      align: "end",
      cell: ({ amount }) => <Amount of={amount} currency />,
    },
    {
      key: "matures",
      title: columns.matures,
      width: "98px",
      cell: ({ maturesOn }) => <span className="number">{maturesOn}</span>,
    },
    {
      key: "state",
      title: columns.state,
      width: "108px",
      cell: (bill) => <BillState bill={bill} />,
    },
  ];
}

export function BillCard({ bill }: BillProps) {
  const { bills: words } = useWords();
  return (
    <div className="stack tight">
      <span className="spread">
        <span className="number clip">{bill.number}</span>
        <Amount of={bill.amount} currency strong />
      </span>
      <Parties bill={bill} />
      <span className="spread">
        <span className="clip small">{bill.receipt.customer?.name ?? "–"}</span>
        <BillState bill={bill} />
      </span>
      {bill.next !== null && (
        <span className="spread small">
          <span className="clip">{named(words.deadlines, bill.next.code)}</span>
          <DaysLeft days={bill.next.days} />
        </span>
      )}
    </div>
  );
}
