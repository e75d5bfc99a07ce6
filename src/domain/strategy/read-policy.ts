/** Reads a policy's values field by field; whether they make a ladder is checked elsewhere. */
import { LETTER_TEMPLATES, type LetterTemplate } from "../book/letter.ts";
import type { Money } from "../values/money.ts";
import type {
  Answer,
  Channel,
  ContactRole,
  OnlyIf,
  Policy,
  PolicyFault,
  PolicyStep,
  Question,
  Trigger,
} from "./policy.ts";
import { agreementsOf } from "./policy-agreements.ts";
import { approvalsOf } from "./policy-approvals.ts";
import { cashOf } from "./policy-cash.ts";
import {
  CHANNELS,
  CONTACT_ROLES,
  GRADES,
  isTaskChannel,
  LEADS_TO,
  STAGES,
  TONES,
} from "./policy-choices.ts";
import { conductOf } from "./policy-conduct.ts";
import { disputesOf } from "./policy-disputes.ts";
import { escalationOf } from "./policy-escalation.ts";
import {
  amountsOf,
  choiceOf,
  fault,
  fieldOf,
  isAbsent,
  keyOf,
  type Mapping,
  mappingOf,
  membersOf,
  oneOf,
  type Place,
  wholeOf,
  wholeOr,
  wordsOf,
} from "./policy-fields.ts";
import { scriptsOf } from "./policy-scripts.ts";
import { worklistOf } from "./policy-worklist.ts";

const POLICY_FIELDS = [
  "name",
  "grace_days",
  "demand_every_days",
  "reminders_per_invoice",
  "promises",
  "cash",
  "worklist",
  "agreements",
  "approvals",
  "disputes",
  "escalation",
  "conduct",
  "scripts",
  "steps",
];

const STEP_FIELDS = [
  "key",
  "name",
  "stage",
  "trigger",
  "channel",
  "template",
  "tone",
  "recipient",
  "by",
  "per",
  "after",
  "minimum",
  "only_if",
  "asks",
];

/** Furthest triggers: a year before due, ten years after. */
const EARLIEST = -366;
const LATEST = 3660;

function triggerOf(mapping: Mapping): Trigger {
  const [input, at] = fieldOf(mapping, "trigger");
  const trigger = mappingOf(input, at, ["days", "working_days"]);
  const [days, daysAt] = fieldOf(trigger, "days");
  const [workingDays, workingAt] = fieldOf(trigger, "working_days");
  if (isAbsent(days) === isAbsent(workingDays)) {
    if (!isAbsent(input)) fault(at, "trigger_needs_one_unit");
    return { unit: "days", days: 0 };
  }
  return isAbsent(days)
    ? { unit: "working_days", days: wholeOf(workingDays, workingAt, EARLIEST, LATEST) }
    : { unit: "days", days: wholeOf(days, daysAt, EARLIEST, LATEST) };
}

/** One role or a list of them, first choice first. */
function recipientsOf(mapping: Mapping): ContactRole[] {
  const [input, at] = fieldOf(mapping, "recipient");
  const places: [unknown, Place][] = Array.isArray(input)
    ? membersOf(mapping, "recipient")
    : [[input, at]];
  return places.flatMap(([role, place]) => choiceOf(role, place, CONTACT_ROLES) ?? []);
}

function answerOf(input: unknown, at: Place): Answer {
  const mapping = mappingOf(input, at, ["key", "name", "leads_to"]);
  return {
    key: keyOf(mapping),
    name: wordsOf(mapping, "name"),
    leadsTo: oneOf(mapping, "leads_to", LEADS_TO, "nothing"),
  };
}

function questionOf(input: unknown, at: Place): Question {
  const mapping = mappingOf(input, at, ["key", "name", "answers"]);
  return {
    key: keyOf(mapping),
    name: wordsOf(mapping, "name"),
    answers: membersOf(mapping, "answers").map(([answer, place]) => answerOf(answer, place)),
  };
}

function onlyIfOf(mapping: Mapping): OnlyIf | null {
  const [input, at] = fieldOf(mapping, "only_if");
  if (isAbsent(input)) return null;
  if (typeof input === "string") {
    return choiceOf(input, at, ["evidence_case"]) === null ? null : { kind: "evidence_case" };
  }
  const condition = mappingOf(input, at, ["amount_at_least"]);
  const [amounts, place] = fieldOf(condition, "amount_at_least");
  if (isAbsent(amounts)) fault(place, "missing");
  return { kind: "amount_at_least", amounts: amountsOf(amounts, place) };
}

function minimumOf(mapping: Mapping): Money[] {
  const [input, at] = fieldOf(mapping, "minimum");
  return amountsOf(input, at);
}

