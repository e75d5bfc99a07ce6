/** The dunning account: what the plan must know of one customer, and nothing else. */
import type { PlainDate } from "../values/calendar.ts";
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

/** `openWhenTaken` tells what has come in since: the open amount then less the open amount now. */
export type PromisedItem = {
  readonly item: ItemId;
  readonly amount: Minor;
  readonly openWhenTaken: Minor;
};

/** `judgeOn` is the first day after the promise's grace: until then its amounts rest. */
export type AccountPromise = {
  readonly id: PromiseId;
  readonly items: readonly PromisedItem[];
  readonly payOn: PlainDate;
  readonly judgeOn: PlainDate;
  readonly state: PromiseState;
  readonly judgedOn: PlainDate | null;
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
  /** Open ones, and those judged broken or partially kept that touch an open item. */
  readonly promises: readonly AccountPromise[];
  /** The last day a demand (a reminder) of this customer was released; null: never. */
  readonly lastDemandOn: PlainDate | null;
  readonly lastReminderOn: PlainDate | null;
};

/** How items overdue on the creditor's first day enter: `first_letter`, `by_age`, a step's key. */
export type LadderEntry = { readonly liveOn: PlainDate; readonly entry: string };
