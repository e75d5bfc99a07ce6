/** The selected customer beside the list: enough to do the work without leaving the page. */
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import type { CustomerWork, TodayLine } from "../../../src/contract/today.ts";
import { Acts, type TaskStep } from "../../acts/acts.tsx";
import { useCreditor } from "../../queries/session.ts";
import { customerWorkQuery } from "../../queries/today.ts";
import { CustomerAgeing } from "../../ui/customer-ageing.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { PaneHead } from "./pane-head.tsx";
import { WorkList } from "./work-list.tsx";
import { LastContacts, People } from "./work-people.tsx";
import { Agreed, GroupLine, Warnings } from "./work-state.tsx";
import "./work-pane.css";

export type WorkPaneProps = {
  readonly customer: TodayLine["customer"];
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
  readonly onBack: () => void;
  /** After an act was saved; the list beside it moves on. */
  readonly onActed: () => void;
  /** After a form was left: the keyboard goes back to the list. */
  readonly onLeft?: () => void;
  /** The points' reasons, opened by a key. */
  readonly why: boolean;
  readonly onWhy: (open: boolean) => void;
};

/** The task of the plan that a logged contact carries out: the first that waits. */
export function taskOf({ work }: CustomerWork): TaskStep | undefined {
  const item = work.find(({ kind, step }) => kind === "task" && step?.can.logOutcome === true);
  return item?.step ?? undefined;
}

function Body(props: WorkPaneProps & { readonly work: CustomerWork }) {
  const { work, onActed, onLeft } = props;
  return (
    <>
      <Warnings work={work} />
      <WorkList work={work} onActed={onActed} />
      <Acts
        work={work}
        task={taskOf(work)}
        onActed={(verb) => {
          if (verb !== "reason") onActed();
        }}
        {...(onLeft === undefined ? {} : { onLeft })}
      />
      <CustomerAgeing ageing={work.ageing} />
      <Agreed work={work} />
      <People work={work} />
      <LastContacts work={work} />
      <GroupLine work={work} />
    </>
  );
}

export function WorkPane(props: WorkPaneProps) {
  const creditor = useCreditor().code;
  const { customer } = props;
  const { data, error, refetch } = useQuery(customerWorkQuery(creditor, customer.id));
  return (
    <aside className="card work-pane" aria-label={customer.name}>
      <PaneHead {...props} work={data} />
      <div className="pane-body">
        <ProblemNote error={error} onAgain={() => void refetch()} />
        {data === undefined ? (
          error === null && <Skeleton active title={false} paragraph={{ rows: 8 }} />
        ) : (
          <Body {...props} work={data} />
        )}
      </div>
    </aside>
  );
}
