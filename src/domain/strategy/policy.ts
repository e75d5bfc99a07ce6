/** The collection policy: the ladder of steps as data. */
import type { LetterTemplate } from "../book/letter.ts";
import type { CashRules } from "../cash/matching/match.ts";
import type { Money } from "../values/money.ts";
import { ok, type Result, refuse } from "../values/result.ts";
import type { ConductRules } from "./conduct-hours.ts";
import type { AgreementPolicy } from "./policy-agreements.ts";
import type { ApprovalPolicy } from "./policy-approvals.ts";
import {
  type CHANNELS,
  type CONTACT_ROLES,
  type GRADES,
  isTaskChannel,
  type LEADS_TO,
  type STAGES,
  type TONES,
} from "./policy-choices.ts";
import type { DisputePolicy } from "./policy-disputes.ts";
import type { EscalationPolicy } from "./policy-escalation.ts";
import { policyFaults } from "./policy-rules.ts";
import type { Scripts } from "./policy-scripts.ts";
import type { WorklistPolicy } from "./policy-worklist.ts";
import { readPolicy } from "./read-policy.ts";

export type Stage = (typeof STAGES)[number];
export type Channel = (typeof CHANNELS)[number];
export type Tone = (typeof TONES)[number];
export type Grade = (typeof GRADES)[number];
export type ContactRole = (typeof CONTACT_ROLES)[number];
/** A message before due, a message after due, or something a person does. */
export type Track = "reminder" | "demand" | "task";
export type ReleasedBy = "itself" | "person";
export type Words = { readonly zh: string; readonly en: string };

/** Against the due day: day 1 is the first day past due, negative is before it, 0 is that day. */
export type Trigger = { readonly unit: "days" | "working_days"; readonly days: number };

/** What an answer of a task leads to: the desk offers that act next. */
export type LeadsTo = (typeof LEADS_TO)[number];
export type Answer = { readonly key: string; readonly name: Words; readonly leadsTo: LeadsTo };
/** What the person who does a task asks, and where each answer leads. */
export type Question = {
  readonly key: string;
  readonly name: Words;
  readonly answers: readonly Answer[];
};

/**
 * `evidence_case`: only when a case of the tax rules for bad debts is proven (公告2011年25号 22–24).
 * `amountAtLeast`: only for large amounts; a currency not named is never large.
 */
export type OnlyIf =
  | { readonly kind: "evidence_case" }
  | { readonly kind: "amount_at_least"; readonly amounts: readonly Money[] };

export type PolicyStep = {
  readonly key: string;
  readonly name: Words;
  readonly stage: Stage;
  readonly trigger: Trigger;
  readonly channel: Channel;
  readonly template: LetterTemplate | null;
  readonly tone: Tone | null;
  /** Roles to look for, first choice first; empty for a review inside the house. */
  readonly recipients: readonly ContactRole[];
  readonly releasedBy: ReleasedBy;
  readonly per: "customer" | "invoice";
  /** The step an item must have had before this one; otherwise that one is taken first. */
  readonly after: string | null;
  /** Less than this isn't worth the step; a currency not named has no minimum. */
  readonly minimum: readonly Money[];
  readonly onlyIf: OnlyIf | null;
  readonly asks: readonly Question[];
};

/** How far ahead a promise may be, how long it is waited for, how often it may have failed. */
export type PromisePolicy = {
  readonly furthestDays: number;
  readonly graceDays: number;
  readonly brokenAllowed: number;
};

/**
 * What cash application may do by itself; `appropriation` is the order within a debt where the
 * contract is silent: 民法典 561, or principal first where the creditor waives what the law gives.
 * `deductions`: what a customer held back stays open, or becomes a dispute when it is accepted.
 */
export type CashPolicy = CashRules & {
  readonly appropriation: "statutory" | "principal_first";
  readonly deductions: "open" | "dispute";
};

