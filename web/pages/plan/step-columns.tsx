/** A step of the plan in one line: who, what, for how much, and why. */
import { Checkbox } from "antd";
import type { PlannedStep } from "../../../src/contract/plan.ts";
import { DaysLate } from "../../ui/ageing-bar.tsx";
import { Amounts } from "../../ui/amount.tsx";
import { channelIcon } from "../../ui/channel-icon.ts";
import type { Column } from "../../ui/grid.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useHeadline, Why } from "../../ui/why.tsx";
import { useLanguage, useWords } from "../../words.tsx";

export type Selection = {
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  readonly all: () => void;
  readonly every: boolean;
  readonly waiting: readonly PlannedStep[];
};

const STATE_TAG = {
  planned: "accent",
  released: "warning",
  done: "success",
  dropped: "",
  superseded: "",
} as const;

const oldest = ({ items }: PlannedStep): number =>
  items.reduce((most, { days }) => Math.max(most, days), 0);

function Pick({ step, selection }: { readonly step: PlannedStep; readonly selection: Selection }) {
  const { plan: words } = useWords();
  const { id } = step;
  if (id === null || step.state !== "planned") return null;
  return (
    <Checkbox
      aria-label={`${words.select}: ${step.customer.name}`}
      checked={selection.chosen.has(id)}
      onChange={() => selection.toggle(id)}
    />
  );
}

export function StepState({ step }: { readonly step: PlannedStep }) {
  const { terms } = useWords();
  const { message } = step;
  if (message !== null && Object.hasOwn(terms.messageStates, message.state)) {
    const state = message.state as keyof typeof terms.messageStates;
    const tag = state === "sent" ? "success" : state === "failed" ? "danger" : "warning";
    return <span className={`tag ${tag}`}>{terms.messageStates[state]}</span>;
  }
  return <span className={`tag ${STATE_TAG[step.state]}`}>{terms.stepStates[step.state]}</span>;
}

export function StepName({ step }: { readonly step: PlannedStep }) {
  const { language } = useLanguage();
  return (
    <span className="line clip" title={step.name[language]}>
      <span className="channel-icon">
        <Icon name={channelIcon(step.channel)} />
      </span>
      <span className="clip">{step.name[language]}</span>
    </span>
  );
}

function Because({ step }: { readonly step: PlannedStep }) {
  const headline = useHeadline();
  return (
    <span className="line reason-line">
      <span className="clip quiet" title={headline(step.because)}>
        {headline(step.because)}
      </span>
      <Why because={step.because} compact />
    </span>
  );
}

function PickAll({ selection }: { readonly selection: Selection }) {
  const { plan: words } = useWords();
  const { waiting, every, chosen, all } = selection;
  return (
    <Checkbox
      aria-label={words.selectAll}
      disabled={waiting.length === 0}
      checked={waiting.length > 0 && every}
      indeterminate={chosen.size > 0 && !every}
      onChange={all}
    />
  );
}

export function useStepColumns(selection: Selection): readonly Column<PlannedStep>[] {
  const { columns } = useWords().plan;
  return [
    {
      key: "pick",
      title: <PickAll selection={selection} />,
      width: "40px",
      cell: (step) => <Pick step={step} selection={selection} />,
    },
    {
      key: "customer",
      title: columns.customer,
      width: "minmax(200px, 3fr)",
      cell: (step) => (
        <span className="strong" title={step.customer.name}>
          {step.customer.name}
        </span>
      ),
    },
    {
      key: "step",
      title: columns.step,
      width: "minmax(150px, 2fr)",
      cell: (step) => <StepName step={step} />,
    },
    {
      key: "items",
      title: columns.items,
      width: "64px",
      align: "end",
      cell: (step) => step.items.length,
    },
    {
      key: "amount",
      title: columns.amount,
      width: "150px",
      align: "end",
      cell: (step) => <Amounts of={step.totals} />,
    },
    {
      key: "days",
      title: columns.days,
      width: "84px",
      align: "end",
      cell: (step) => <DaysLate days={oldest(step)} />,
    },
    {
      key: "state",
      title: columns.state,
      width: "92px",
      cell: (step) => <StepState step={step} />,
    },
    {
      key: "why",
      title: columns.why,
      width: "minmax(170px, 3fr)",
      cell: (step) => <Because step={step} />,
    },
  ];
}

type CardProps = { readonly step: PlannedStep; readonly selection: Selection };

export function StepCard({ step, selection }: CardProps) {
  return (
    <div className="stack tight">
      <span className="line">
        <Pick step={step} selection={selection} />
        <span className="clip strong grow">{step.customer.name}</span>
        <StepState step={step} />
      </span>
      <span className="spread">
        <StepName step={step} />
        <Amounts of={step.totals} />
      </span>
      <Because step={step} />
    </div>
  );
}
