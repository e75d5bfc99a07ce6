/** Whether a policy's steps make a ladder that can be climbed, and keep to what the law asks. */
import { ladderDayOf, ladderOf } from "./compiled-policy.ts";
import type { FaultReason, Policy, PolicyFault, PolicyStep } from "./policy.ts";

const isBeforeDue = (step: PolicyStep): boolean => step.trigger.days <= 0;

/** Hand-over, lawsuit and write-off are never done without a person's word. */
function byItselfInLegal(step: PolicyStep): FaultReason | null {
  return step.stage === "legal" && step.releasedBy === "itself" ? "legal_by_person" : null;
}

function stageOfDay(step: PolicyStep): FaultReason | null {
  return (step.stage === "pre_due") === isBeforeDue(step) ? null : "stage_not_of_day";
}

function afterFault(step: PolicyStep, place: number, policy: Policy): FaultReason | null {
  if (step.after === null) return null;
  const found = policy.steps.findIndex(({ key }) => key === step.after);
  const asked = policy.steps[found];
  if (asked === undefined) return "after_unknown";
  if (found >= place) return "after_not_earlier";
  return isBeforeDue(asked) === isBeforeDue(step) ? null : "after_other_side";
}

/** On one ladder each step comes later than the one before, or that one would never be taken. */
function orderFault(step: PolicyStep, place: number, policy: Policy): FaultReason | null {
  const before = policy.steps
    .slice(0, place)
    .findLast((earlier) => ladderOf(earlier) === ladderOf(step));
  if (before === undefined) return null;
  return ladderDayOf(before.trigger) < ladderDayOf(step.trigger) ? null : "steps_out_of_order";
}

/** Notes the faults of a policy whose fields are all readable. */
export function policyFaults(policy: Policy, faults: PolicyFault[]): void {
  policy.steps.forEach((step, place) => {
    const note = (field: string, reason: FaultReason | null, found: string): void => {
      if (reason === null) return;
      faults.push({ path: `steps[${place}].${field}`, reason, line: null, found });
    };
    if (policy.steps.findIndex(({ key }) => key === step.key) < place) {
      note("key", "key_repeated", step.key);
      return;
    }
    note("by", byItselfInLegal(step), step.releasedBy);
    note("stage", stageOfDay(step), step.stage);
    note("after", afterFault(step, place, policy), step.after ?? "");
    note("trigger", orderFault(step, place, policy), `${step.trigger.days}`);
  });
}
