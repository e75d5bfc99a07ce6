/** The dunning plan: what to do today for one customer, what is left out, and why. */
import type { PlainDate, WorkCalendar } from "../values/calendar.ts";
import type { ItemId } from "../values/ids.ts";
import type { Currency, Minor, Money } from "../values/money.ts";
import type { Because } from "./because.ts";
import type { CustomerAccount, LadderEntry } from "./dunning-account.ts";
import type { Channel, ContactRole, Policy, ReleasedBy, Stage, Tone, Track } from "./policy.ts";

/** `days` past due, negative before the due day; `chased` after disputed and promised parts. */
export type PlannedItem = {
  readonly id: ItemId;
  readonly number: string;
  readonly currency: Currency;
  readonly dueOn: PlainDate;
  readonly open: Minor;
  readonly days: number;
  readonly chased: Minor;
  /** The step this item moves to when the line is carried out; null: it is only listed. */
  readonly markStep: string | null;
};

export type PlannedStep = {
  readonly track: Track;
  readonly stage: Stage;
  readonly step: string;
  readonly channel: Channel;
  readonly template: string | null;
  readonly tone: Tone | null;
  /** The first role to look for; `recipientsOf(policy, step)` has the fall-backs. */
  readonly recipient: ContactRole | null;
  readonly releasedBy: ReleasedBy;
  readonly items: readonly PlannedItem[];
  readonly totals: readonly Money[];
  readonly because: readonly Because[];
};

export type SkipReason =
  | "held"
  | "disputed"
  | "promised"
  | "below_minimum"
  | "covered_by_unapplied"
  | "frequency"
  | "not_a_working_day"
  | "one_message_a_day"
  | "grace"
  | "no_evidence_case";

/** `open` and `days` as in a planned item; `left` is the part of it that is left out. */
export type SkippedItem = {
  readonly id: ItemId;
  readonly number: string;
  readonly currency: Currency;
  readonly dueOn: PlainDate;
  readonly open: Minor;
  readonly days: number;
  readonly left: Minor;
};

export type PlannedSkip = {
  /** The furthest step that would have been due; null when none was. */
  readonly step: string | null;
  readonly reason: SkipReason;
  readonly items: readonly SkippedItem[];
  readonly because: readonly Because[];
};

export type DunningPlan = {
  readonly steps: readonly PlannedStep[];
  readonly skips: readonly PlannedSkip[];
  /** The next day on which this customer must be looked at; null: nothing can become due. */
  readonly wakeOn: PlainDate | null;
};

/**
 * What is due today for one customer. Marks already had are never repeated, so planning again after
 * a release plans nothing more; a gap of days is caught up by the furthest step, never by several.
 */
export declare function planDunning(
  account: CustomerAccount,
  policy: Policy,
  calendar: WorkCalendar,
  entry: LadderEntry,
  today: PlainDate,
): DunningPlan;
