/** The lists of a meeting's pack: who owes most, what is new, what was broken, what is late. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PATHS } from "../../paths.ts";
import type { Pack, PackTask } from "../../queries/meetings.ts";
import { useCreditor } from "../../queries/session.ts";
import { Amount, Amounts } from "../../ui/amount.tsx";
import { TableScroll } from "../../ui/table-scroll.tsx";
import { useHeadline } from "../../ui/why.tsx";
import { named } from "../../words/named.ts";
import { useWords } from "../../words.tsx";

type Cell = { readonly head: string; readonly end?: boolean };
type Line = { readonly key: string; readonly cells: readonly ReactNode[] };
type ListProps = {
  readonly title: string;
  readonly count: number;
  readonly heads: readonly Cell[];
  readonly lines: readonly Line[];
  readonly children?: ReactNode;
};

function PackList({ title, count, heads, lines, children }: ListProps) {
  const { meeting: words } = useWords();
  const cut = count > lines.length ? words.of(lines.length, count) : String(count);
  return (
    <section className="card">
      <h2 className="spread">
        <span>{title}</span>
        <span className="quiet small number">{count === 0 ? "" : cut}</span>
      </h2>
      {lines.length === 0 ? (
        <p className="quiet">{words.none}</p>
      ) : (
        <TableScroll label={title}>
          <table className="table">
            <thead>
              <tr>
                {heads.map(({ head, end }) => (
                  <th key={head} className={end ? "end" : undefined}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map(({ key, cells }) => (
                <tr key={key}>
                  {cells.map((cell, at) => (
                    <td key={heads[at]?.head} className={heads[at]?.end ? "end" : undefined}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {children}
    </section>
  );
}

type Named = Pack["top"]["rows"][number]["customer"];

function Customer({ of }: { readonly of: Named }) {
  const { code: creditor } = useCreditor();
  return (
    <Link to={PATHS.customer} params={{ creditor, customer: of.id }}>
      {of.name}
    </Link>
  );
}

const customer = (of: Named) => <Customer key="customer" of={of} />;
const figure = (text: string | number) => (
  <span key={text} className="number">
    {text}
  </span>
);

export function TopList({ pack: { top } }: { readonly pack: Pack }) {
  const { meeting: words } = useWords();
  const { columns } = words;
  return (
    <PackList
      title={words.sections.top}
      count={top.count}
      heads={[
        { head: columns.customer },
        { head: columns.owner },
        { head: columns.overdue, end: true },
        { head: columns.days, end: true },
      ]}
      lines={top.rows.map((row) => ({
        key: row.customer.id + row.overdue.currency,
        cells: [
          customer(row.customer),
          row.owner ?? "–",
          <Amount key="amount" of={row.overdue} currency />,
          figure(words.days(row.oldestDays)),
        ],
      }))}
    >
      {top.rest.length > 0 && (
        <p className="list-sum">
          <span className="quiet">{words.rest}</span>
          <Amounts of={top.rest} />
        </p>
      )}
    </PackList>
  );
}

export function FreshList({ pack: { fresh } }: { readonly pack: Pack }) {
  const { meeting: words } = useWords();
  const { columns } = words;
  return (
    <PackList
      title={words.sections.fresh}
      count={fresh.count}
      heads={[
        { head: columns.customer },
        { head: columns.owner },
        { head: columns.overdue, end: true },
        { head: columns.items, end: true },
        { head: columns.due },
      ]}
      lines={fresh.rows.map((row) => ({
        key: row.customer.id + row.overdue.currency,
        cells: [
          customer(row.customer),
          row.owner ?? "–",
          <Amount key="amount" of={row.overdue} currency />,
          figure(row.items),
          figure(row.dueOn),
        ],
      }))}
    />
  );
}

export function BrokenList({ pack: { brokenPromises } }: { readonly pack: Pack }) {
  const { meeting: words } = useWords();
  const { columns } = words;
  return (
    <PackList
      title={words.sections.brokenPromises}
      count={brokenPromises.count}
      heads={[
        { head: columns.customer },
        { head: columns.owner },
        { head: columns.amount, end: true },
        { head: columns.payOn },
        { head: columns.judgedOn },
      ]}
      lines={brokenPromises.rows.map((row) => ({
        key: row.customer.id + row.payOn + row.amount.amount,
        cells: [
          customer(row.customer),
          row.owner ?? "–",
          <Amount key="amount" of={row.amount} currency />,
          figure(row.payOn),
          figure(row.judgedOn),
        ],
      }))}
    />
  );
}

export function MissedList({ pack: { missedInstalments } }: { readonly pack: Pack }) {
  const { meeting: words } = useWords();
  const { columns } = words;
  return (
    <PackList
      title={words.sections.missedInstalments}
      count={missedInstalments.count}
      heads={[
        { head: columns.customer },
        { head: columns.owner },
        { head: columns.agreement },
        { head: columns.place, end: true },
        { head: columns.amount, end: true },
        { head: columns.due },
      ]}
      lines={missedInstalments.rows.map((row) => ({
        key: `${row.agreement}${row.place}`,
        cells: [
          customer(row.customer),
          row.owner ?? "–",
          figure(row.number),
          figure(row.place),
          <Amount key="amount" of={row.left} currency />,
          figure(row.dueOn),
        ],
      }))}
    />
  );
}

type TaskListProps = {
  readonly title: string;
  readonly tasks: readonly PackTask[];
  readonly count: number;
};

function TaskWhat({ task }: { readonly task: PackTask }) {
  const headline = useHeadline();
  const { deskNames } = useWords();
  const said = task.title ?? headline(task.because);
  return <>{said === "" ? named(deskNames.taskKinds, task.kind) : said}</>;
}

export function TaskList({ title, tasks, count }: TaskListProps) {
  const { meeting: words, deskNames, terms } = useWords();
  const { columns } = words;
  const holder = ({ assignee, role }: PackTask) =>
    assignee ?? (role === null ? "–" : named(terms.roles, role));
  const state = ({ state: is, outcome }: PackTask) =>
    outcome === null ? deskNames.taskStates[is] : `${deskNames.taskStates[is]}：${outcome}`;
  return (
    <PackList
      title={title}
      count={count}
      heads={[
        { head: columns.customer },
        { head: columns.what },
        { head: columns.who },
        { head: columns.deadline },
        { head: columns.state },
      ]}
      lines={tasks.map((task) => ({
        key: task.id,
        cells: [
          task.customer === null ? "–" : customer(task.customer),
          <TaskWhat key="what" task={task} />,
          holder(task),
          figure(task.dueOn),
          state(task),
        ],
      }))}
    />
  );
}
