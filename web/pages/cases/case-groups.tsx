/** Groups of companies, worked as one: a row for each, its companies folded below it, one pane. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { TodayLine } from "../../../src/contract/today.ts";
import { caseGroupsQuery, groupWorkQuery } from "../../queries/cases.ts";
import { useCreditor } from "../../queries/session.ts";
import { DaysLate } from "../../ui/ageing-bar.tsx";
import { Amounts } from "../../ui/amount.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Empty, Loading, ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { WorkPane } from "../today/work-pane.tsx";
import { GroupPane } from "./group-pane.tsx";
import { useCasesView } from "./use-cases-view.ts";

type Group = {
  readonly group: { readonly id: string; readonly name: string };
  readonly companies: number;
  readonly cases: number;
  readonly overdue: Parameters<typeof Amounts>[0]["of"];
  readonly oldestDays: number;
};

/** Its companies below the group's row; each opens in the pane. */
function Companies({ group }: { readonly group: string }) {
  const creditor = useCreditor().code;
  const { customer: opened, open } = useCasesView();
  const { data, error } = useQuery(groupWorkQuery(creditor, group));
  if (data === undefined) return <ProblemNote error={error} />;
  return (
    <ul className="group-companies">
      {data.companies.map(({ customer, overdue, oldestDays }) => (
        <li key={customer.id}>
          <button
            type="button"
            className="group-row company"
            aria-pressed={opened === customer.id}
            onClick={() => open(customer.id)}
          >
            <span className="clip">{customer.name}</span>
            <DaysLate days={oldestDays} />
            <Amounts of={overdue} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function GroupRow({ group: row }: { readonly group: Group }) {
  const { cases } = useWords();
  const { view, change } = useCasesView();
  const { group, companies, overdue, oldestDays } = row;
  const unfolded = view.group === group.id;
  return (
    <li>
      <button
        type="button"
        className="group-row"
        aria-expanded={unfolded}
        onClick={() => change({ group: unfolded ? undefined : group.id })}
      >
        <span className="line">
          <Icon name={unfolded ? "down" : "right"} size={14} />
          <span className="two-lines">
            <span className="clip strong">{group.name}</span>
            <span className="small quiet">{cases.groupLine(companies, row.cases)}</span>
          </span>
        </span>
        <DaysLate days={oldestDays} />
        <Amounts of={overdue} strong />
      </button>
      {unfolded && <Companies group={group.id} />}
    </li>
  );
}

/** The opened company, or the group as a whole. */
function Pane({ group }: { readonly group: string }) {
  const creditor = useCreditor().code;
  const { customer, open, change } = useCasesView();
  const [why, setWhy] = useState(false);
  const { data } = useQuery(groupWorkQuery(creditor, group));
  const companies: readonly CustomerOf[] = data?.companies ?? [];
  const at = companies.findIndex((company) => company.customer.id === customer);
  const company = companies[at];
  if (company === undefined) {
    return data === undefined ? null : (
      <GroupPane work={data} onBack={() => change({ group: undefined })} />
    );
  }
  const to = (there: CustomerOf | undefined) =>
    there === undefined ? undefined : () => open(there.customer.id);
  return (
    <WorkPane
      key={company.customer.id}
      customer={company.customer}
      onPrevious={at > 0 ? to(companies[at - 1]) : undefined}
      onNext={to(companies[at + 1])}
      onBack={() => open(undefined)}
      onActed={() => undefined}
      why={why}
      onWhy={setWhy}
    />
  );
}

type CustomerOf = {
  readonly customer: TodayLine["customer"];
};

export function CaseGroups() {
  const { cases } = useWords();
  const creditor = useCreditor().code;
  const { view } = useCasesView();
  const { data, error, refetch } = useQuery(caseGroupsQuery(creditor));
  if (data === undefined) {
    if (error === null) return <Loading />;
    return <ProblemNote error={error} onAgain={() => void refetch()} />;
  }
  if (data.groups.length === 0) {
    return (
      <section className="card fills">
        <Empty icon="customers" title={cases.noGroups} text={cases.noGroupsText} />
      </section>
    );
  }
  return (
    <div className="work-split">
      <section className="card fills work-split-list" aria-label={cases.groups}>
        <ul className="group-rows">
          {data.groups.map((group) => (
            <GroupRow key={group.group.id} group={group} />
          ))}
        </ul>
      </section>
      {view.group !== undefined && <Pane group={view.group} />}
    </div>
  );
}
