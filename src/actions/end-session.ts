/** Ends sessions of one's own: one of them, or all but the one that is asking. */
import type { UserId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { deleteSessions } from "../store/people.ts";
import { deleteSession } from "../store/sign-ins.ts";
import { defineSharedAction } from "./action.ts";

type End =
  | { readonly user: UserId; readonly session: string }
  | { readonly user: UserId; readonly allBut: string };

export const endSession = defineSharedAction<End, null, { readonly code: "session_not_found" }>({
  name: "end_session",
  permission: "people:manage",
  async run({ tx }, input) {
    if ("allBut" in input) {
      await deleteSessions(tx, input.user, input.allBut);
      return ok(null);
    }
    const ended = await deleteSession(tx, input.user, input.session);
    return ended ? ok(null) : refuse({ code: "session_not_found" });
  },
});
