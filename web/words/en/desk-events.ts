/** English titles of what the desk did about a customer. */
import type { TaskState } from "../../../src/domain/desk/task.ts";
import { named } from "../named.ts";
import type { deskEvents as zh } from "../zh/desk-events.ts";
import { approvalKinds, approvalStates, debtorLevels, taskKinds } from "./desk-names.ts";
import { terms } from "./terms.ts";

const STATES: Readonly<Record<TaskState, string>> = {
  open: "",
  done: " – done",
  cancelled: " – cancelled",
};

export const deskEvents: typeof zh = {
  task({ taskKind, title, level, assignee, role, state }): string {
    const to = assignee ?? (role === null ? "" : named(terms.roles, role));
    const what =
      taskKind === "escalation" && level !== null
        ? `Escalated to: ${named(terms.roles, level)}`
        : named(taskKinds, taskKind);
    const said = title === null ? what : `${what}: ${title}`;
    return `${said}${to === "" || to === named(terms.roles, level ?? "") ? "" : ` (${to})`}${STATES[state]}`;
  },
  due: (day) => `Due ${day}`,
  approval: ({ approvalKind, state }, amount) =>
    `${approvalKinds[approvalKind]}${amount === null ? "" : ` ${amount}`}: ${approvalStates[state]}`,
  debtorLevel: (level) => `From now on letters and calls go to their ${named(debtorLevels, level)}`,
};
