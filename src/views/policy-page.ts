/** The policy in words: its ladder, what it does today, its versions. */
import { type Policy, type PolicyStep, trackOf } from "../domain/strategy/policy.ts";
import { findLastRun } from "../store/day-runs.ts";
import { listStepCounts, type StepCount } from "../store/plan-sums.ts";
import { findPolicy, listPolicies } from "../store/policies.ts";
import type { Sight } from "./look.ts";
import { loadPolicy } from "./policy-in-force.ts";

/** A policy as a page shows it; `counts` are the lines of each step in the latest plan. */
export function readablePolicy(policy: Policy, counts: readonly StepCount[]) {
  const today = new Map(counts.map(({ step, count }) => [step, count]));
  const { name, demandEveryDays, remindersPerInvoice, graceDays, promises } = policy;
  const grades = Object.entries(graceDays).filter((entry) => entry[1] !== undefined);
  return {
    name,
    cash: readableCash(policy.cash),
    steps: policy.steps.map((step) => readableStep(step, today.get(step.key) ?? 0)),
    settings: {
      demandEveryDays,
      remindersPerInvoice,
      graceDays: Object.fromEntries(grades) as Record<string, number>,
      promises,
    },
  };
}

function readableCash({ autoFrom, cashDiscount, ...cash }: Policy["cash"]) {
  return {
    ...cash,
    cashDiscount: cashDiscount && {
      partsPerBillion: cashDiscount.partsPerBillion.toString(),
      withinDays: cashDiscount.withinDays,
    },
    applyFrom: autoFrom,
  };
}

function readableStep({ releasedBy, onlyIf, ...step }: PolicyStep, today: number) {
  return {
    ...step,
    track: trackOf({ releasedBy, onlyIf, ...step }),
    by: releasedBy,
    onlyIf:
      onlyIf === null
        ? null
        : { kind: onlyIf.kind, amounts: "amounts" in onlyIf ? onlyIf.amounts : [] },
    today,
  };
}

/** Null when the creditor has no policy that can be followed. */
export async function viewPolicy({ tx, creditor, today, may }: Sight) {
  const inForce = await loadPolicy(tx, creditor.id);
  if (inForce === null) return null;
  const day = (await findLastRun(tx, creditor.id))?.day ?? today;
  const { version, text, publishedOn, publishedBy } = inForce.stored;
  return {
    ...readablePolicy(inForce.policy, await listStepCounts(tx, creditor.id, day)),
    version,
    text,
    publishedOn,
    publishedBy,
    day,
    can: { publish: may("policy:publish") },
  };
}

/** The version in force; 0 when there is none. */
export const viewPolicyVersion = async ({ tx, creditor }: Sight): Promise<number> =>
  (await findPolicy(tx, creditor.id))?.version ?? 0;

/** Every version, the newest first. */
export async function viewPolicyVersions({ tx, creditor }: Sight) {
  const versions = await listPolicies(tx, creditor.id);
  return versions.map(({ version, text, publishedOn, publishedBy }) => ({
    version,
    text,
    publishedOn,
    publishedBy,
  }));
}
