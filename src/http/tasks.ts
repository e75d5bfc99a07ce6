/** Tasks and escalations over HTTP. */
import { addTask } from "../actions/add-task.ts";
import { cancelTask } from "../actions/cancel-task.ts";
import { finishTask } from "../actions/finish-task.ts";
import { perform } from "../actions/perform.ts";
import { raiseEscalation } from "../actions/raise-escalation.ts";
import { reassignTask } from "../actions/reassign-task.ts";
import * as contract from "../contract/task.ts";
import type { CustomerId, TaskId } from "../domain/values/ids.ts";
import { ok } from "../domain/values/result.ts";
import { sheetToCsv } from "../formats/exports/csv.ts";
import { taskSheet } from "../reports/task-sheet.ts";
import { look } from "../views/look.ts";
import { viewColleagues, viewTasks } from "../views/tasks.ts";
import { type Route, route } from "./route.ts";

/** A list that somebody reads in a spreadsheet. */
const MOST_IN_CSV = 10_000;

export const taskRoutes: readonly Route[] = [
  route(contract.listTasks, async ({ desk, query }) =>
    ok(await look(desk, (sight) => viewTasks(sight, query))),
  ),
  route(contract.tasksCsv, async ({ desk, query: { language, ...wanted } }) => {
    const asked = { ...wanted, size: MOST_IN_CSV };
    const { rows } = await look(desk, (sight) => viewTasks(sight, asked));
    const bytes = sheetToCsv(taskSheet(rows, language), language);
    return ok({ bytes, fileName: "tasks.csv" });
  }),
  route(contract.colleagues, async ({ desk }) => ok(await look(desk, viewColleagues))),
  route(contract.addTask, ({ desk, body }) => perform(desk, addTask, body)),
  route(contract.finishTask, ({ desk, params, body }) =>
    perform(desk, finishTask, { ...body, id: params.task as TaskId }),
  ),
  route(contract.reassignTask, ({ desk, params, body }) =>
    perform(desk, reassignTask, { ...body, id: params.task as TaskId }),
  ),
  route(contract.cancelTask, ({ desk, params, body }) =>
    perform(desk, cancelTask, { ...body, id: params.task as TaskId }),
  ),
  route(contract.raiseEscalation, ({ desk, params, body }) =>
    perform(desk, raiseEscalation, { ...body, customer: params.customer as CustomerId }),
  ),
];
