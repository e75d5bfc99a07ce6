/** Where a receipt stands, and how it names its payer and its customer. */
import { Link } from "@tanstack/react-router";
import type { ReceiptRow } from "../../../src/contract/receipt.ts";
import type { ReceiptBrief } from "../../../src/contract/receipt-brief.ts";
import { PATHS } from "../../paths.ts";
import { useCreditor } from "../../queries/session.ts";
import { useWords } from "../../words.tsx";
import { isSomething } from "../bank-lines/statement-facts.tsx";

type RowProps = { readonly row: Pick<ReceiptRow, "state" | "rest"> };

export function ReceiptStanding({ row: { state, rest } }: RowProps) {
  const { states } = useWords().receipts;
  if (state === "returned") return <span className="tag danger">{states.returned}</span>;
  if (state === "unidentified") return <span className="tag warning">{states.unidentified}</span>;
  if (isSomething(rest)) return <span className="tag accent">{states.unapplied}</span>;
  return <span className="tag success">{states.applied}</span>;
}

type CustomerLinkProps = { readonly customer: ReceiptBrief["customer"] };

export function CustomerLink({ customer }: CustomerLinkProps) {
  const { code } = useCreditor();
  if (customer === null) return <span className="quiet">–</span>;
  return (
    <Link
      to={PATHS.customer}
      params={{ creditor: code, customer: customer.id }}
      className="clip"
      title={customer.name}
    >
      {customer.name}
    </Link>
  );
}

/** Opens the receipt in the drawer of the page of receipts. */
export function ReceiptLink({
  receipt,
}: {
  readonly receipt: Pick<ReceiptBrief, "id" | "number">;
}) {
  return (
    <Link
      from={PATHS.receipts}
      search={(before) => ({ ...before, receipt: receipt.id })}
      className="number clip"
    >
      {receipt.number}
    </Link>
  );
}
