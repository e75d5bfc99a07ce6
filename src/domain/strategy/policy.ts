/** The collection policy: the ladder of steps as data, and how it is read. */
import type { LetterTemplate } from "../book/letter.ts";
import type { Money } from "../values/money.ts";
import type { Result } from "../values/result.ts";

export const STAGES = ["pre_due", "early", "middle", "late", "legal"] as const;
export const CHANNELS = ["email", "letter", "call", "visit", "review"] as const;
export const TONES = ["friendly", "firm", "final"] as const;
export const GRADES = ["A", "B", "C", "D", "E"] as const;
export const CONTACT_ROLES = [
  "clerk",
  "finance_head",
  "procurement",
  "management",
  "legal_rep",
  "mailroom",
] as const;

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
export const LEADS_TO = [
  "nothing",
  "follow_up",
  "promise",
  "plan",
  "dispute",
  "invoice_copy",
  "escalation",
] as const;
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

export type Policy = {
  readonly name: Words;
  /** Days after due before the ladder starts, by the customer's grade. */
  readonly graceDays: Readonly<Partial<Record<Grade, number>>>;
  readonly demandEveryDays: number;
  readonly remindersPerInvoice: number;
  readonly promises: PromisePolicy;
  /** In the order of the ladder: of two steps of one track the later one is the further. */
  readonly steps: readonly PolicyStep[];
};

/** `path` as in the file: `steps[3].trigger`; `line` from 1 where the text is known. */
export type PolicyFault = {
  readonly path: string;
  readonly reason: string;
  readonly line: number | null;
  readonly found?: string;
  readonly allowed?: readonly string[];
};
export type PolicyRefusal = {
  readonly code: "policy_invalid";
  readonly faults: readonly PolicyFault[];
};

/** Tells whether a step is done by a person's voice, feet or judgement rather than by a message. */
export const isTask = (step: PolicyStep): boolean =>
  step.channel !== "email" && step.channel !== "letter";

/** A message up to the due day reminds, after it demands; everything else is somebody's task. */
export function trackOf(step: PolicyStep): Track {
  if (isTask(step)) return "task";
  return step.trigger.days <= 0 ? "reminder" : "demand";
}

export declare function parsePolicy(input: unknown): Result<Policy, PolicyRefusal>;

/**
 * Calendar days before due at which the first step may trigger, at the widest: working days are
 * counted with the longest closed stretch a calendar may hold, so no item is loaded too late.
 */
export declare function furthestReminderDays(policy: Policy): number;

export const findStep = (policy: Policy, key: string): PolicyStep | undefined =>
  policy.steps.find((step) => step.key === key);

/** Roles to look for in turn for a step's recipient; empty when the step is unknown. */
export const recipientsOf = (policy: Policy, key: string): readonly ContactRole[] =>
  findStep(policy, key)?.recipients ?? [];
