/** One task opened: what, for whom, why, and what may be done with it. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Drawer } from "antd";
import { useState } from "react";
import type { DeskTask } from "../../../src/contract/task.ts";
import { PATHS } from "../../paths.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { FactList } from "../../ui/fact-list.tsx";
import { Reasons } from "../../ui/why.tsx";
import { named } from "../../words/named.ts";
import { whoIs } from "../../words/who.ts";
import { useWords } from "../../words.tsx";
import { SubjectLink } from "../disputes/subject-link.tsx";
import { CustomerLink } from "../receipts/receipt-standing.tsx";
import { type TaskAct, TaskDialog } from "./task-dialogs.tsx";
import { TaskDue, taskTitle } from "./task-words.tsx";

function Facts({ task }: { readonly task: DeskTask }) {
  const words = useWords();
  const { fields, columns } = words.tasks;
  const { assignee, role, closedOn, closedBy, customer } = task;
  return (
    <FactList
      facts={[
        [fields.kind, words.deskNames.taskKinds[task.kind]],
        [columns.customer, customer === null ? null : <CustomerLink key="c" customer={customer} />],
        [fields.assignee, assignee?.name ?? null],
        [fields.role, role === null ? null : named(words.terms.roles, role)],
        [fields.note, task.note],
        [fields.opened, `${task.openedOn} · ${whoIs(words, task.openedBy)}`],
        [fields.outcome, task.outcome],
        [
          words.deskNames.taskStates[task.state],
          closedOn === null ? null : `${closedOn} · ${whoIs(words, closedBy)}`,
        ],
      ]}
    />
  );
}

function Acts({ task }: { readonly task: DeskTask }) {
  const { tasks: words } = useWords();
  const [act, setAct] = useState<TaskAct | null>(null);
  if (task.state !== "open") return null;
  return (
    <div className="line wrap">
      <CanButton can={task.can.finish} type="primary" onClick={() => setAct("finish")}>
        {words.finish}
      </CanButton>
      <CanButton can={task.can.reassign} onClick={() => setAct("reassign")}>
        {words.reassign}
      </CanButton>
      <CanButton can={task.can.cancel} onClick={() => setAct("cancel")}>
        {words.cancelTitle}
      </CanButton>
      {act !== null && <TaskDialog act={act} task={task} onClose={() => setAct(null)} />}
    </div>
  );
}

type DrawerProps = { readonly rows: readonly DeskTask[]; readonly loaded: boolean };

export function TaskDrawer({ rows, loaded }: DrawerProps) {
  const words = useWords();
  const { task: id } = useSearch({ from: "/$creditor/tasks" });
  const navigate = useNavigate({ from: PATHS.tasks });
  const task = rows.find((each) => each.id === id);
  const close = () => void navigate({ search: ({ task: _, ...rest }) => rest, replace: true });
  return (
    <Drawer
      open={id !== undefined}
      onClose={close}
      size={560}
      title={task === undefined ? words.tasks.title : taskTitle(words, task)}
      styles={{ wrapper: { maxWidth: "100vw" } }}
      destroyOnHidden
    >
      {task !== undefined && (
        <div className="stack wide-gap">
          <TaskDue task={task} />
          <Facts task={task} />
          <section className="drawer-part">
            <h2>{words.tasks.columns.why}</h2>
            <Reasons because={task.because} />
          </section>
          <SubjectLink kind={task.kind} subject={task.subject} />
          <Acts task={task} />
        </div>
      )}
      {task === undefined && loaded && <p className="notice info">{words.tasks.gone}</p>}
    </Drawer>
  );
}
