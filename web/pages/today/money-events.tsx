/** On Today: payments that came back and nobody has seen, and deadlines of bills; folded. */
import { Link } from "@tanstack/react-router";
import { PATHS } from "../../paths.ts";
import { useSeenReturn } from "../../queries/returned.ts";
import { useCreditor } from "../../queries/session.ts";
import type { TodayAnswer } from "../../queries/today.ts";
import { amountWithCurrency } from "../../ui/amount.tsx";
import { CanButton } from "../../ui/can-button.tsx";
import { named } from "../../words/named.ts";
import { useWords } from "../../words.tsx";
import "./money-events.css";

/** More than these push the list out of sight, and are folded. */
const FEW = 2;

type ReturnedProps = { readonly returned: TodayAnswer["returned"][number] };

function ReturnedLine({ returned }: ReturnedProps) {
  const { moneyTab, terms } = useWords();
  const { code } = useCreditor();
  const see = useSeenReturn();
  const { customer, receipt, amount, kind, returnedOn, can, id } = returned;
  return (
    <li>
      <Link
        to={PATHS.receipts}
        params={{ creditor: code }}
        search={{ receipt: receipt.id }}
        className="clip"
      >
        {customer?.name ?? receipt.payerName ?? receipt.number}
      </Link>
      <span className="clip quiet number">
        {moneyTab.today.line(amountWithCurrency(amount), terms.returnKinds[kind], returnedOn)}
      </span>
      <CanButton can={can.see} size="small" loading={see.isPending} onClick={() => see.mutate(id)}>
        {moneyTab.today.see}
      </CanButton>
    </li>
  );
}

export function ReturnedEvents({ today }: { readonly today: TodayAnswer }) {
  const { moneyTab } = useWords();
  if (today.returned.length === 0) return null;
  return (
    <details className="follow-ups money-events" open={today.returned.length <= FEW}>
      <summary className="danger-text">
        {moneyTab.today.returned} <b className="number">{today.counts.returned}</b>
      </summary>
      <ul>
        {today.returned.map((returned) => (
          <ReturnedLine key={returned.id} returned={returned} />
        ))}
      </ul>
    </details>
  );
}

export function BillEvents({ today }: { readonly today: TodayAnswer }) {
  const { moneyTab, bills: words } = useWords();
  const { code } = useCreditor();
  if (today.bills.length === 0) return null;
  return (
    <details className="follow-ups money-events">
      <summary>
        {moneyTab.today.bills} <b className="number">{today.counts.bills}</b>
      </summary>
      <ul>
        {today.bills.map(({ bill, deadline }) => (
          <li key={`${bill.id}${deadline.code}`} className="bill-event">
            <span className="number quiet">{deadline.day}</span>
            <Link to={PATHS.bills} params={{ creditor: code }} search={{ bill: bill.id }}>
              {named(words.deadlines, deadline.code)}
            </Link>
            <span className={deadline.days < 0 ? "danger-text nowrap" : "quiet nowrap"}>
              {words.left(deadline.days)}
            </span>
            <span className="clip quiet number">
              {`${bill.number} · ${amountWithCurrency(bill.amount)} · ${deadline.article}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