export type Policy = {
  readonly name: Words;
  /** Days after due before the ladder starts, by the customer's grade. */
  readonly graceDays: Readonly<Partial<Record<Grade, number>>>;
  readonly demandEveryDays: number;
  readonly remindersPerInvoice: number;
  readonly promises: PromisePolicy;
  readonly cash: CashPolicy;
  readonly agreements: AgreementPolicy;
  readonly approvals: ApprovalPolicy;
  readonly disputes: DisputePolicy;
  readonly escalation: EscalationPolicy;
  readonly conduct: ConductRules;
  readonly scripts: Scripts;
  readonly worklist: WorklistPolicy;
  /** In the order of the ladder: of two steps of one track the later one is the further. */
  readonly steps: readonly PolicyStep[];
};

export type FaultReason =
  | "missing"
  | "not_a_mapping"
  | "not_a_list"
  | "not_a_text"
  | "not_a_whole_number"
  | "out_of_range"
  | "unknown_field"
  | "unknown_value"
  | "currency_unknown"
  | "amount_invalid"
  | "key_malformed"
  | "key_repeated"
  | "no_steps"
  | "trigger_needs_one_unit"
  | "stage_not_of_day"
  | "steps_out_of_order"
  | "after_unknown"
  | "after_not_earlier"
  | "after_other_side"
  | "template_of_task"
  | "questions_of_message"
  | "legal_by_person"
  | "text_malformed"
  | "text_too_long"
  | "wording_not_allowed";

/** `path` as in the file: `steps[3].trigger`; `line` from 1 where the text is known. */
export type PolicyFault = {
  readonly path: string;
  readonly reason: FaultReason;
  readonly line: number | null;
  readonly found?: string;
  readonly allowed?: readonly string[];
};
export type PolicyRefusal = {
  readonly code: "policy_invalid";
  readonly faults: readonly PolicyFault[];
};

/**
 * Reads a policy from plain values (amounts and days as text or whole numbers) and checks that its
 * ladder can be climbed. All faults are told at once, each with its path.
 */
export function parsePolicy(input: unknown): Result<Policy, PolicyRefusal> {
  const faults: PolicyFault[] = [];
  const policy = readPolicy(input, faults);
  if (faults.length === 0) policyFaults(policy, faults);
  return faults.length === 0 ? ok(policy) : refuse({ code: "policy_invalid", faults });
}

/** A message up to the due day reminds, after it demands; everything else is somebody's task. */
export function trackOf(step: PolicyStep): Track {
  if (isTaskChannel(step.channel)) return "task";
  return step.trigger.days <= 0 ? "reminder" : "demand";
}

/** Days off in a row that a calendar may add to the weekends: 春节 and the weekends beside it. */
const LONGEST_CLOSED_DAYS = 14;

/**
 * Calendar days before due at which the first step may trigger, at the widest: working days are
 * counted with the longest closed stretch a calendar may hold, so no item is loaded too late.
 */
export function furthestReminderDays(policy: Policy): number {
  return policy.steps.reduce((furthest, { trigger }) => {
    const days = -trigger.days;
    if (days <= 0) return furthest;
    const widest = trigger.unit === "days" ? days : Math.ceil((days * 7) / 5) + LONGEST_CLOSED_DAYS;
    return Math.max(furthest, widest);
  }, 0);
}

export const findStep = (policy: Policy, key: string): PolicyStep | undefined =>
  policy.steps.find((step) => step.key === key);

/** What a person may choose for the items of the first day: a first letter, their age, a demand. */
export const entryChoices = (policy: Policy): readonly string[] => [
  "first_letter",
  "by_age",
  ...policy.steps.filter((step) => trackOf(step) === "demand").map(({ key }) => key),
];

/** Roles to look for in turn for a step's recipient; empty when the step is unknown. */
export const recipientsOf = (policy: Policy, key: string): readonly ContactRole[] =>
  findStep(policy, key)?.recipients ?? [];
