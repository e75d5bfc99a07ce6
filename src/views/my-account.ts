/** My account: whether a second factor is on, and where I am signed in. */
import type { Instant } from "../domain/values/calendar.ts";
import type { UserId } from "../domain/values/ids.ts";
import type { Database } from "../store/database.ts";
import { findSignInState, listSessions, type SignInState } from "../store/sign-ins.ts";

export const viewSignInState = (database: Database, user: UserId): Promise<SignInState | null> =>
  findSignInState(database.db, user);

/** Null when the user is gone. `current` marks the session that asks. */
export async function viewAccount(database: Database, user: UserId, session: string, now: Instant) {
  return await database.reading(async (tx) => {
    const state = await findSignInState(tx, user);
    if (state === null) return null;
    const sessions = await listSessions(tx, user, now);
    return {
      secondFactor: state.secondFactor,
      sessions: sessions.map((one) => ({ ...one, current: one.id === session })),
    };
  });
}
