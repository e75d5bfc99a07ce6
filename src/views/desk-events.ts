/** What the desk did about a customer, on its timeline: tasks, escalations, approvals, levels. */
import type { CustomerId } from "../domain/values/ids.ts";
import { money } from "../domain/values/money.ts";
import { type ApprovalLine, listApprovalsOf } from "../store/approvals.ts";
import { listDebtorEvents } from "../store/escalations.ts";
import { listTasksOf } from "../store/task-rows.ts";
import type { Sight } from "./look.ts";

type TaskOf = Awaited<ReturnType<typeof listTasksOf>>[number];

/** At most so many of each kind. */
export async function viewDeskEvents(sight: Sight, customer: CustomerId, limit: number) {
  const { tx, creditor } = sight;
  const tasks = await listTasksOf(tx, creditor.id, customer, limit);
  const approvals = await listApprovalsOf(tx, creditor.id, customer, limit);
  const levels = await listDebtorEvents(tx, creditor.id, customer, limit);
  return [
    ...tasks.flatMap(taskEvents),
    ...approvals.flatMap(approvalEvents),
    ...levels.map((level) => ({ kind: "debtor_level" as const, ...level })),
  ];
}

function taskEvents(task: TaskOf) {
  const { id, kind: taskKind, title, level, because, assigneeName, role, dueOn } = task;
  const told = { kind: "desk_task" as const, id, taskKind, title, level, because, dueOn };
  const to = { assignee: assigneeName, role };
  const { openedOn, openedAt, openedBy, closedOn, closedAt, closedBy, outcome, state } = task;
  const opened = { ...told, ...to, state: "open" as const, outcome: null };
  return [
    { ...opened, day: openedOn, at: openedAt, by: openedBy },
    ...(closedOn === null
      ? []
      : [{ ...told, ...to, state, outcome, day: closedOn, at: closedAt, by: closedBy }]),
  ];
}

function approvalEvents(line: ApprovalLine) {
  const { id, kind: approvalKind, days, reason, state, amount, currency } = line;
  const { decidedOn, decidedAt, decidedBy, decisionReason } = line;
  const sum = amount === null || currency === null ? null : money(amount, currency);
  const told = { kind: "approval" as const, id, approvalKind, amount: sum, days };
  const asked = { ...told, reason, state: "requested" as const, by: line.requestedBy };
  return [
    { ...asked, day: line.requestedOn, at: line.requestedAt },
    ...(decidedOn === null
      ? []
      : [{ ...told, reason: decisionReason, state, by: decidedBy, day: decidedOn, at: decidedAt }]),
  ];
}
