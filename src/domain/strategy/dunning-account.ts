/** The dunning account: what the plan must know of one customer, and nothing else. */
import type { Instant, PlainDate } from "../values/calendar.ts";
import type { CustomerId, DisputeId, HoldId, ItemId, PromiseId } from "../values/ids.ts";
import type { Currency, Minor, Money } from "../values/money.ts";
import type { Grade, Track } from "./policy.ts";

/** A step an item has had. Passed over: a person dropped the line, nothing left the house. */
export type HadStep = {
  readonly step: string;
  readonly track: Track;
  readonly on: PlainDate;
  readonly passedOver: boolean;
};

/** An open invoice or debit memo; `open` is positive. */
export type AccountItem = {
  readonly id: ItemId;
  readonly number: string;
  readonly currency: Currency;
  readonly dueOn: PlainDate;
  readonly open: Minor;
  readonly had: readonly HadStep[];
};

export type HoldKind = "courtesy" | "legal" | "insolvency" | "internal" | "other";

/** `item` null: everything of the customer. `until` is the first day without it; null: for good. */
export type AccountHold = {
  readonly id: HoldId;
  readonly item: ItemId | null;
  readonly kind: HoldKind;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
};

/** An open dispute: its amount is not chased. */
export type AccountDispute = {
  readonly id: DisputeId;
  readonly item: ItemId;
  readonly amount: Minor;
};

export type PromiseState = "open" | "kept" | "partially_kept" | "broken" | "withdrawn";

/** `came` is what was applied to the item for this promise: see `countMoney`. */
export type PromisedItem = {
  readonly item: ItemId;
  readonly amount: Minor;
  readonly came: bigint;
};

/** `judgeOn` is the first day after the promise's grace: until then its amounts rest. */
export type AccountPromise = {
  readonly id: PromiseId;
  readonly items: readonly PromisedItem[];
  readonly takenOn: PlainDate;
  /** Null: only the day is known. */
  readonly takenAt: Instant | null;
  readonly payOn: PlainDate;
  readonly judgeOn: PlainDate;
  readonly state: PromiseState;
  readonly judgedOn: PlainDate | null;
};

/** What an agreement (a repayment plan above all) says will be paid by its own days. */
export type AccountPlanned = {
  readonly item: ItemId;
  /** What of its part has not been paid yet. */
  readonly amount: bigint;
  /** The first day on which it rests no more; null: as long as the agreement stands. */
  readonly until: PlainDate | null;
};

export type CustomerAccount = {
  readonly customer: CustomerId;
  readonly grade: Grade | null;
  /** Open items only, in any order. */
  readonly items: readonly AccountItem[];
  /** Receipts and credit memos not yet used: one positive amount per currency. */
  readonly unapplied: readonly Money[];
  readonly holds: readonly AccountHold[];
  /** Open ones only. */
  readonly disputes: readonly AccountDispute[];
  /** Parts of items under agreements that stand. */
  readonly planned: readonly AccountPlanned[];
  /** Open ones, and those judged that touch an open item. */
  readonly promises: readonly AccountPromise[];
  /** The last day a demand (a reminder) of this customer was released; null: never. */
  readonly lastDemandOn: PlainDate | null;
  readonly lastReminderOn: PlainDate | null;
};

/** How items overdue on the creditor's first day enter: `first_letter`, `by_age`, a step's key. */
export type LadderEntry = { readonly liveOn: PlainDate; readonly entry: string };
