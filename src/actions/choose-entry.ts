/** Chooses at which stage items that were overdue before going live enter the ladder. */

import { entryChoices, parsePolicy } from "../domain/strategy/policy.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { wakeAll } from "../store/accounts.ts";
import { lockCreditor, updateEntry } from "../store/creditors.ts";
import { findPolicy } from "../store/policies.ts";
import { defineAction } from "./action.ts";

type Refusal =
  | { readonly code: "entry_unknown"; readonly entry: string; readonly known: readonly string[] }
  | { readonly code: "policy_missing" };

/**
 * `first_letter` (default), `by_age`, or the key of a demand. The plan is made anew at the next
 * run.
 */
export const chooseEntry = defineAction<
  { readonly entry: string },
  { readonly entry: string },
  Refusal
>({
  name: "choose_entry",
  permission: "policy:publish",
  async run({ tx, creditorId }, { entry }) {
    await lockCreditor(tx, creditorId);
    const stored = await findPolicy(tx, creditorId);
    const policy = stored === null ? null : parsePolicy(stored.body);
    if (policy === null || !policy.ok) return refuse({ code: "policy_missing" });
    const known = entryChoices(policy.value);
    if (!known.includes(entry)) return refuse({ code: "entry_unknown", entry, known });
    await updateEntry(tx, creditorId, entry);
    await wakeAll(tx, creditorId);
    return ok({ entry });
  },
});
