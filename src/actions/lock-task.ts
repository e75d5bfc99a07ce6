/** Locks a task for whoever works on it: its customer first, as every action does. */
import type { TaskWorker } from "../domain/desk/task.ts";
import type { TaskId } from "../domain/values/ids.ts";
import { listStandsFor } from "../store/colleagues.ts";
import { findTaskCustomer, type LockedTask, lockTask } from "../store/desk-tasks.ts";
import { lockOneQuietly } from "../store/quiet-locks.ts";
import type { Context } from "./action.ts";

/** Null when there is none, or its customer is out of reach. */
export async function lockOwnTask(
  { tx, creditorId, today, actor }: Context,
  id: TaskId,
): Promise<{ readonly task: LockedTask; readonly worker: TaskWorker } | null> {
  const customer = await findTaskCustomer(tx, creditorId, id);
  if (customer === undefined) return null;
  if (!(await lockOneQuietly(tx, creditorId, customer))) return null;
  const task = await lockTask(tx, creditorId, id);
  if (task === null) return null;
  const { name, user, decidesAs: roles } = actor;
  const standsFor = user === null ? [] : await listStandsFor(tx, creditorId, user, today);
  return { task, worker: { name, user, roles, standsFor } };
}
