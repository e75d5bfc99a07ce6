/** What stands against the claims in one currency: unapplied cash and credits, and the net. */
import { useQuery } from "@tanstack/react-query";
import type { CustomerPage } from "../../../src/contract/customer.ts";
import type { WireMoney } from "../../../src/contract/scalars.ts";
import { type Money, subtract, total } from "../../../src/domain/values/money.ts";
import { openClaimsQuery } from "../../queries/match.ts";
import { useCreditor } from "../../queries/session.ts";
import { Amount } from "../../ui/amount.tsx";
import { moneyFrom, wireFrom } from "../../ui/wire-sums.ts";
import { useWords } from "../../words.tsx";
import { AddingUp } from "../match/adding-up.tsx";
import "../match/match.css";

type CreditsProps = {
  readonly page: CustomerPage;
  readonly balance: WireMoney;
};

const sumOf = (amounts: readonly WireMoney[], like: WireMoney): Money =>
  total(amounts.map(moneyFrom), moneyFrom(like).currency);

export function UnappliedCredits({ page, balance }: CreditsProps) {
  const { moneyTab: words, match } = useWords();
  const creditor = useCreditor().code;
  const { data } = useQuery(openClaimsQuery(creditor, page.id, balance.currency));
  if (data === undefined) return <Amount of={balance} currency />;
  const owed = sumOf(
    data.claims.map(({ open }) => open),
    balance,
  );
  const credits = sumOf(
    data.credits.map(({ open }) => open),
    balance,
  );
  const net = subtract(owed, credits);
  return (
    <div className="stack tight">
      <AddingUp
        have={[{ name: words.owed, amounts: [wireFrom(owed)] }]}
        goes={[
          { name: words.netAfter, amounts: [wireFrom(net)] },
          { name: words.credits, amounts: [wireFrom(credits)] },
        ]}
      />
      {data.credits.length === 0 ? (
        <p className="quiet small">{words.noCredits}</p>
      ) : (
        <ul className="settled-list">
          {data.credits.map(({ id, number, kind, issuedOn, open }) => (
            <li key={id}>
              <span className="clip">
                <span className="number">{number}</span>
                <span className="quiet small">{` · ${match.creditKinds[kind]} · ${issuedOn}`}</span>
              </span>
              <Amount of={open} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
