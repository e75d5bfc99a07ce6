/** Tasks across departments: a window of them, and what may be done with each. */
import type { Role } from "../domain/desk/permission.ts";
import {
  isTaskOf,
  judgeCancel,
  judgeFinish,
  judgeReassign,
  type TaskKind,
  type TaskWorker,
} from "../domain/desk/task.ts";
import { daysBetween } from "../domain/values/calendar.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { listColleagues, listStandsFor } from "../store/colleagues.ts";
import { countTasks, listTaskRows, type TaskRow } from "../store/task-rows.ts";
import { readCursor } from "./cursor.ts";
import type { Sight } from "./look.ts";
import { both } from "./plan-line.ts";
import { customerOrNobody } from "./receipt-brief.ts";
import { DAY_KEY, MOMENT_KEY, SOME_REASON, verdict, windowOf } from "./windowed.ts";

/** The reader as the tasks' rules see them. */
export async function workerOf(sight: Sight): Promise<TaskWorker> {
  const { tx, creditor, viewer: name, user, decidesAs: roles, today } = sight;
  const standsFor = user === null ? [] : await listStandsFor(tx, creditor.id, user, today);
  return { name, user, roles, standsFor };
}

const nameOf = ({ assignee, assigneeName }: TaskRow) =>
  assignee === null ? null : { id: assignee, name: assigneeName ?? "" };

export function shownTask(sight: Sight, worker: TaskWorker, row: TaskRow) {
  const { id, kind, subject, title, note, because, level, role, dueOn, openedOn, openedBy } = row;
  const { state, closedOn, closedBy, outcome } = row;
  const may = sight.may("task:write");
  const to = { assignee: null, role: "credit_manager" as Role, reason: SOME_REASON };
  return {
    ...{ id, kind, customer: customerOrNobody(row), subject, title, note, because, level },
    ...{ assignee: nameOf(row), role, dueOn, openedOn, openedBy },
    ...{ state, closedOn, closedBy, outcome },
    daysLate: daysBetween(dueOn, closedOn ?? sight.today),
    mine: state === "open" && isTaskOf(row, worker),
    can: {
      finish: both(may, verdict(judgeFinish(row, SOME_REASON, worker))),
      reassign: both(may, verdict(judgeReassign(row, to, worker))),
      cancel: both(may, verdict(judgeCancel(row, SOME_REASON, worker))),
    },
  };
}

export type TasksWanted = {
  readonly show: "mine" | "role" | "opened" | "all";
  readonly state: "open" | "ended";
  readonly kind?: TaskKind | undefined;
  readonly late?: "yes" | undefined;
  readonly role?: Role | undefined;
  readonly customer?: CustomerId | undefined;
  readonly after?: string | undefined;
  readonly size: number;
};

/** A window, the earliest deadline first; of ended ones the latest first. */
export async function viewTasks(sight: Sight, wanted: TasksWanted) {
  const { tx, creditor, today } = sight;
  const { show, state, size } = wanted;
  const worker = await workerOf(sight);
  const found = await listTaskRows(tx, creditor.id, {
    ...{ show, state, size, today, viewer: worker },
    kind: wanted.kind ?? null,
    late: wanted.late === "yes",
    role: wanted.role ?? null,
    customer: wanted.customer ?? null,
    after: readCursor(wanted.after, state === "open" ? DAY_KEY : MOMENT_KEY),
  });
  const keyOf = ({ dueOn, closedAt }: TaskRow) => (state === "open" ? dueOn : (closedAt ?? ""));
  const { rows, next } = windowOf(found, size, keyOf);
  return {
    rows: rows.map((row) => shownTask(sight, worker, row)),
    next,
    counts: await countTasks(tx, creditor.id, worker, today),
    can: { add: sight.may("task:write") },
  };
}

/** Who can be given a task. */
export const viewColleagues = async ({ tx, creditor }: Sight) => ({
  rows: await listColleagues(tx, creditor.id),
});
