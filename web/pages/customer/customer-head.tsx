/** The header strip: who it is, and the figures by which one judges. */
import { type ReactNode, useState } from "react";
import type { CustomerPage } from "../../../src/contract/customer.ts";
import type { WireMoney } from "../../../src/contract/scalars.ts";
import { DaysLate } from "../../ui/ageing-bar.tsx";
import { Amount } from "../../ui/amount.tsx";
import { CanButton } from "../../ui/can-button.tsx";
import { CustomerAgeing } from "../../ui/customer-ageing.tsx";
import { useWords } from "../../words.tsx";
import { CustomerEdit } from "./customer-edit.tsx";

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

/** One figure in each of the customer's currencies, the first one large. */
function inAll(page: CustomerPage, key: FigureKey): readonly WireMoney[] {
  return page.balances.map((balance) => balance[key]);
}

function Figures({ page }: PageProps) {
  const { customer } = useWords();
  const oldest = page.balances.reduce((most, { oldestDays }) => Math.max(most, oldestDays), 0);
  const keys: readonly FigureKey[] = ["overdue", "balance", "unapplied", "disputed", "promised"];
  const some = keys.filter(
    (key) => key === "overdue" || key === "balance" || inAll(page, key).some(isSomething),
  );
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
    </dl>
  );
}

const isSomething = ({ amount }: WireMoney): boolean => /[1-9]/.test(amount);

function Facts({ page }: PageProps) {
  const { customer, terms } = useWords();
  const facts = [
    `${customer.number} ${page.number}`,
    page.uscc,
    page.salesperson && `${customer.owner} ${page.salesperson}`,
    `${customer.language} ${terms.languages[page.language]}`,
    page.address,
  ].filter((fact) => fact !== null && fact !== "");
  return (
    <p className="quiet customer-facts">
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </p>
  );
}

export function CustomerHead({ page }: PageProps) {
  const { customer, frame } = useWords();
  const [editing, setEditing] = useState(false);
  return (
    <header className="card customer-head">
      <div className="line">
        <h1>{page.name}</h1>
        <span className="tag accent">
          {page.grade === null ? customer.noGrade : customer.grade(page.grade)}
        </span>
        {page.holds.some(({ active }) => active) && <span className="tag">{customer.holds}</span>}
        <span className="grow" />
        <CanButton can={page.can.edit} onClick={() => setEditing(true)}>
          {frame.edit}
        </CanButton>
      </div>
      <Facts page={page} />
      <Figures page={page} />
      <CustomerAgeing ageing={page.ageing} />
      {editing && <CustomerEdit page={page} onClose={() => setEditing(false)} />}
    </header>
  );
}
