/** A policy made ready for planning many accounts: four ladders whose steps know their place. */
import type { Currency, Money } from "../values/money.ts";
import { assert } from "../values/result.ts";
import type { Policy, PolicyStep, Track } from "./policy.ts";
import { isTaskChannel } from "./policy-choices.ts";

/**
 * Reminders and checks stand before the due day and are void after it; demands and tasks after it.
 * A check is a task too, but on a ladder of its own, since its day never comes again.
 */
export const LADDERS = ["reminder", "check", "demand", "task"] as const;
export type LadderName = (typeof LADDERS)[number];

/** An amount the step wants. A currency not named has no minimum, but is never large. */
export type Floor = {
  readonly bar: "minimum" | "not_large";
  readonly amounts: ReadonlyMap<Currency, bigint>;
};

export type CompiledStep = {
  readonly step: PolicyStep;
  readonly ladder: LadderName;
  /** Place on its ladder, from 0. */
  readonly index: number;
  /** The trigger's days, and whether they are working days. */
  readonly days: number;
  readonly working: boolean;
  /** The trigger in calendar days; working days counted as five to a week. */
  readonly ladderDay: number;
  readonly floors: readonly Floor[];
  /** Whether amounts are judged by the item alone rather than by the customer's sum. */
  readonly byItem: boolean;
  readonly evidence: boolean;
  readonly after: CompiledStep | null;
};

export type Ladder = {
  readonly name: LadderName;
  readonly track: Track;
  readonly steps: readonly CompiledStep[];
  /** Counted in calendar days throughout, so that below a step that has come all have come. */
  readonly plain: boolean;
};

export type CompiledPolicy = {
  readonly policy: Policy;
  readonly ladders: Readonly<Record<LadderName, Ladder>>;
  readonly byKey: ReadonlyMap<string, CompiledStep>;
};

/** Which of the four ladders a step stands on. */
export function ladderOf(step: PolicyStep): LadderName {
  if (step.trigger.days <= 0) return isTaskChannel(step.channel) ? "check" : "reminder";
  return isTaskChannel(step.channel) ? "task" : "demand";
}

/** A trigger in calendar days, five working days to a week: to compare, not to decide. */
export function ladderDayOf({ unit, days }: PolicyStep["trigger"]): number {
  return unit === "days" ? days : Math.trunc((days * 7) / 5);
}

const floor = (bar: Floor["bar"], amounts: readonly Money[]): Floor => ({
  bar,
  amounts: new Map(amounts.map(({ currency, minor }) => [currency, minor])),
});

function floorsOf(step: PolicyStep): Floor[] {
  const floors = step.minimum.length === 0 ? [] : [floor("minimum", step.minimum)];
  if (step.onlyIf?.kind === "amount_at_least") floors.push(floor("not_large", step.onlyIf.amounts));
  return floors;
}

function compileStep(step: PolicyStep, index: number, earlier: ReadonlyMap<string, CompiledStep>) {
  const ladder = ladderOf(step);
  const after = step.after === null ? null : earlier.get(step.after);
  assert(after !== undefined, "a step stands after one that is earlier in the policy");
  return {
    step,
    ladder,
    index,
    days: step.trigger.days,
    working: step.trigger.unit === "working_days",
    ladderDay: ladderDayOf(step.trigger),
    floors: floorsOf(step),
    byItem: step.per === "invoice" || ladder === "reminder" || ladder === "check",
    evidence: step.onlyIf?.kind === "evidence_case",
    after,
  };
}

const compiled = new WeakMap<Policy, CompiledPolicy>();

function compile(policy: Policy): CompiledPolicy {
  const byKey = new Map<string, CompiledStep>();
  const steps: Record<LadderName, CompiledStep[]> = {
    reminder: [],
    check: [],
    demand: [],
    task: [],
  };
  for (const step of policy.steps) {
    const rungs = steps[ladderOf(step)];
    const made = compileStep(step, rungs.length, byKey);
    rungs.push(made);
    byKey.set(step.key, made);
  }
  const ladder = (name: LadderName, track: Track): Ladder => ({
    name,
    track,
    steps: steps[name],
    plain: steps[name].every(({ working }) => !working),
  });
  return {
    policy,
    byKey,
    ladders: {
      reminder: ladder("reminder", "reminder"),
      check: ladder("check", "task"),
      demand: ladder("demand", "demand"),
      task: ladder("task", "task"),
    },
  };
}

/** The policy compiled once per policy value. */
export function compilePolicy(policy: Policy): CompiledPolicy {
  const known = compiled.get(policy);
  if (known !== undefined) return known;
  const fresh = compile(policy);
  compiled.set(policy, fresh);
  return fresh;
}
