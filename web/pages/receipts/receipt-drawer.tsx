/** One receipt opened: its facts, what it settled and why, and what can be done with it. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Drawer, Skeleton } from "antd";
import type { ReceiptPage } from "../../../src/contract/receipt.ts";
import { PATHS } from "../../paths.ts";
import { receiptQuery } from "../../queries/receipts.ts";
import { useCreditor } from "../../queries/session.ts";
import { Amount } from "../../ui/amount.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { Applications } from "./applications.tsx";
import { ReceiptActs } from "./receipt-acts.tsx";
import { ReceiptFacts } from "./receipt-facts.tsx";
import { ReceiptMore } from "./receipt-more.tsx";
import { CustomerLink, ReceiptStanding } from "./receipt-standing.tsx";

function Opened({ receipt }: { readonly receipt: ReceiptPage }) {
  const { receipts: words } = useWords();
  return (
    <div className="stack wide-gap">
      <div className="spread">
        <ReceiptStanding row={receipt} />
        <Amount of={receipt.amount} currency strong />
      </div>
      {receipt.state === "identified" && (
        <div className="spread">
          <CustomerLink customer={receipt.customer} />
          <span className="number nowrap">
            <span className="quiet small">{words.rest} </span>
            <Amount of={receipt.rest} />
          </span>
        </div>
      )}
      <ReceiptActs receipt={receipt} />
      <ReceiptFacts receipt={receipt} />
      <Applications receipt={receipt} />
      <ReceiptMore receipt={receipt} />
    </div>
  );
}

export function ReceiptDrawer() {
  const { receipts: words } = useWords();
  const creditor = useCreditor().code;
  const { receipt: id } = useSearch({ from: "/$creditor/receipts" });
  const navigate = useNavigate({ from: PATHS.receipts });
  const { data, error } = useQuery({
    ...receiptQuery(creditor, id ?? ""),
    enabled: id !== undefined,
  });
  const close = () => void navigate({ search: ({ receipt: _, ...rest }) => rest, replace: true });
  return (
    <Drawer
      open={id !== undefined}
      onClose={close}
      size={600}
      title={data?.payerName ?? data?.number ?? words.opened}
      styles={{ wrapper: { maxWidth: "100vw" } }}
      destroyOnHidden
    >
      <ProblemNote error={error} />
      {id !== undefined && data !== undefined && <Opened key={data.id} receipt={data} />}
      {data === undefined && error === null && (
        <Skeleton active title={false} paragraph={{ rows: 8 }} />
      )}
    </Drawer>
  );
}
