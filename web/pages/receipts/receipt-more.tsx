/** What else hangs on a receipt: claims on it, its return, refunds, its bill of exchange. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { ReceiptPage } from "../../../src/contract/receipt.ts";
import { PATHS } from "../../paths.ts";
import { useCreditor } from "../../queries/session.ts";
import { amountWithCurrency } from "../../ui/amount.tsx";
import { dayAndClock } from "../../ui/moment.ts";
import { whoIs } from "../../words/who.ts";
import { useWords } from "../../words.tsx";
import { ClaimCard } from "../claims/claim-card.tsx";
import { RefundLine } from "./refund-line.tsx";
import { ReopenedItems } from "./what-reopens.tsx";

type PartProps = { readonly title: string; readonly children: ReactNode };

function Part({ title, children }: PartProps) {
  return (
    <section className="drawer-part">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

type Returned = NonNullable<ReceiptPage["returned"]>;

function ReturnedPart({ returned }: { readonly returned: Returned }) {
  const all = useWords();
  const { receipts, terms } = all;
  const words = receipts.returned;
  const { charge, chargeItem, chargeClause, reasonCode, reasonText, message } = returned;
  const cost = charge === null ? null : amountWithCurrency(charge);
  const lines = [
    [reasonCode, reasonText].filter((part) => part !== null).join(" "),
    cost !== null && chargeItem === null ? words.borne(cost) : "",
    cost !== null && chargeItem !== null ? words.claimed(cost, chargeItem.number) : "",
    chargeClause ?? "",
    message === null
      ? words.notTold
      : words.told(message.number, terms.messageStates[message.state as "sent"] ?? message.state),
    words.recorded(whoIs(all, returned.recordedBy), dayAndClock(returned.recordedAt)),
  ].filter((line) => line !== "");
  return (
    <Part title={words.was(returned.returnedOn, terms.returnKinds[returned.kind])}>
      <div className="stack tight small">
        {lines.map((line) => (
          <span key={line}>{line}</span>
        ))}
        <ReopenedItems reopens={returned.reopened} />
      </div>
    </Part>
  );
}

export function ReceiptMore({ receipt }: { readonly receipt: ReceiptPage }) {
  const { receipts: words, terms } = useWords();
  const { code } = useCreditor();
  const { returned, claims, refunds, bill } = receipt;
  return (
    <>
      {returned !== null && <ReturnedPart returned={returned} />}
      {claims.length > 0 && (
        <Part title={words.claims}>
          <div className="side-by-side">
            {claims.map((claim) => (
              <ClaimCard key={claim.id} claim={claim} />
            ))}
          </div>
        </Part>
      )}
      {refunds.length > 0 && (
        <Part title={words.refunds}>
          <ul className="record-list">
            {refunds.map((refund) => (
              <RefundLine key={refund.id} refund={refund} />
            ))}
          </ul>
        </Part>
      )}
      {bill !== null && (
        <Part title={words.bill}>
          <div className="spread">
            <Link to={PATHS.bills} params={{ creditor: code }} search={{ bill: bill.id }}>
              {bill.number}
            </Link>
            <span className="tag">{terms.billStates[bill.state]}</span>
          </div>
        </Part>
      )}
    </>
  );
}
