/** The policy a creditor follows, read, and its steps' names. */
import { findStep, type Words } from "../domain/strategy/policy.ts";
import type { CreditorId } from "../domain/values/ids.ts";
import { findPolicyInForce, type PolicyInForce } from "../store/policy-in-force.ts";
import type { Executor } from "../store/sql.ts";

/** Null when there is none, or when a newer program's rules no longer accept what is stored. */
export const loadPolicy = (
  executor: Executor,
  creditor: CreditorId,
): Promise<PolicyInForce | null> => findPolicyInForce(executor, creditor);

export type StepNames = (step: string) => Words;

/** A step's name; of a step that an older version had, its key. */
export const stepNames =
  (inForce: PolicyInForce | null): StepNames =>
  (step) =>
    (inForce === null ? undefined : findStep(inForce.policy, step))?.name ?? { zh: step, en: step };
