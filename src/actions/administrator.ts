/** Who administers people here, and that the house stays open after what they changed. */
import {
  type Administrator,
  judgeKeptOpen,
  type LastAdministrator,
} from "../domain/desk/person.ts";
import type { Result } from "../domain/values/result.ts";
import { lockUsers } from "../store/people.ts";
import { administersEverywhere, listAdministered } from "../store/person-rows.ts";
import type { SharedContext } from "./action.ts";

/** The console administers everywhere; a person as their roles say. */
export const administratorOf = async ({ tx, actor }: SharedContext): Promise<Administrator> => ({
  user: actor.user,
  everywhere: actor.user === null || (await administersEverywhere(tx, actor.user)),
});

/**
 * Makes a change to who administers; refused when a creditor loses its last administrator by it.
 * Users are locked, so that two who remove each other do not both succeed.
 */
export async function keepingOpen(
  { tx }: SharedContext,
  change: () => Promise<void>,
): Promise<Result<null, LastAdministrator>> {
  await lockUsers(tx);
  const before = await listAdministered(tx);
  await change();
  return judgeKeptOpen(before, await listAdministered(tx));
}
