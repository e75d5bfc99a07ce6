/** The selected customer beside the list: enough to do the work without leaving the page. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Skeleton } from "antd";
import type { CustomerPage } from "../../../src/contract/customer.ts";
import type { TodayLine } from "../../../src/contract/today.ts";
import { Acts } from "../../acts/acts.tsx";
import { StepActs } from "../../acts/step-acts.tsx";
import { PATHS } from "../../paths.ts";
import { customerQuery } from "../../queries/customer.ts";
import { useCreditor } from "../../queries/session.ts";
import { Amounts } from "../../ui/amount.tsx";
import { CustomerAgeing } from "../../ui/customer-ageing.tsx";
import { Icon } from "../../ui/icon.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { Reasons } from "../../ui/why.tsx";
import { useWords } from "../../words.tsx";
import { Agreed, LastContacts, People } from "./today-customer.tsx";
import { WhatToDo } from "./today-line.tsx";

type TodayPanelProps = {
  readonly line: TodayLine;
  readonly next: TodayLine | undefined;
  readonly previous: TodayLine | undefined;
  readonly onOpen: (step: string | undefined) => void;
};

function PanelHead({ line, next, previous, onOpen }: TodayPanelProps) {
  const { today, customer } = useWords();
  const { code } = useCreditor();
  return (
    <header className="panel-head">
      <div className="line">
        <Button size="small" className="panel-back" onClick={() => onOpen(undefined)}>
          {today.closePanel}
        </Button>
        <span className="grow" />
        <Button
          size="small"
          aria-label={today.previousCustomer}
          disabled={previous === undefined}
          icon={<Icon name="left" size={14} />}
          onClick={() => onOpen(previous?.id)}
        />
        <Button
          size="small"
          aria-label={today.nextCustomer}
          disabled={next === undefined}
          icon={<Icon name="right" size={14} />}
          onClick={() => onOpen(next?.id)}
        />
      </div>
      <h2>
        <Link to={PATHS.customer} params={{ creditor: code, customer: line.customer.id }}>
          {line.customer.name}
        </Link>
      </h2>
      <p className="quiet small">
        {line.customer.number} ·{" "}
        {line.customer.grade === null ? customer.noGrade : customer.grade(line.customer.grade)}
      </p>
    </header>
  );
}

function Step({ line }: { readonly line: TodayLine }) {
  const { today } = useWords();
  return (
    <section className="panel-step">
      <div className="spread">
        <span className="strong">
          <WhatToDo line={line} />
        </span>
        <span className="small quiet nowrap">{today.items(line.itemCount)}</span>
      </div>
      <Reasons because={line.because} />
      <div className="line wrap">
        <span className="small quiet">{today.asks("")}</span>
        <Amounts of={line.chased} strong />
      </div>
      <StepActs step={line} name={line.customer.name} />
    </section>
  );
}

function Customer({ page, line }: { readonly page: CustomerPage; readonly line: TodayLine }) {
  const isTask = line.track === "task";
  return (
    <>
      <Acts customer={page} task={isTask ? line : undefined} />
      <CustomerAgeing ageing={page.ageing} />
      <Agreed page={page} />
      <People page={page} />
      <LastContacts page={page} />
    </>
  );
}

export function TodayPanel(props: TodayPanelProps) {
  const creditor = useCreditor().code;
  const { data, error, refetch } = useQuery(customerQuery(creditor, props.line.customer.id));
  return (
    <aside className="card today-panel" aria-label={props.line.customer.name}>
      <PanelHead {...props} />
      <div className="panel-body">
        <Step line={props.line} />
        <ProblemNote error={error} onAgain={() => void refetch()} />
        {data === undefined ? (
          error === null && <Skeleton active title={false} paragraph={{ rows: 6 }} />
        ) : (
          <Customer page={data} line={props.line} />
        )}
      </div>
    </aside>
  );
}
