/** What a story expects of a day, compared with what the day brought. */
import type { Because } from "../../src/domain/strategy/because.ts";
import type { PlannedSkip, PlannedStep } from "../../src/domain/strategy/dunning-plan.ts";
import { amountText } from "../../src/domain/values/money.ts";
import type { Day } from "./story.ts";
import type { Line } from "./verbs.ts";

const many = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`;

/** A reason as a story says it. */
function said(reason: Because): string {
  switch (reason.code) {
    case "days_past_due":
      return `${many(reason.days, "day")} past due`;
    case "days_before_due":
      return `${many(reason.days, "day")} before due`;
    case "working_days_before_due":
      return `${many(reason.days, "working day")} before due`;
    case "grace_until":
      return "grace";
    case "promised":
      return "promise open";
    default:
      return reason.code.replaceAll("_", " ");
  }
}

const sums = (amounts: Day["outstanding"]) =>
  amounts.map((sum) => `${amountText(sum)} ${sum.currency}`).join(" + ");

const tellStep = ({ step, items, totals, because }: PlannedStep) =>
  `${step} of ${items.map(({ number }) => number).join(" ")} over ${sums(totals)}` +
  ` because ${because.map(said).join(", ")}`;

const tellSkip = ({ reason, step, items, because }: PlannedSkip) =>
  `left out ${items.map(({ number }) => number).join(" ")} (${step}): ${reason}` +
  ` because ${because.map(said).join(", ")}`;

/** A day in words, for the message of a failure. */
export const tell = ({ on, plan, judged }: Day): string =>
  [
    ...judged.map((state) => `promise ${state}`),
    ...plan.steps.map(tellStep),
    ...plan.skips.map(tellSkip),
    `next look on ${plan.wakeOn}`,
  ]
    .map((line) => `    ${on}  ${line}`)
    .join("\n");

const CLAUSE = /^(\S+)(?: of ([^;]+?))?(?: over ([\d.]+ [A-Z]{3}))?(?: because (.+))?$/;

function stepFault(clause: string, { plan }: Day): string | null {
  const [, key, items, total, because] = CLAUSE.exec(clause) ?? [];
  const step = plan.steps.find((planned) => planned.step === key);
  if (step === undefined) return `${key} did not go`;
  const listed = step.items.map(({ number }) => number).join(" ");
  if (items !== undefined && listed !== items) return `${key} lists ${listed}`;
  if (total !== undefined && sums(step.totals) !== total)
    return `${key} is over ${sums(step.totals)}`;
  const reasons = step.because.map(said);
  if (because !== undefined && !reasons.includes(because)) return `${key}: ${reasons.join(", ")}`;
  return null;
}

const skipReasons = ({ plan }: Day): string[] =>
  plan.skips.flatMap(({ because }) => because.map(said));

function nothingFault(because: string, day: Day): string | null {
  if (day.plan.steps.length > 0) return "something went";
  const reasons = skipReasons(day);
  return because === "" || reasons.includes(because) ? null : `reasons: ${reasons.join(", ")}`;
}

const differs = (found: string, expected: string, what: string): string | null =>
  found === expected ? null : `${what} ${found}`;

/** Clauses that are about no step: a pattern and what is wrong when it doesn't hold. */
const CLAUSES: readonly (readonly [RegExp, (words: string, day: Day) => string | null])[] = [
  [/^nothing(?: because (.+))?$/, nothingFault],
  [
    /^promise (.+)$/,
    (state, { judged }) =>
      judged.includes(state.replaceAll(" ", "_")) ? null : "no such judgement",
  ],
  [
    /^outstanding (.+)$/,
    (sum, { outstanding }) => differs(sums(outstanding) || "nothing", sum, "outstanding is"),
  ],
  [
    /^left out because (.+)$/,
    (because, day) => {
      const reasons = skipReasons(day);
      return reasons.includes(because)
        ? null
        : `left out because ${reasons.join(", ") || "nothing"}`;
    },
  ],
  [/^asleep(?: until (.+))?$/, (until, { plan }) => differs(plan.wakeOn ?? "", until, "wakes on")],
];

function clauseFault(clause: string, day: Day): string | null {
  for (const [pattern, fault] of CLAUSES) {
    const match = pattern.exec(clause);
    if (match !== null) return fault(match[1] ?? "", day);
  }
  return stepFault(clause, day);
}

/** Faults of a day: expectations not met, and steps that went though nobody expected them. */
export function faultsOf(day: Day, lines: readonly Line[]): string[] {
  const expected = lines
    .filter(({ on, text }) => on === day.on && text.startsWith("expect "))
    .flatMap(({ number, text }) =>
      text
        .slice("expect ".length)
        .split(";")
        .map((clause) => ({ number, clause: clause.trim().replace(/\s+/g, " ") })),
    );
  const unmet = expected.flatMap(({ number, clause }) => {
    const fault = clauseFault(clause, day);
    return fault === null ? [] : [`line ${number}: expect ${clause} — ${fault}`];
  });
  const keys = expected.map(({ clause }) => clause.split(" ")[0]);
  const unforeseen = day.plan.steps
    .filter(({ step }) => !keys.includes(step))
    .map(({ step }) => `${day.on}: nobody expected ${step}`);
  return [...unmet, ...unforeseen];
}
