/** The policy a creditor follows, read, and its steps' names. */
import { findStep, type Policy, parsePolicy, type Words } from "../domain/strategy/policy.ts";
import type { CreditorId } from "../domain/values/ids.ts";
import { findPolicy, type PolicyVersion } from "../store/policies.ts";
import type { Executor } from "../store/sql.ts";

export type PolicyInForce = { readonly stored: PolicyVersion; readonly policy: Policy };

/** Null when there is none, or when a newer program's rules no longer accept what is stored. */
export async function loadPolicy(
  executor: Executor,
  creditor: CreditorId,
): Promise<PolicyInForce | null> {
  const stored = await findPolicy(executor, creditor);
  if (stored === null) return null;
  const parsed = parsePolicy(stored.body);
  return parsed.ok ? { stored, policy: parsed.value } : null;
}

export type StepNames = (step: string) => Words;

/** A step's name; of a step that an older version had, its key. */
export const stepNames =
  (inForce: PolicyInForce | null): StepNames =>
  (step) =>
    (inForce === null ? undefined : findStep(inForce.policy, step))?.name ?? { zh: step, en: step };
