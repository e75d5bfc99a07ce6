/** The columns of the list of tasks, and what a phone shows instead. */
import { useState } from "react";
import type { DeskTask } from "../../../src/contract/task.ts";
import { CanButton } from "../../ui/can-button.tsx";
import type { Column } from "../../ui/grid.tsx";
import { useHeadline, Why } from "../../ui/why.tsx";
import { whoIs } from "../../words/who.ts";
import { useWords } from "../../words.tsx";
import { CustomerLink } from "../receipts/receipt-standing.tsx";
import { TaskDialog } from "./task-dialogs.tsx";
import { TaskDue, taskHolder, taskTitle } from "./task-words.tsx";

type TaskProps = { readonly task: DeskTask };

function What({ task }: TaskProps) {
  const words = useWords();
  const title = taskTitle(words, task);
  return (
    <span className="two-lines">
      <span className="clip strong" title={title}>
        {title}
      </span>
      <span className="clip quiet small">
        {task.title === null ? task.note : words.deskNames.taskKinds[task.kind]}
      </span>
    </span>
  );
}

function Reason({ task }: TaskProps) {
  const headline = useHeadline();
  const said = headline(task.because);
  return (
    <span className="line reason-line">
      <span className="clip" title={said}>
        {said}
      </span>
      <Why because={task.because} compact />
    </span>
  );
}

function Outcome({ task }: TaskProps) {
  const words = useWords();
  return (
    <span className="two-lines">
      <span className="clip" title={task.outcome ?? ""}>
        {task.outcome ?? words.deskNames.taskStates[task.state]}
      </span>
      <span className="clip quiet small">
        {`${task.closedOn ?? ""} ${whoIs(words, task.closedBy)}`}
      </span>
    </span>
  );
}

/** Ending it is one press away; the other acts stand in the drawer. */
function Finish({ task }: TaskProps) {
  const { tasks: words } = useWords();
  const [finishing, setFinishing] = useState(false);
  if (task.state !== "open") return null;
  return (
    <>
      <CanButton can={task.can.finish} size="small" onClick={() => setFinishing(true)}>
        {words.finish}
      </CanButton>
      {finishing && <TaskDialog act="finish" task={task} onClose={() => setFinishing(false)} />}
    </>
  );
}

export function useTaskColumns(ended: boolean): readonly Column<DeskTask>[] {
  const words = useWords();
  const { columns } = words.tasks;
  return [
    { key: "due", title: columns.due, width: "112px", cell: (task) => <TaskDue task={task} /> },
    {
      key: "what",
      title: columns.what,
      width: "minmax(170px, 3fr)",
      cell: (task) => <What task={task} />,
    },
    {
      key: "customer",
      title: columns.customer,
      width: "minmax(150px, 3fr)",
      cell: ({ customer }) => <CustomerLink customer={customer} />,
    },
    {
      key: "who",
      title: columns.who,
      width: "120px",
      cell: (task) => <span className="clip">{taskHolder(words, task)}</span>,
    },
    {
      key: "why",
      title: columns.why,
      width: "minmax(180px, 3fr)",
      cell: (task) => <Reason task={task} />,
    },
    ended
      ? {
          key: "outcome",
          title: columns.outcome,
          width: "minmax(160px, 3fr)",
          cell: (task) => <Outcome task={task} />,
        }
      : {
          key: "acts",
          title: columns.acts,
          width: "88px",
          cell: (task) => <Finish task={task} />,
        },
  ];
}

export function TaskCard({ task }: TaskProps) {
  const words = useWords();
  return (
    <div className="stack tight">
      <What task={task} />
      <CustomerLink customer={task.customer} />
      <span className="spread">
        <TaskDue task={task} />
        <span className="clip small">{taskHolder(words, task)}</span>
        <Finish task={task} />
      </span>
    </div>
  );
}
