/** How a task reads: what it is, who has it, when it is due. */
import type { DeskTask } from "../../../src/contract/task.ts";
import { named } from "../../words/named.ts";
import type { Words } from "../../words/zh.ts";
import { useWords } from "../../words.tsx";

type Titled = Pick<DeskTask, "kind" | "title" | "level">;

/** The title somebody wrote; of an escalation where it went. */
export function taskTitle(words: Words, { kind, title, level }: Titled): string {
  const what =
    kind === "escalation" && level !== null
      ? `${words.deskNames.taskKinds.escalation} → ${named(words.terms.roles, level)}`
      : words.deskNames.taskKinds[kind];
  return title === null ? what : title;
}

type Held = Pick<DeskTask, "assignee" | "role">;

export const taskHolder = (words: Words, { assignee, role }: Held): string =>
  assignee?.name ?? (role === null ? "–" : named(words.terms.roles, role));

type DueProps = { readonly task: Pick<DeskTask, "dueOn" | "daysLate" | "state"> };

/** The deadline, and how late it is or how long there is. */
export function TaskDue({ task: { dueOn, daysLate, state } }: DueProps) {
  const { tasks: words } = useWords();
  const left = daysLate === 0 ? words.dueToday : words.daysLeft(-daysLate);
  const open = state === "open";
  return (
    <span className="two-lines">
      <span className="number">{dueOn}</span>
      {daysLate > 0 ? (
        <span className="small">
          <span className={open ? "tag danger" : "tag"}>{words.daysLate(daysLate)}</span>
        </span>
      ) : (
        open && <span className="quiet small">{left}</span>
      )}
    </span>
  );
}
