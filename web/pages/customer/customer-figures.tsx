/** The figures by which one judges a customer: what is owed, how late, how good its word is. */
import type { ReactNode } from "react";
import type { CustomerPage } from "../../../src/contract/customer.ts";
import type { WireMoney } from "../../../src/contract/scalars.ts";
import { DaysLate } from "../../ui/ageing-bar.tsx";
import { Amount } from "../../ui/amount.tsx";
import { useWords } from "../../words.tsx";

type PageProps = { readonly page: CustomerPage };

function Figure({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="figure">
      <dt>{label}</dt>
      <dd className="number">{children}</dd>
    </div>
  );
}

type FigureKey = "balance" | "overdue" | "unapplied" | "disputed" | "promised";
const KEYS: readonly FigureKey[] = ["overdue", "balance", "unapplied", "disputed", "promised"];
const ALWAYS: ReadonlySet<FigureKey> = new Set(["overdue", "balance"]);

/** One figure in each of the customer's currencies, the first one large. */
const inAll = (page: CustomerPage, key: FigureKey): readonly WireMoney[] =>
  page.balances.map((balance) => balance[key]);

const isSomething = ({ amount }: WireMoney): boolean => /[1-9]/.test(amount);

/** Promises kept of those judged in a year; under three it says nothing yet. */
function Reliable({ page }: PageProps) {
  const { customer } = useWords();
  const { judged, kept, byCount } = page.reliability;
  if (judged === 0) return null;
  return (
    <Figure label={customer.reliability}>
      <span className="figure-first">
        {byCount === null ? customer.keptOf(kept, judged) : `${Math.round(byCount / 10)} %`}
      </span>
      {byCount !== null && <span className="quiet small">{customer.keptOf(kept, judged)}</span>}
    </Figure>
  );
}

export function CustomerFigures({ page }: PageProps) {
  const { customer } = useWords();
  const oldest = page.balances.reduce((most, { oldestDays }) => Math.max(most, oldestDays), 0);
  const some = KEYS.filter((key) => ALWAYS.has(key) || inAll(page, key).some(isSomething));
  return (
    <dl className="figures">
      {some.map((key) => (
        <Figure key={key} label={customer[key]}>
          {inAll(page, key).map((amount, index) => (
            <span key={amount.currency} className={index === 0 ? "figure-first" : "figure-more"}>
              <Amount of={amount} currency />
            </span>
          ))}
        </Figure>
      ))}
      <Figure label={customer.oldest}>
        <DaysLate days={oldest} />
      </Figure>
      <Reliable page={page} />
    </dl>
  );
}
