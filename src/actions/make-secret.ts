/** The secret that signs session cookies: made once, at the first start, and kept in the store. */
import { ok } from "../domain/values/result.ts";
import { insertSettingOnce } from "../store/settings.ts";
import { defineSharedAction } from "./action.ts";

export const SESSION_SECRET = "session_secret";

/** Answers nothing and is audited without its input: the secret stands in one place only. */
export const makeSecret = defineSharedAction<{ readonly secret: string }, null, never>({
  name: "make_secret",
  permission: "settings:manage",
  audited: () => ({ key: SESSION_SECRET }),
  async run({ tx }, { secret }) {
    await insertSettingOnce(tx, SESSION_SECRET, secret);
    return ok(null);
  },
});
