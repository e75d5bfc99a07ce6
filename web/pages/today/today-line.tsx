/** One line of Today: as columns on a desk, as a card on a phone. */
import { Checkbox } from "antd";
import type { TodayLine } from "../../../src/contract/today.ts";
import { useMe } from "../../queries/session.ts";
import { DaysLate } from "../../ui/ageing-bar.tsx";
import { Amounts } from "../../ui/amount.tsx";
import type { Column } from "../../ui/grid.tsx";
import { PriorityBar } from "../../ui/priority-bar.tsx";
import { useHeadline } from "../../ui/why.tsx";
import { useWords } from "../../words.tsx";
import type { Choice } from "./choice.ts";
import { WorkChips } from "./work-chips.tsx";

type LineProps = { readonly line: TodayLine };

/** Why the first thing is to be done; who answers for the customer where it isn't oneself. */
function Why({ line }: LineProps) {
  const { work } = useWords();
  const headline = useHeadline();
  const me = useMe().user.id;
  const first = line.work[0];
  const why = first === undefined ? "" : (first.note ?? headline(first.because));
  const snoozed = line.case?.snoozed ?? null;
  const owner = line.owner === null ? work.noOwner : line.owner.name;
  return (
    <span className="two-lines">
      <span className="clip quiet" title={why}>
        {why}
      </span>
      <span className="line small">
        {snoozed !== null && (
          <span className="tag" title={work.snoozedBy(snoozed.by, snoozed.reason)}>
            {work.snoozedUntil(snoozed.until)}
          </span>
        )}
        {line.owner?.id !== me && <span className="quiet clip">{owner}</span>}
      </span>
    </span>
  );
}

function Customer({ line }: LineProps) {
  return (
    <span className="two-lines">
      <span className="clip strong" title={line.customer.name}>
        {line.customer.name}
      </span>
      <WorkChips work={line.work} />
    </span>
  );
}

type TakeProps = LineProps & { readonly choice: Choice };

function Take({ line, choice }: TakeProps) {
  const { work } = useWords();
  return (
    <Checkbox
      tabIndex={-1}
      aria-label={work.choose(line.customer.name)}
      checked={choice.has(line.id)}
      onChange={() => choice.toggle(line.id)}
    />
  );
}

export function useTodayColumns(choice: Choice): readonly Column<TodayLine>[] {
  const { today, frame } = useWords();
  const { columns } = today;
  return [
    {
      key: "take",
      title: <span className="seen-by-readers">{frame.choose}</span>,
      width: "32px",
      cell: (line) => <Take line={line} choice={choice} />,
    },
    {
      key: "priority",
      title: columns.priority,
      width: "100px",
      cell: (line) => <PriorityBar priority={line.priority} inList />,
    },
    {
      key: "customer",
      title: `${columns.customer} · ${columns.what}`,
      width: "minmax(220px, 4fr)",
      cell: (line) => <Customer line={line} />,
    },
    {
      key: "overdue",
      title: columns.overdue,
      width: "138px",
      align: "end",
      cell: (line) => <Amounts of={line.overdue} />,
    },
    {
      key: "days",
      title: columns.days,
      width: "82px",
      align: "end",
      cell: (line) => <DaysLate days={line.oldestDays} />,
    },
    {
      key: "why",
      title: columns.why,
      width: "minmax(130px, 2fr)",
      cell: (line) => <Why line={line} />,
    },
  ];
}

export function TodayCard({ line, choice }: TakeProps) {
  return (
    <div className="stack tight">
      <span className="spread">
        <span className="line">
          <Take line={line} choice={choice} />
          <span className="clip strong">{line.customer.name}</span>
        </span>
        <DaysLate days={line.oldestDays} />
      </span>
      <WorkChips work={line.work} most={1} />
      <span className="spread">
        <PriorityBar priority={line.priority} inList />
        <Amounts of={line.overdue} />
      </span>
    </div>
  );
}