function afterOf(mapping: Mapping): string | null {
  const [input] = fieldOf(mapping, "after");
  return isAbsent(input) ? null : String(input);
}

/** A message needs a template and a tone; what a person does has neither. */
function messageOf(mapping: Mapping, channel: Channel) {
  const [template, templateAt] = fieldOf(mapping, "template");
  const [tone, toneAt] = fieldOf(mapping, "tone");
  if (!isTaskChannel(channel)) {
    return {
      template: oneOf<LetterTemplate>(mapping, "template", LETTER_TEMPLATES),
      tone: oneOf(mapping, "tone", TONES),
    };
  }
  if (!isAbsent(template)) fault(templateAt, "template_of_task");
  if (!isAbsent(tone)) fault(toneAt, "template_of_task");
  return { template: null, tone: null };
}

/** Only a task asks: a letter can't hear the answer. */
function questionsOf(mapping: Mapping, channel: Channel): Question[] {
  const questions = membersOf(mapping, "asks").map(([question, at]) => questionOf(question, at));
  if (questions.length > 0 && !isTaskChannel(channel)) {
    fault(fieldOf(mapping, "asks")[1], "questions_of_message");
  }
  return questions;
}

function stepOf(input: unknown, at: Place): PolicyStep {
  const mapping = mappingOf(input, at, STEP_FIELDS);
  const channel = oneOf(mapping, "channel", CHANNELS);
  const recipients = recipientsOf(mapping);
  const [asked, askedAt] = fieldOf(mapping, "recipient");
  // a review is somebody's of our own; everything else goes to a person at the customer
  if (channel !== "review" && isAbsent(asked))
    fault(askedAt, "missing", { allowed: CONTACT_ROLES });
  return {
    key: keyOf(mapping),
    name: wordsOf(mapping, "name"),
    stage: oneOf(mapping, "stage", STAGES),
    trigger: triggerOf(mapping),
    channel,
    ...messageOf(mapping, channel),
    recipients,
    releasedBy: oneOf(mapping, "by", ["person", "itself"], "person"),
    per: oneOf(mapping, "per", ["customer", "invoice"], "customer"),
    after: afterOf(mapping),
    minimum: minimumOf(mapping),
    onlyIf: onlyIfOf(mapping),
    asks: questionsOf(mapping, channel),
  };
}

function graceOf(mapping: Mapping): Policy["graceDays"] {
  const [input, at] = fieldOf(mapping, "grace_days");
  if (isAbsent(input)) return {};
  const grades = mappingOf(input, at, GRADES);
  return Object.fromEntries(GRADES.map((grade) => [grade, wholeOr(grades, grade, 0, [0, 90])]));
}

function promisesOf(mapping: Mapping): Policy["promises"] {
  const [input, at] = fieldOf(mapping, "promises");
  const promises = mappingOf(isAbsent(input) ? {} : input, at, [
    "furthest_days",
    "grace_days",
    "broken_allowed",
  ]);
  return {
    furthestDays: wholeOr(promises, "furthest_days", 30, [1, 366]),
    graceDays: wholeOr(promises, "grace_days", 3, [0, 30]),
    brokenAllowed: wholeOr(promises, "broken_allowed", 2, [0, 99]),
  };
}

/** Reads what there is and notes each fault; with faults the policy is not to be used. */
export function readPolicy(input: unknown, faults: PolicyFault[]): Policy {
  const mapping = mappingOf(input, { path: "", faults }, POLICY_FIELDS);
  const [stepsInput, stepsAt] = fieldOf(mapping, "steps");
  const steps = membersOf(mapping, "steps");
  if (isAbsent(stepsInput)) fault(stepsAt, "missing");
  else if (steps.length === 0 && Array.isArray(stepsInput)) fault(stepsAt, "no_steps");
  return {
    name: wordsOf(mapping, "name"),
    graceDays: graceOf(mapping),
    // at most one demand in seven days is the house's default for good conduct
    demandEveryDays: wholeOr(mapping, "demand_every_days", 7, [1, 90]),
    remindersPerInvoice: wholeOr(mapping, "reminders_per_invoice", 2, [0, 9]),
    promises: promisesOf(mapping),
    cash: cashOf(mapping),
    worklist: worklistOf(mapping),
    agreements: agreementsOf(mapping),
    approvals: approvalsOf(mapping),
    disputes: disputesOf(mapping),
    escalation: escalationOf(mapping),
    conduct: conductOf(mapping),
    scripts: scriptsOf(mapping),
    steps: steps.map(([step, at]) => stepOf(step, at)),
  };
}
