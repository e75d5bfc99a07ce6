/** One line of Today: as columns on a desk, as a card on a phone. */
import type { TodayLine } from "../../../src/contract/today.ts";
import { DaysLate } from "../../ui/ageing-bar.tsx";
import { Amounts } from "../../ui/amount.tsx";
import type { Column } from "../../ui/grid.tsx";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { useHeadline, Why } from "../../ui/why.tsx";
import { useLanguage, useWords } from "../../words.tsx";
import { PriorityBar } from "./priority-bar.tsx";

const ICONS: Readonly<Record<string, IconName>> = {
  email: "email",
  letter: "letter",
  call: "call",
  visit: "visit",
  review: "review",
};

export const channelIcon = (channel: string): IconName => ICONS[channel] ?? "file";

export function WhatToDo({ line }: { readonly line: TodayLine }) {
  const { words, language } = useLanguage();
  return (
    <span className="line clip" title={line.name[language]}>
      <span className="channel-icon">
        <Icon name={channelIcon(line.channel)} />
      </span>
      <span className="clip">{line.name[language]}</span>
      {line.leftOver && (
        <span className="left-over nowrap">· {words.today.leftOver(line.day.slice(5))}</span>
      )}
    </span>
  );
}

function Reason({ line }: { readonly line: TodayLine }) {
  const headline = useHeadline();
  return (
    <span className="line reason-line">
      <span className="clip quiet" title={headline(line.because)}>
        {headline(line.because)}
      </span>
      <Why because={line.because} compact />
    </span>
  );
}

function Customer({ line }: { readonly line: TodayLine }) {
  return (
    <span className="two-lines">
      <span className="clip strong" title={line.customer.name}>
        {line.customer.name}
      </span>
      <WhatToDo line={line} />
    </span>
  );
}

export function useTodayColumns(): readonly Column<TodayLine>[] {
  const { columns } = useWords().today;
  return [
    {
      key: "priority",
      title: columns.priority,
      width: "68px",
      cell: (line) => <PriorityBar priority={line.priority} />,
    },
    {
      key: "customer",
      title: `${columns.customer} · ${columns.what}`,
      width: "minmax(200px, 3fr)",
      cell: (line) => <Customer line={line} />,
    },
    {
      key: "overdue",
      title: columns.overdue,
      width: "146px",
      align: "end",
      cell: (line) => <Amounts of={line.overdue} />,
    },
    {
      key: "days",
      title: columns.days,
      width: "84px",
      align: "end",
      cell: (line) => <DaysLate days={line.oldestDays} />,
    },
    {
      key: "why",
      title: columns.why,
      width: "minmax(180px, 3fr)",
      cell: (line) => <Reason line={line} />,
    },
  ];
}

export function TodayCard({ line }: { readonly line: TodayLine }) {
  return (
    <div className="stack tight">
      <span className="spread">
        <span className="clip strong">{line.customer.name}</span>
        <DaysLate days={line.oldestDays} />
      </span>
      <span className="spread">
        <WhatToDo line={line} />
        <Amounts of={line.overdue} />
      </span>
      <Reason line={line} />
    </div>
  );
}
