/** A case in one line: who, whose, how late, why, how much, and what is next. */
import type { CaseRow } from "../../../src/contract/case.ts";
import { DaysLate } from "../../ui/ageing-bar.tsx";
import { Amounts } from "../../ui/amount.tsx";
import { LateReasonTag, StageTag } from "../../ui/case-tags.tsx";
import type { Column } from "../../ui/grid.tsx";
import { PriorityBar } from "../../ui/priority-bar.tsx";
import { useHeadline } from "../../ui/why.tsx";
import { useWords } from "../../words.tsx";

type RowProps = { readonly row: CaseRow };

function Customer({ row }: RowProps) {
  const { work } = useWords();
  const { customer, group, owner } = row;
  return (
    <span className="two-lines">
      <span className="clip strong" title={customer.name}>
        {customer.name}
      </span>
      <span className="line small">
        <span className="quiet number">{customer.number}</span>
        <span className="quiet clip">{owner?.name ?? work.noOwner}</span>
        {group !== null && <span className="tag clip">{group.name}</span>}
      </span>
    </span>
  );
}

/** What is next and why; of a closed case when it closed. */
function Next({ row }: RowProps) {
  const { cases, work } = useWords();
  const headline = useHeadline();
  const { next, closedOn, snoozed } = row;
  if (closedOn !== null) return <span className="quiet">{cases.closedOn(closedOn)}</span>;
  if (snoozed !== null) {
    return (
      <span className="tag" title={work.snoozedBy(snoozed.by, snoozed.reason)}>
        {work.snoozedUntil(snoozed.until)}
      </span>
    );
  }
  if (next === null) return <span className="quiet">{cases.nothingNext}</span>;
  const why = headline(next.because);
  return (
    <span className="two-lines">
      <span className="clip number">{cases.nextOn(work.kinds[next.kind], next.on, next.at)}</span>
      <span className="clip quiet small" title={why}>
        {why}
      </span>
    </span>
  );
}

function StageAndReason({ row }: RowProps) {
  return (
    <span className="stack tight case-state">
      <span>
        <StageTag stage={row.stage} />
      </span>
      <span>
        <LateReasonTag reason={row.reason} />
      </span>
    </span>
  );
}

/** `beside`: a customer is open beside the list, and there is less room for it. */
export function useCaseColumns(beside: boolean): readonly Column<CaseRow>[] {
  const { columns } = useWords().cases;
  const opened: Column<CaseRow> = {
    key: "opened",
    title: columns.opened,
    width: "96px",
    sort: "opened",
    cell: (row) => <span className="number">{row.openedOn}</span>,
  };
  const always: readonly Column<CaseRow>[] = [
    {
      key: "points",
      title: columns.points,
      width: "98px",
      sort: "points",
      cell: (row) => <PriorityBar priority={row.priority} inList />,
    },
    {
      key: "customer",
      title: columns.customer,
      width: "minmax(150px, 3fr)",
      sort: "name",
      cell: (row) => <Customer row={row} />,
    },
    {
      key: "stage",
      title: `${columns.stage} · ${columns.reason}`,
      width: "128px",
      cell: (row) => <StageAndReason row={row} />,
    },
    {
      key: "overdue",
      title: columns.overdue,
      width: "134px",
      align: "end",
      sort: "overdue",
      cell: (row) => <Amounts of={row.overdue} />,
    },
    {
      key: "days",
      title: columns.days,
      width: "80px",
      align: "end",
      sort: "oldest",
      cell: (row) => <DaysLate days={row.oldestDays} />,
    },
    {
      key: "next",
      title: columns.next,
      width: "minmax(118px, 2fr)",
      sort: "next",
      cell: (row) => <Next row={row} />,
    },
  ];
  return beside ? always : [...always, opened];
}

export function CaseCard({ row }: RowProps) {
  return (
    <div className="stack tight">
      <span className="spread">
        <span className="clip strong">{row.customer.name}</span>
        <DaysLate days={row.oldestDays} />
      </span>
      <span className="spread">
        <span className="line">
          <StageTag stage={row.stage} />
          <LateReasonTag reason={row.reason} />
        </span>
        <Amounts of={row.overdue} />
      </span>
      <span className="small">
        <Next row={row} />
      </span>
    </div>
  );
}
