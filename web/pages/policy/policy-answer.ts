/** What the server says of the policy, as a type. */
import type { askPolicy } from "../../queries/policy.ts";

export type PolicyAnswer = Awaited<ReturnType<typeof askPolicy>>;
export type PolicyStep = PolicyAnswer["steps"][number];
