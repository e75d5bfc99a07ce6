/** Chinese titles of what the desk did about a customer. */
import type { ApprovalKind, ApprovalState } from "../../../src/domain/desk/approval.ts";
import type { TaskKind, TaskState } from "../../../src/domain/desk/task.ts";
import { named } from "../named.ts";
import { approvalKinds, approvalStates, debtorLevels, taskKinds } from "./desk-names.ts";
import { terms } from "./terms.ts";

type TaskTold = {
  readonly taskKind: TaskKind;
  readonly title: string | null;
  readonly level: string | null;
  readonly assignee: string | null;
  readonly role: string | null;
  readonly state: TaskState;
};

const STATES: Readonly<Record<TaskState, string>> = {
  open: "",
  done: "（已办）",
  cancelled: "（已取消）",
};

export const deskEvents = {
  task({ taskKind, title, level, assignee, role, state }: TaskTold): string {
    const to = assignee ?? (role === null ? "" : named(terms.roles, role));
    const what =
      taskKind === "escalation" && level !== null
        ? `升级至${named(terms.roles, level)}`
        : named(taskKinds, taskKind);
    const said = title === null ? what : `${what}：${title}`;
    return `${said}${to === "" || to === named(terms.roles, level ?? "") ? "" : `（${to}）`}${STATES[state]}`;
  },
  due: (day: string) => `期限 ${day}`,
  approval: (
    { approvalKind, state }: { approvalKind: ApprovalKind; state: ApprovalState },
    amount: string | null,
  ) =>
    `${approvalKinds[approvalKind]}${amount === null ? "" : ` ${amount}`}：${approvalStates[state]}`,
  debtorLevel: (level: string) => `此后函件与电话找对方${named(debtorLevels, level)}`,
};
