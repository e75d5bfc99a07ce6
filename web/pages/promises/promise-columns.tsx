/** A promise in one row: customer, amount, what came, its day, its state and who gave it. */
import type { PromiseRow } from "../../queries/promises.ts";
import { Amount } from "../../ui/amount.tsx";
import { CanButton } from "../../ui/can-button.tsx";
import type { Column } from "../../ui/grid.tsx";
import { useWords } from "../../words.tsx";
import { CustomerLink } from "../receipts/receipt-standing.tsx";

type RowProps = { readonly promise: PromiseRow };
type OnAct = (verb: "withdraw" | "change", promise: PromiseRow) => void;

export const PROMISE_TAG = {
  open: "accent",
  kept: "success",
  partially_kept: "warning",
  broken: "danger",
  withdrawn: "",
} as const;

function State({ promise: { state, judgedOn, judgeOn } }: RowProps) {
  const { terms, agreed } = useWords();
  return (
    <span className="two-lines">
      <span>
        <span className={`tag ${PROMISE_TAG[state]}`}>{terms.promiseStates[state]}</span>
      </span>
      <span className="quiet small">{agreed.judgedOn(judgedOn ?? judgeOn)}</span>
    </span>
  );
}

function From({ promise: { contact, takenFrom, channel, takenOn, takenBy } }: RowProps) {
  const { agreed } = useWords();
  const who = contact?.name ?? takenFrom ?? "–";
  const how = channel === null ? who : `${who} · ${agreed.channels[channel]}`;
  return (
    <span className="two-lines">
      <span className="clip">{how}</span>
      <span className="quiet small clip">
        {takenOn} {takenBy}
      </span>
    </span>
  );
}

function Acts({ promise, onAct }: RowProps & { readonly onAct: OnAct }) {
  const { agreed } = useWords();
  if (promise.state !== "open") return null;
  return (
    <span className="line">
      <CanButton can={promise.can.change} size="small" onClick={() => onAct("change", promise)}>
        {agreed.change}
      </CanButton>
      <CanButton can={promise.can.withdraw} size="small" onClick={() => onAct("withdraw", promise)}>
        {agreed.withdraw}
      </CanButton>
    </span>
  );
}

export function usePromiseColumns(onAct: OnAct): readonly Column<PromiseRow>[] {
  const { agreed } = useWords();
  const { columns } = agreed;
  return [
    {
      key: "payOn",
      title: columns.payOn,
      width: "104px",
      cell: ({ payOn }) => <span className="number">{payOn}</span>,
    },
    {
      key: "customer",
      title: columns.customer,
      width: "minmax(180px, 3fr)",
      cell: ({ customer }) => <CustomerLink customer={customer} />,
    },
    {
      key: "amount",
      title: columns.amount,
      width: "150px",
      align: "end",
      cell: ({ amount }) => <Amount of={amount} currency />,
    },
    {
      key: "came",
      title: columns.came,
      width: "130px",
      align: "end",
      cell: ({ came }) => <Amount of={came} />,
    },
    {
      key: "state",
      title: columns.state,
      width: "130px",
      cell: (promise) => <State promise={promise} />,
    },
    {
      key: "from",
      title: columns.from,
      width: "minmax(150px, 2fr)",
      cell: (promise) => <From promise={promise} />,
    },
    {
      key: "acts",
      title: <span className="seen-by-readers">{agreed.change}</span>,
      width: "168px",
      cell: (promise) => <Acts promise={promise} onAct={onAct} />,
    },
  ];
}

export function PromiseCard({ promise }: RowProps) {
  const { terms } = useWords();
  return (
    <div className="stack tight">
      <span className="spread">
        <span className="clip strong">{promise.customer.name}</span>
        <span className={`tag ${PROMISE_TAG[promise.state]}`}>
          {terms.promiseStates[promise.state]}
        </span>
      </span>
      <span className="spread">
        <span className="number">{promise.payOn}</span>
        <Amount of={promise.amount} currency strong />
      </span>
      <From promise={promise} />
    </div>
  );
}
