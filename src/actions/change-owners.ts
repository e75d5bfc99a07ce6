/** Who may be given customers, and the change itself with its record: for the verbs beside it. */
import {
  judgeReceiver,
  type OwnerChange,
  type OwnerKind,
  type ReceiverRefusal,
} from "../domain/desk/portfolio.ts";
import type { OwnerChangeId, UserId } from "../domain/values/ids.ts";
import { ok, type Result } from "../domain/values/result.ts";
import { moveOpenTasks, updateOwners } from "../store/portfolios.ts";
import { listColleagueIds } from "../store/teams.ts";
import type { Context } from "./action.ts";

/** Refused for the first of them that does not work here or is out of the giver's reach. */
export async function checkReceivers(
  { tx, creditorId, actor }: Context,
  receivers: readonly (UserId | null)[],
): Promise<Result<null, ReceiverRefusal>> {
  const colleagues = await listColleagueIds(tx, creditorId);
  for (const to of receivers) {
    const judged = judgeReceiver(to, colleagues, actor.reach);
    if (!judged.ok) return judged;
  }
  return ok(null);
}

/** Changes owners or salespeople; a new owner takes over the open tasks of the former one. */
export async function changeOwners(
  { tx, creditorId, today, now, actor, newId }: Context,
  kind: OwnerKind,
  changes: readonly OwnerChange[],
  reason: string,
): Promise<{ readonly tasks: number }> {
  if (changes.length === 0) return { tasks: 0 };
  await updateOwners(tx, creditorId, changes, {
    ...{ kind, reason, day: today, at: now, by: actor.name },
    newId: () => newId<OwnerChangeId>(),
  });
  return { tasks: kind === "owner" ? await moveOpenTasks(tx, creditorId, changes) : 0 };
}
