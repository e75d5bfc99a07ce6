/** The dispute: an item or a part of it that the customer does not accept; only that part rests. */
import type { Department, DisputeReason } from "../book/dispute-reason.ts";
import type { DisputePolicy } from "../strategy/policy-disputes.ts";
import { addWorkingDays, type PlainDate, type WorkCalendar } from "../values/calendar.ts";
import type { UserId } from "../values/ids.ts";
import { type Currency, compare, isPositive, type Money } from "../values/money.ts";
import { ok, type Result, refuse } from "../values/result.ts";
import type { Role } from "./permission.ts";

export const DISPUTE_STATES = ["open", "answered", "closed"] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];

export const DISPUTE_MOVES = ["answer", "reroute", "split", "close", "reopen"] as const;
export type DisputeMove = (typeof DISPUTE_MOVES)[number];

/** What leads where; a move that is not listed is refused. An answer may be added to. */
const MOVES: Readonly<Record<DisputeMove, Readonly<Partial<Record<DisputeState, DisputeState>>>>> =
  {
    answer: { open: "answered", answered: "answered" },
    reroute: { open: "open", answered: "open" },
    split: { open: "open", answered: "answered" },
    close: { open: "closed", answered: "closed" },
    reopen: { closed: "open" },
  };

export type MoveRefusal =
  | { readonly code: "dispute_is_closed" }
  | { readonly code: "dispute_is_not_closed" };

/** Where a move leads from here, or why it can't be made. */
export function judgeDisputeMove(
  state: DisputeState,
  move: DisputeMove,
): Result<DisputeState, MoveRefusal> {
  const next = MOVES[move][state];
  if (next !== undefined) return ok(next);
  return refuse({ code: state === "closed" ? "dispute_is_closed" : "dispute_is_not_closed" });
}

export type DisputeOffer = {
  readonly amount: Money;
  readonly reason: DisputeReason;
  readonly note: string | null;
  /** Who must answer; null or absent: whom the policy names for the reason. */
  readonly department?: Department | null;
  /** A person who answers for the department. */
  readonly assignee?: UserId | null;
};

export type DisputeRefusal =
  | { readonly code: "dispute_is_empty" }
  | { readonly code: "dispute_in_other_currency"; readonly currency: Currency }
  | { readonly code: "dispute_exceeds_open"; readonly free: Money };

/** Accepts a dispute of up to `free`: what is open of the item and not disputed already. */
export function judgeDispute(
  offer: DisputeOffer,
  free: Money,
): Result<DisputeOffer, DisputeRefusal> {
  const { amount } = offer;
  if (!isPositive(amount)) return refuse({ code: "dispute_is_empty" });
  if (amount.currency !== free.currency) {
    return refuse({ code: "dispute_in_other_currency", currency: free.currency });
  }
  if (compare(amount, free) > 0) return refuse({ code: "dispute_exceeds_open", free });
  return ok({ ...offer, note: offer.note?.trim() || null });
}

/** Which department answers a dispute, and by which day. */
export type DisputeRoute = { readonly department: Department; readonly answerBy: PlainDate };

/** The policy's department unless another is named; its days count from today, in working days. */
export function routeDispute(
  { reason, department }: Pick<DisputeOffer, "reason" | "department">,
  policy: DisputePolicy,
  calendar: WorkCalendar,
  today: PlainDate,
): DisputeRoute {
  const rule = policy.reasons[reason];
  const answerBy = addWorkingDays(calendar, today, rule.answerDays);
  return { department: department ?? rule.department, answerBy };
}

/**
 * Who has the answer on their desk. Billing is finance's; logistics and quality have no role of
 * their own, so without a named person the salesperson asks them, as for sales itself.
 */
export function answererOf(
  department: Department,
  named: UserId | null,
  salesperson: UserId | null,
): { readonly assignee: UserId | null; readonly role: Role } {
  const role = department === "billing" ? "finance" : "sales";
  return { assignee: named ?? (role === "sales" ? salesperson : null), role };
}

/** Who decides on the answer: papers are finance's to put right, all else is a senior's. */
export const deciderOf = (department: Department): Role =>
  department === "billing" ? "finance" : "senior_collector";

/** An answered dispute waits for the desk's decision: within these working days from today. */
export const decideBy = (
  policy: DisputePolicy,
  calendar: WorkCalendar,
  today: PlainDate,
): PlainDate => addWorkingDays(calendar, today, policy.decideDays);

/** A part of a dispute that somebody else answers: less than all of what is still disputed. */
export function judgeSplit(
  part: Money,
  state: DisputeState,
  disputed: Money,
): Result<
  Money,
  | MoveRefusal
  | DisputeRefusal
  | { readonly code: "dispute_split_takes_all"; readonly disputed: Money }
> {
  const moved = judgeDisputeMove(state, "split");
  if (!moved.ok) return moved;
  if (!isPositive(part)) return refuse({ code: "dispute_is_empty" });
  if (part.currency !== disputed.currency) {
    return refuse({ code: "dispute_in_other_currency", currency: disputed.currency });
  }
  if (compare(part, disputed) >= 0) return refuse({ code: "dispute_split_takes_all", disputed });
  return ok(part);
}
