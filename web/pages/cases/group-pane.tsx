/** A group as a whole: one sum, its companies, and what is next at each. */
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import type { CollectionCase } from "../../../src/contract/case.ts";
import type { WireMoney } from "../../../src/contract/scalars.ts";
import type { TodayLine } from "../../../src/contract/today.ts";
import { PATHS } from "../../paths.ts";
import { useCreditor } from "../../queries/session.ts";
import { DaysLate } from "../../ui/ageing-bar.tsx";
import { Amounts } from "../../ui/amount.tsx";
import { CaseTags } from "../../ui/case-tags.tsx";
import { useWords } from "../../words.tsx";

type Company = {
  readonly customer: TodayLine["customer"];
  readonly owner: TodayLine["owner"];
  readonly overdue: readonly WireMoney[];
  readonly oldestDays: number;
  readonly case: CollectionCase | null;
};

type GroupPaneProps = {
  readonly work: {
    readonly group: { readonly name: string };
    readonly balance: readonly WireMoney[];
    readonly overdue: readonly WireMoney[];
    readonly companies: readonly Company[];
  };
  readonly onBack: () => void;
};

function CompanyLine({ company }: { readonly company: Company }) {
  const { cases, work } = useWords();
  const { code } = useCreditor();
  const { customer, owner, overdue, oldestDays, case: its } = company;
  return (
    <li className="stack tight">
      <span className="spread">
        <Link to={PATHS.customer} params={{ creditor: code, customer: customer.id }}>
          {customer.name}
        </Link>
        <DaysLate days={oldestDays} />
      </span>
      <span className="spread">
        <span className="small quiet">{owner?.name ?? work.noOwner}</span>
        <Amounts of={overdue} />
      </span>
      <CaseTags of={its} />
      {its?.next != null && (
        <span className="small quiet number">
          {cases.nextOn(work.kinds[its.next.kind], its.next.on, its.next.at)}
        </span>
      )}
    </li>
  );
}

export function GroupPane({ work, onBack }: GroupPaneProps) {
  const { cases, today } = useWords();
  return (
    <aside className="card work-pane" aria-label={work.group.name}>
      <header className="pane-head">
        <div className="line">
          <Button size="small" className="pane-back" onClick={onBack}>
            {today.closePanel}
          </Button>
        </div>
        <h2>{work.group.name}</h2>
        <dl className="group-sums">
          <div>
            <dt className="small quiet">{cases.groupOverdue}</dt>
            <dd>
              <Amounts of={work.overdue} strong />
            </dd>
          </div>
          <div>
            <dt className="small quiet">{cases.groupBalance}</dt>
            <dd>
              <Amounts of={work.balance} />
            </dd>
          </div>
        </dl>
      </header>
      <div className="pane-body">
        <section>
          <h3 className="pane-title">{cases.companies}</h3>
          <ul className="group-pane-companies">
            {work.companies.map((company) => (
              <CompanyLine key={company.customer.id} company={company} />
            ))}
          </ul>
        </section>
      </div>
    </aside>
  );
}
