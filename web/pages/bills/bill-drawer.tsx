/** One bill opened: its parties, every deadline with its article, and what can be done next. */
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Drawer, Skeleton } from "antd";
import type { Bill } from "../../../src/contract/bill.ts";
import { PATHS } from "../../paths.ts";
import { billQuery } from "../../queries/bills.ts";
import { useCreditor } from "../../queries/session.ts";
import { Amount } from "../../ui/amount.tsx";
import { FactList } from "../../ui/fact-list.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { TableScroll } from "../../ui/table-scroll.tsx";
import { named } from "../../words/named.ts";
import { useWords } from "../../words.tsx";
import { CustomerLink } from "../receipts/receipt-standing.tsx";
import { BillState, DaysLeft } from "./bill-columns.tsx";
import { BillMoves } from "./bill-moves.tsx";

type BillProps = { readonly bill: Bill };

function Deadlines({ bill: { deadlines } }: BillProps) {
  const { bills: words } = useWords();
  const { deadlineColumns: columns } = words;
  if (deadlines.length === 0) return <p className="quiet small">{words.noDeadline}</p>;
  return (
    <TableScroll label={words.allDeadlines}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{columns.what}</th>
            <th scope="col">{columns.day}</th>
            <th scope="col">{columns.left}</th>
            <th scope="col">{columns.article}</th>
          </tr>
        </thead>
        <tbody>
          {deadlines.map(({ code, day, days, article }) => (
            <tr key={code}>
              <td>{named(words.deadlines, code)}</td>
              <td className="number">{day}</td>
              <td>
                <DaysLeft days={days} />
              </td>
              <td className="quiet">{article}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Facts({ bill }: BillProps) {
  const { bills: words } = useWords();
  const { facts } = words;
  return (
    <FactList
      facts={[
        [facts.number, bill.number],
        [facts.kind, `${words.kinds[bill.kind]} · ${words.media[bill.medium]}`],
        [facts.acceptor, bill.acceptor],
        [facts.drawer, bill.drawer],
        [facts.payee, bill.payee],
        [facts.endorsers, bill.endorsers.join("\n")],
        [facts.issuedOn, bill.issuedOn],
        [facts.maturesOn, bill.maturesOn],
        [facts.receivedOn, bill.receivedOn],
        [facts.presentedOn, bill.presentedOn],
        [facts.endedOn, bill.endedOn],
        [facts.notifiedOn, bill.notifiedOn],
        [facts.note, bill.note],
      ]}
    />
  );
}

function Opened({ bill }: BillProps) {
  const { bills: words } = useWords();
  const { code } = useCreditor();
  const { receipt } = bill;
  return (
    <div className="stack wide-gap">
      <div className="spread">
        <BillState bill={bill} />
        <Amount of={bill.amount} currency strong />
      </div>
      <div className="spread">
        <CustomerLink customer={receipt.customer} />
        <Link to={PATHS.receipts} params={{ creditor: code }} search={{ receipt: receipt.id }}>
          {`${words.receipt} ${receipt.number}`}
        </Link>
      </div>
      <BillMoves bill={bill} />
      <Deadlines bill={bill} />
      <Facts bill={bill} />
    </div>
  );
}

export function BillDrawer() {
  const { bills: words } = useWords();
  const creditor = useCreditor().code;
  const { bill: id } = useSearch({ from: "/$creditor/bills" });
  const navigate = useNavigate({ from: PATHS.bills });
  const { data, error } = useQuery({ ...billQuery(creditor, id ?? ""), enabled: id !== undefined });
  const close = () => void navigate({ search: ({ bill: _, ...rest }) => rest, replace: true });
  return (
    <Drawer
      open={id !== undefined}
      onClose={close}
      size={620}
      title={data?.number ?? words.opened}
      styles={{ wrapper: { maxWidth: "100vw" } }}
      destroyOnHidden
    >
      <ProblemNote error={error} />
      {id !== undefined && data !== undefined && <Opened bill={data} />}
      {data === undefined && error === null && (
        <Skeleton active title={false} paragraph={{ rows: 8 }} />
      )}
    </Drawer>
  );
}
