/** One refund: who asked for how much and why, how it was decided, and what can be done now. */
import type { ReceiptPage } from "../../../src/contract/receipt.ts";
import { Amount } from "../../ui/amount.tsx";
import { dayAndClock } from "../../ui/moment.ts";
import { whoIs } from "../../words/who.ts";
import { useWords } from "../../words.tsx";
import { RefundActs } from "./refund-acts.tsx";

export type RefundShown = ReceiptPage["refunds"][number];

const STATE_TAG = {
  requested: "accent",
  approved: "warning",
  refused: "",
  paid: "success",
} as const;

export function RefundState({ state }: Pick<RefundShown, "state">) {
  const { terms } = useWords();
  return <span className={`tag ${STATE_TAG[state]}`}>{terms.refundStates[state]}</span>;
}

/** How it went after it was asked for, one fact a line. */
export function RefundHistory({ refund }: { readonly refund: RefundShown }) {
  const all = useWords();
  const words = all.receipts.refunding;
  const { decidedBy, decidedAt, decisionReason, paidOn } = refund;
  return (
    <span className="small quiet number">
      {decidedAt !== null && words.decided(whoIs(all, decidedBy), dayAndClock(decidedAt))}
      {decisionReason !== null && ` · ${decisionReason}`}
      {paidOn !== null && ` · ${words.paidAt(paidOn)}`}
    </span>
  );
}

export function RefundLine({ refund }: { readonly refund: RefundShown }) {
  const all = useWords();
  const words = all.receipts.refunding;
  return (
    <li className="record-line">
      <span className="spread">
        <Amount of={refund.amount} currency strong />
        <RefundState state={refund.state} />
      </span>
      <span>{refund.reason}</span>
      <span className="small quiet number">
        {words.by(whoIs(all, refund.requestedBy), dayAndClock(refund.requestedAt))}
      </span>
      <RefundHistory refund={refund} />
      <RefundActs refund={refund} />
    </li>
  );
}
