/** How a dispute ends: with a credit, put right, rejected or withdrawn; and when it is reopened. */
import { addDays, type PlainDate } from "../values/calendar.ts";
import {
  add,
  type Currency,
  compare,
  isPositive,
  isZero,
  lesser,
  type Money,
  subtract,
} from "../values/money.ts";
import { ok, type Result, refuse } from "../values/result.ts";
import { type DisputeState, judgeDisputeMove, type MoveRefusal } from "./dispute.ts";
import type { DisputeParts } from "./dispute-parts.ts";

/**
 * `upheld`: the customer was right, and it was put right without a credit (delivered again, the
 * invoice sent again). `rejected`: the customer was not right and must pay. A write-off is no
 * outcome: giving up a claim that is right is decided elsewhere.
 */
export const DISPUTE_OUTCOMES = [
  "credited",
  "partially_credited",
  "upheld",
  "rejected",
  "withdrawn",
] as const;
export type DisputeOutcome = (typeof DISPUTE_OUTCOMES)[number];

/** What a person may choose; whether all or a part was credited follows from the amounts. */
export const CLOSING_OUTCOMES = ["credited", "upheld", "rejected", "withdrawn"] as const;
export type ClosingOutcome = (typeof CLOSING_OUTCOMES)[number];

export type ClosingRefusal = MoveRefusal | { readonly code: "reason_missing" };

/** Closes an open dispute; who was right, and why, must be said: the customer will ask. */
export function judgeClosing(
  state: DisputeState,
  outcome: ClosingOutcome,
  said: string | null,
): Result<string | null, ClosingRefusal> {
  const moved = judgeDisputeMove(state, "close");
  if (!moved.ok) return moved;
  const words = said?.trim() || null;
  const judged = outcome === "upheld" || outcome === "rejected";
  if (judged && words === null) return refuse({ code: "reason_missing" });
  return ok(words);
}

/** All that was disputed was credited, or a part of it, and the rest is chased again. */
export const outcomeOf = (outcome: ClosingOutcome, closed: DisputeParts): DisputeOutcome =>
  outcome === "credited" && isPositive(closed.chasedAgain) && isPositive(closed.credited)
    ? "partially_credited"
    : outcome;

export type CreditRefusal =
  | MoveRefusal
  | { readonly code: "credit_is_empty" }
  | { readonly code: "dispute_in_other_currency"; readonly currency: Currency }
  | { readonly code: "credit_exceeds_disputed"; readonly disputed: Money };

/** A credit of up to what is still disputed. */
export function judgeCredit(
  credit: Money,
  state: DisputeState,
  disputed: Money,
): Result<Money, CreditRefusal> {
  const moved = judgeDisputeMove(state, "close");
  if (!moved.ok) return moved;
  if (credit.currency !== disputed.currency) {
    return refuse({ code: "dispute_in_other_currency", currency: disputed.currency });
  }
  if (!isPositive(credit)) return refuse({ code: "credit_is_empty" });
  if (compare(credit, disputed) > 0) return refuse({ code: "credit_exceeds_disputed", disputed });
  return ok(credit);
}

/** A credit memo that is in the book already, as it stands to the disputed item. */
export type KnownCredit = {
  /** What of it settles nothing yet; positive. */
  readonly open: Money;
  /** What of it has settled the item since the dispute was opened. */
  readonly applied: Money;
};

export type LinkRefusal =
  | { readonly code: "dispute_in_other_currency"; readonly currency: Currency }
  | { readonly code: "credit_memo_used_up" };

/** How much of the dispute a known credit memo credits, and what of it is still to be applied. */
export function judgeLink(
  { open, applied }: KnownCredit,
  disputed: Money,
): Result<{ readonly credit: Money; readonly apply: Money }, LinkRefusal> {
  if (open.currency !== disputed.currency) {
    return refuse({ code: "dispute_in_other_currency", currency: disputed.currency });
  }
  const done = lesser(applied, disputed);
  const apply = lesser(open, subtract(disputed, done));
  if (isZero(done) && isZero(apply)) return refuse({ code: "credit_memo_used_up" });
  return ok({ credit: lesser(disputed, add(done, apply)), apply });
}

export type ReopenRefusal =
  | MoveRefusal
  | { readonly code: "reason_missing" }
  | { readonly code: "dispute_reopened_too_late"; readonly latest: PlainDate }
  | { readonly code: "dispute_has_no_rest" };

/**
 * Takes a closed dispute up again: within the policy's days, with a reason, and only where a part
 * of it is chased again. What was paid or credited of it stays so.
 */
export function judgeReopening(
  closed: {
    readonly state: DisputeState;
    readonly closedOn: PlainDate | null;
    /** What is chased again and still open of the item. */
    readonly rest: Money;
  },
  reason: string,
  reopenDays: number,
  today: PlainDate,
): Result<string, ReopenRefusal> {
  const moved = judgeDisputeMove(closed.state, "reopen");
  if (!moved.ok) return moved;
  if (reason.trim() === "") return refuse({ code: "reason_missing" });
  const latest = addDays(closed.closedOn ?? today, reopenDays);
  if (today > latest) return refuse({ code: "dispute_reopened_too_late", latest });
  if (!isPositive(closed.rest)) return refuse({ code: "dispute_has_no_rest" });
  return ok(reason.trim());
}
