/** The collection policy over HTTP: readable, checked, published, its versions. */
import { perform } from "../actions/perform.ts";
import { publishPolicy } from "../actions/publish-policy.ts";
import * as contract from "../contract/policy.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { readPolicyFile } from "../formats/policy-yaml.ts";
import { look } from "../views/look.ts";
import {
  readablePolicy,
  viewPolicy,
  viewPolicyVersion,
  viewPolicyVersions,
} from "../views/policy-page.ts";
import { type Route, route } from "./route.ts";

export const policyRoutes: readonly Route[] = [
  route(contract.policy, async ({ desk }) => {
    const page = await look(desk, viewPolicy);
    return page === null ? refuse({ code: "policy_missing" }) : ok(page);
  }),
  route(contract.policyVersions, async ({ desk }) => ok(await look(desk, viewPolicyVersions))),
  route(contract.checkPolicy, async ({ body }) => {
    const file = readPolicyFile(body.text);
    if (!file.ok) return ok({ policy: null, faults: file.refusal.faults });
    return ok({ policy: readablePolicy(file.value.policy, []), faults: [] });
  }),
  route(contract.publishPolicy, async ({ desk, body: { text, version } }) => {
    const file = readPolicyFile(text);
    if (!file.ok) return file;
    const inForce = await look(desk, viewPolicyVersion);
    if (inForce !== version) return refuse({ code: "policy_is_newer", version: inForce });
    return await perform(desk, publishPolicy, { text, body: file.value.body });
  }),
];
