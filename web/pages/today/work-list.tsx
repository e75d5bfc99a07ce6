/** What is to be done at one customer: each thing with why, and the acts that belong to it. */
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { CustomerWork, WorkItem } from "../../../src/contract/today.ts";
import { StepActs } from "../../acts/step-acts.tsx";
import { PATHS } from "../../paths.ts";
import { useCancelCallBack, useWake } from "../../queries/case-acts.ts";
import { useFinishTask } from "../../queries/desk-tasks.ts";
import { useCreditor, useMay } from "../../queries/session.ts";
import { Amounts } from "../../ui/amount.tsx";
import { CanButton } from "../../ui/can-button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { Why } from "../../ui/why.tsx";
import type { CustomerTab } from "../../views.ts";
import { useLanguage, useWords } from "../../words.tsx";
import { workKey, workWords } from "./work-words.ts";

type ListProps = { readonly work: CustomerWork; readonly onActed?: () => void };
type ItemProps = ListProps & { readonly item: WorkItem };

/** Where the rest about it is: the tab of the customer's page. */
const TABS: Partial<Record<WorkItem["kind"], CustomerTab>> = {
  promise_broken: "agreed",
  promise_due: "agreed",
  instalment: "agreed",
};

const TASK_TABS: Readonly<Record<string, CustomerTab>> = {
  dispute: "disputes",
  complaint: "contacts",
  agreement: "agreed",
  visit: "contacts",
};

const tabOf = ({ kind, task }: WorkItem): CustomerTab | undefined =>
  task === null ? TABS[kind] : TASK_TABS[task.kind];

function More({ item, work }: ItemProps) {
  const { today } = useWords();
  const { code } = useCreditor();
  const tab = tabOf(item);
  if (tab === undefined) return null;
  return (
    <Link
      className="small"
      to={PATHS.customer}
      params={{ creditor: code, customer: work.customer.id }}
      search={{ tab }}
    >
      {today.openCustomer}
    </Link>
  );
}

/** Others end where they are answered, signed or reported. */
const FINISHED_HERE = new Set(["task", "escalation", "carry_out", "meeting"]);

/** What came of it is written down: "done" alone answers nobody. */
function Finish({ task }: { readonly task: NonNullable<WorkItem["task"]> }) {
  const { work: words } = useWords();
  const [asking, setAsking] = useState(false);
  const finish = useFinishTask(() => setAsking(false));
  return (
    <div>
      <CanButton can={useMay("task:write")} size="small" onClick={() => setAsking(true)}>
        {words.finish}
      </CanButton>
      {asking && (
        <ReasonDialog
          title={task.title ?? words.finishTitle}
          label={words.finishOutcome}
          act={words.finish}
          pending={finish.isPending}
          error={finish.error}
          onReason={(outcome) => finish.mutate({ task: task.id, outcome })}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}

function ItemActs(props: ItemProps): ReactNode {
  const { item, work, onActed } = props;
  const { work: words } = useWords();
  const cancel = useCancelCallBack();
  if (item.step !== null && item.step.state === "planned") {
    return (
      <StepActs
        step={item.step}
        name={work.customer.name}
        {...(onActed === undefined || item.kind === "task" ? {} : { onReleased: onActed })}
      />
    );
  }
  if (item.task !== null && FINISHED_HERE.has(item.task.kind)) return <Finish task={item.task} />;
  if (item.kind !== "call_back") return <More {...props} />;
  return (
    <CanButton
      can={work.can.cancelCallBack}
      size="small"
      loading={cancel.isPending}
      onClick={() => cancel.mutate(work.customer.id)}
    >
      {words.acts.cancelCallBack}
    </CanButton>
  );
}

function Item(props: ItemProps) {
  const { item } = props;
  const speech = useLanguage();
  const { work: words } = speech.words;
  const { icon, text, tone } = workWords(speech, item);
  const chased = item.step?.track === "task" ? [] : (item.step?.chased ?? []);
  return (
    <li>
      <span className={`work-icon ${tone}`}>
        <Icon name={icon} size={14} />
      </span>
      <span className="two-lines">
        <span className="strong">{text}</span>
        {item.late && <span className="small danger-text">{words.wasDue(item.on)}</span>}
        {item.note !== null && <span className="small quiet">{item.note}</span>}
        {chased.length > 0 && <Amounts of={chased} />}
      </span>
      <Why because={item.because} />
      <span className={item.step?.state === "planned" ? "work-acts" : "work-act"}>
        <ItemActs {...props} />
      </span>
    </li>
  );
}

function Snoozed({ work }: ListProps) {
  const { work: words } = useWords();
  const wake = useWake();
  const snoozed = work.case?.snoozed ?? null;
  if (snoozed === null) return null;
  return (
    <p className="notice info">
      <Icon name="pause" />
      <span className="grow">
        {words.snoozedUntil(snoozed.until)} · {words.snoozedBy(snoozed.by, snoozed.reason)}
      </span>
      <CanButton
        can={work.can.wake}
        size="small"
        loading={wake.isPending}
        onClick={() => wake.mutate(work.customer.id)}
      >
        {words.acts.wake}
      </CanButton>
    </p>
  );
}

/** So many things stay in sight together with the acts below them. */
const FIRST = 3;

export function WorkList(props: ListProps) {
  const { work: words } = useWords();
  const { work } = props;
  const [all, setAll] = useState(false);
  const shown = all ? work.work : work.work.slice(0, FIRST);
  return (
    <section>
      <h3 className="pane-title">{words.whatWaits}</h3>
      <div className="stack">
        <Snoozed {...props} />
        {work.work.length === 0 && <p className="quiet">{words.nothingWaits}</p>}
        <ul className="work-list">
          {shown.map((item) => (
            <Item key={workKey(item)} {...props} item={item} />
          ))}
        </ul>
        {work.work.length > shown.length && (
          <Button size="small" type="link" className="work-more" onClick={() => setAll(true)}>
            {words.more(work.work.length - shown.length)}
          </Button>
        )}
      </div>
    </section>
  );
}
