/** English sentences for the reasons of the plan, and short names of why something was left out. */
import type * as zh from "../zh/because.ts";

type Trigger = { readonly unit: "days" | "working_days"; readonly days: number };

function counted({ unit, days }: Trigger): string {
  const many = Math.abs(days);
  const word = unit === "days" ? "day" : "working day";
  return `${many} ${word}${many === 1 ? "" : "s"}`;
}

/** 3 working days before due · on the due day · 7 days past due */
export function triggerWords(trigger: Trigger): string {
  if (trigger.days === 0) return "on the due day";
  return trigger.days < 0 ? `${counted(trigger)} before due` : `${counted(trigger)} past due`;
}

const days = (count: number): string => `${count} ${count === 1 ? "day" : "days"}`;

const graded = (grade: string | null): string =>
  grade === null ? "A customer without a grade" : `Grade ${grade}`;

export const because: typeof zh.because = {
  days_past_due: (item, late) => `${item} is ${days(late)} past due`,
  days_before_due: (item, left) =>
    left === 0 ? `${item} is due today` : `${item} is due in ${days(left)}`,
  working_days_before_due: (item, left) =>
    `${item} is due in ${counted({ unit: "working_days", days: left })}`,
  trigger: (step, trigger) => `Policy: “${step}” ${triggerWords(trigger)}`,
  rule: (trigger) => `Policy: ${triggerWords(trigger)}`,
  after: (step, wanted) => `“${step}” has to come before “${wanted}”`,
  entry: (entry, liveOn) =>
    `Already past due when we went live on ${liveOn}: starts with “${entry}”`,
  caught_up: (since) => `It could have gone since ${since}; caught up once today`,
  one_step_harder: (item, step, day) =>
    `${item} goes one step further for it: “${step}” would have come on ${day}`,
  planned: (item, amount, until) =>
    until === null
      ? `${amount} of ${item} is under an agreement and paid by its days`
      : `${amount} of ${item} is under an agreement and rests until ${until}`,
  promise_broken: (judgedOn) => `A promise to pay was broken (judged ${judgedOn})`,
  grace: (grade, given) => `${graded(grade)} has ${days(given)} of grace, now over`,
  grace_until: (item, until, grade, given) =>
    `${graded(grade)} has ${days(given)} of grace: ${item} rests until ${until}`,
  held: (item, kind, until) =>
    until === null ? `${item} is on hold (${kind})` : `${item} is on hold (${kind}) until ${until}`,
  disputed: (item, amount) => `${amount} of ${item} is disputed and not chased`,
  promised: (item, amount, until) =>
    until === null
      ? `${amount} of ${item} is promised`
      : `${amount} of ${item} is promised; judged on ${until}`,
  covered_by_unapplied: (unapplied, due) =>
    `Unapplied cash of ${unapplied} covers the ${due} due: match it first`,
  below_minimum: (due, minimum) => `${due} due is below the minimum of ${minimum}`,
  frequency: (lastOn, everyDays, freeOn) =>
    `Demanded on ${lastOn}; at most once in ${days(everyDays)}, so free from ${freeOn}`,
  not_a_working_day: (nextOn) => `Today is not a working day; moved to ${nextOn}`,
  one_message_a_day: (nextOn) => `One message a day per customer; moved to ${nextOn}`,
  no_evidence_case: (step) => `No evidence case for a tax write-off yet, so no “${step}”`,
  unknown: (code) => `Reason: ${code}`,
};

export const skipReasons: typeof zh.skipReasons = {
  held: "On hold",
  disputed: "Disputed",
  planned: "In an agreement",
  promised: "Promised",
  covered_by_unapplied: "Covered by unapplied cash",
  below_minimum: "Below the minimum",
  frequency: "Too soon after the last demand",
  not_a_working_day: "Not a working day",
  one_message_a_day: "Another message goes today",
  grace: "In grace",
  no_evidence_case: "No evidence for a write-off",
};

export const entries: typeof zh.entries = {
  first_letter: "A first letter to all",
  by_age: "By age, as if always here",
};
