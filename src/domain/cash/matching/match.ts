/** What cash application looks at and what it answers: values only, no decision. */
import type { PlainDate } from "../../values/calendar.ts";
import type { BankLineId, CustomerId, ItemId } from "../../values/ids.ts";
import type { Money } from "../../values/money.ts";

/** A bank line as matching sees it. */
export type MatchLine = {
  readonly id: BankLineId;
  readonly bookedOn: PlainDate;
  /** Money in is positive, money out negative. */
  readonly amount: Money;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  readonly bankReference: string | null;
  readonly remark: string | null;
  /** The bank itself marks the line as a payment that comes back. */
  readonly returned: boolean;
};

export type MatchCustomer = {
  readonly id: CustomerId;
  readonly name: string;
  readonly nameEn: string | null;
  /** Bank accounts known from master records, not learned ones. */
  readonly accounts: readonly string[];
};

/** A payer who is not the customer by its own name or account, confirmed by a person. */
export type MatchAlias = {
  readonly kind: "name" | "account";
  /** As it stood in the bank's line; matching normalises it. */
  readonly value: string;
  readonly customerId: CustomerId;
  /** How many receipts of this payer were confirmed for this customer. */
  readonly confirmed: number;
};

/** An open claim: an invoice or a debit memo. */
export type MatchClaim = {
  readonly id: ItemId;
  readonly customerId: CustomerId;
  readonly number: string;
  /** Other numbers a payer may write: tax invoice, order, contract. */
  readonly references: readonly string[];
  readonly issuedOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly amount: Money;
  readonly open: Money;
  /** The part of `open` that the customer disputes. */
  readonly disputed: Money;
};

/** Open credit: a credit memo, or a receipt's unapplied rest. Amounts are positive. */
export type MatchCredit = {
  readonly id: ItemId;
  readonly kind: "credit_memo" | "receipt";
  readonly customerId: CustomerId;
  readonly number: string;
  readonly issuedOn: PlainDate;
  readonly open: Money;
  /** The claim that a credit memo was made for, where it says so. */
  readonly forClaim: ItemId | null;
};

/** A line of the past and what became of it: duplicates and returns are found among these. */
export type MatchPast = {
  readonly line: MatchLine;
  readonly customerId: CustomerId | null;
  readonly settled: "applied" | "on_account" | "ignored" | "open" | "returned";
};

/** `amount` of the claim is settled, in the claim's own currency. */
export type MatchAllocation = { readonly itemId: ItemId; readonly amount: Money };

/** Why the claims settled are more than the money that came. */
export type Shortfall = {
  readonly kind: "bank_fee" | "cash_discount" | "rounding" | "deduction";
  readonly amount: Money;
};

/**
 * One way to book a line. The money adds up:
 * line + credits + shortfall = allocations + on account (in one currency).
 */
export type Proposal = {
  /** What the line is. `receipt`: the customer pays, prepays or pays too much. */
  readonly what: "receipt" | "unidentified" | "duplicate" | "return" | "refund" | "not_receivable";
  readonly customerId: CustomerId | null;
  readonly allocations: readonly MatchAllocation[];
  /** Credit memos (and unapplied receipts) used up together with the money. */
  readonly credits: readonly MatchAllocation[];
  readonly shortfall: Shortfall | null;
  /** Kept as the customer's unapplied cash; negative for a refund that takes such cash out. */
  readonly onAccount: Money;
  readonly duplicateOf: BankLineId | null;
  readonly reverses: BankLineId | null;
  /** Parts per 1000: how often a proposal with these reasons is expected to be right. */
  readonly confidence: number;
  /** Why, as data; `domain/cash/matching/match-reasons.ts` lists the codes. */
  readonly because: readonly MatchReason[];
};

export type MatchReason = {
  readonly code: string;
  readonly [fact: string]: string | number | null | readonly string[];
};

/** What matching says about one line: the first proposal is the one it would book. */
export type MatchJudgement = {
  /** `auto`: certain enough to be booked by itself. `ignore`: no receivable, or a duplicate. */
  readonly action: "auto" | "review" | "ignore";
  /** At most three, the likeliest first; never empty (at least "unidentified"). */
  readonly proposals: readonly Proposal[];
  /** Why a line that looks settled still waits for a person. */
  readonly waits: readonly MatchReason[];
  /** The search for sums ended before every combination was tried. */
  readonly gaveUp: boolean;
};

/** What the policy allows cash application to give up or to decide by itself. */
export type CashRules = {
  /** Bank fees taken off on the way are ours up to this, per currency (minor units). */
  readonly bankFeeUpTo: readonly Money[];
  /** Rounding and small differences up to this are given up, per currency. */
  readonly roundingUpTo: readonly Money[];
  /** Agreed discount: at most this many parts per 10⁹ of the claims, paid at most so many days
   * after issue (null: on whichever day). Null where no discount is granted. */
  readonly cashDiscount: {
    readonly partsPerBillion: bigint;
    readonly withinDays: number | null;
  } | null;
  /** Money of a known customer without any other sign settles the oldest claims. */
  readonly oldestFirst: boolean;
  /** From this confidence on (parts per 1000) a proposal is booked by itself. */
  readonly autoFrom: number;
};
