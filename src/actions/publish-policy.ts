/** Publishes a new version of the collection policy; from then on the day follows it. */
import { type PolicyRefusal, parsePolicy } from "../domain/strategy/policy.ts";
import { ok } from "../domain/values/result.ts";
import { wakeAll } from "../store/accounts.ts";
import { lockCreditor } from "../store/creditors.ts";
import { insertPolicy, listPolicies } from "../store/policies.ts";
import { defineAction } from "./action.ts";

/** A policy as a person wrote it, and the same text read as plain values. */
export type PolicyText = { readonly text: string; readonly body: unknown };

/** Refuses a policy that cannot be followed, with the place in it. Everybody is looked at anew. */
export const publishPolicy = defineAction<PolicyText, { readonly version: number }, PolicyRefusal>({
  name: "publish_policy",
  permission: "policy:publish",
  async run({ tx, creditorId, today, actor }, { text, body }) {
    const policy = parsePolicy(body);
    if (!policy.ok) return policy;

    await lockCreditor(tx, creditorId);
    const [latest] = await listPolicies(tx, creditorId);
    const version = (latest?.version ?? 0) + 1;
    await insertPolicy(tx, creditorId, {
      version,
      text,
      body,
      publishedOn: today,
      publishedBy: actor.name,
    });
    await wakeAll(tx, creditorId);
    return ok({ version });
  },
});
