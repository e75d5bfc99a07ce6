/** One group of customers: its companies, added and taken out. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { PortfolioRow } from "../../../src/contract/portfolio.ts";
import type { Can } from "../../../src/contract/scalars.ts";
import { groupQuery, useChangeGroup } from "../../queries/groups.ts";
import { useCreditor } from "../../queries/session.ts";
import { Amounts } from "../../ui/amount.tsx";
import { CanButton } from "../../ui/can-button.tsx";
import { CustomerChoice } from "../../ui/customer-choice.tsx";
import { Empty, Loading, ProblemNote } from "../../ui/states.tsx";
import { TableScroll } from "../../ui/table-scroll.tsx";
import { useWords } from "../../words.tsx";
import { RenameGroup } from "./group-dialog.tsx";
import { CustomerCell } from "./portfolio-columns.tsx";

type CompaniesProps = {
  readonly group: { readonly id: string; readonly name: string };
  readonly members: readonly PortfolioRow[];
  readonly can: Can;
};

function Companies({ group, members, can }: CompaniesProps) {
  const { team: words } = useWords();
  const change = useChangeGroup(group.id, () => undefined);
  if (members.length === 0) return <Empty icon="customers" title={words.noCompanies} />;
  return (
    <>
      <ProblemNote error={change.error} />
      <TableScroll label={words.groupCustomers}>
        <table className="table">
          <thead>
            <tr>
              <th>{words.customer}</th>
              <th>{words.owner}</th>
              <th className="end">{words.balance}</th>
              <th className="end">{words.columns.overdue}</th>
              <th>
                <span className="seen-by-readers">{words.columns.acts}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {members.map((row) => (
              <tr key={row.id}>
                <td>
                  <CustomerCell row={row} />
                </td>
                <td>{row.owner?.name ?? "–"}</td>
                <td className="end">
                  <Amounts of={row.balance} />
                </td>
                <td className="end">
                  <Amounts of={row.overdue} />
                </td>
                <td>
                  <CanButton
                    size="small"
                    can={can}
                    loading={change.isPending}
                    onClick={() => change.mutate({ remove: [row.id] })}
                  >
                    {words.takeOut}
                  </CanButton>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  );
}

function AddCompany({ group }: { readonly group: string }) {
  const { team: words } = useWords();
  const change = useChangeGroup(group, () => undefined);
  return (
    <div className="stack tight">
      <span className="line wrap add-company">
        <span className="nowrap">{words.addCompany}</span>
        <CustomerChoice value={null} onChange={({ id }) => change.mutate({ add: [id] })} />
      </span>
      <span className="quiet small">{words.addHint}</span>
      <ProblemNote error={change.error} />
    </div>
  );
}

export function GroupDetail({ id }: { readonly id: string }) {
  const { team: words } = useWords();
  const { data, error, refetch } = useQuery(groupQuery(useCreditor().code, id));
  const [renaming, setRenaming] = useState(false);
  if (data === undefined) {
    if (error === null) return <Loading />;
    return <ProblemNote error={error} onAgain={() => void refetch()} />;
  }
  const { name, members, can } = data;
  return (
    <section className="card" aria-label={name}>
      <header>
        <h2 className="clip">{name}</h2>
        <CanButton size="small" can={can.edit} onClick={() => setRenaming(true)}>
          {words.rename}
        </CanButton>
      </header>
      <div className="body stack">
        {can.edit === true && <AddCompany group={id} />}
        <Companies group={data} members={members} can={can.edit} />
      </div>
      {renaming && <RenameGroup group={data} onClose={() => setRenaming(false)} />}
    </section>
  );
}
