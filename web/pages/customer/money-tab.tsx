/** Money in of one customer: what nets, what came back, who pays for it, interest as a memo. */
import { Link } from "@tanstack/react-router";
import type { CustomerPage } from "../../../src/contract/customer.ts";
import { PATHS } from "../../paths.ts";
import { useCreditor } from "../../queries/session.ts";
import { Amount, Amounts } from "../../ui/amount.tsx";
import { useWords } from "../../words.tsx";
import { InterestViews } from "./interest-views.tsx";
import { Payers } from "./payers.tsx";
import { UnappliedCredits } from "./unapplied-credits.tsx";
import "../../ui/money-pages.css";

type PageProps = { readonly page: CustomerPage };

function Net({ page }: PageProps) {
  const { moneyTab: words } = useWords();
  const { code } = useCreditor();
  const { balances, uncleared, returned } = page;
  return (
    <section className="stack tight">
      <h3>{words.net}</h3>
      {balances.map(({ balance }) => (
        <UnappliedCredits key={balance.currency} page={page} balance={balance} />
      ))}
      {balances.length === 0 && <Amount of={null} />}
      <p className="line wrap small">
        {uncleared.length > 0 && (
          <span>
            <span className="quiet">{words.uncleared} </span>
            <Amounts of={uncleared} />
          </span>
        )}
        <span className={returned > 0 ? "danger-text" : "quiet"}>
          {returned > 0 ? words.returned(returned) : words.returnedNone}
        </span>
        {returned > 0 && (
          <Link
            to={PATHS.receipts}
            params={{ creditor: code }}
            search={{ tab: "returned", customer: page.id }}
          >
            {words.toReturned}
          </Link>
        )}
        <Link to={PATHS.receipts} params={{ creditor: code }} search={{ customer: page.id }}>
          {words.toReceipts}
        </Link>
      </p>
    </section>
  );
}

export function MoneyTab({ page }: PageProps) {
  return (
    <div className="stack wide-gap">
      <Net page={page} />
      <Payers customer={page.id} />
      {page.balances.map(({ balance }) => (
        <InterestViews key={balance.currency} customer={page.id} currency={balance.currency} />
      ))}
    </div>
  );
}
