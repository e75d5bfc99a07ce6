/** Promises that move to another state: written down with what came, and told on the timeline. */
import type { PlainDate } from "../domain/values/calendar.ts";
import { type PromiseMove, updatePromiseStates } from "../store/promises.ts";
import type { Context } from "./action.ts";

/** Gives how many moved: one that somebody else moved meanwhile is left as it is. */
export async function movePromises(
  { tx, creditorId, now, actor, newId }: Context,
  day: PlainDate,
  moves: readonly Omit<PromiseMove, "event">[],
): Promise<number> {
  if (moves.length === 0) return 0;
  const told = moves.map((move) => ({ ...move, event: newId<PromiseMove["id"]>() }));
  return await updatePromiseStates(tx, creditorId, told, { day, at: now, actor: actor.name });
}
