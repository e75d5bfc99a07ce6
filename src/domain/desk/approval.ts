/** The approval: what one person asks for and another decides (four eyes), by kind and amount. */
import {
  type ApprovalPolicy,
  type ApprovalRule,
  RULED_KINDS,
} from "../strategy/policy-approvals.ts";
import type { CustomerId, UserId } from "../values/ids.ts";
import { amountText, compare, type Money } from "../values/money.ts";
import { ok, type Result, refuse } from "../values/result.ts";
import type { Role } from "./permission.ts";
import type { TaskReason } from "./task.ts";

export const APPROVAL_KINDS = [...RULED_KINDS, "refund"] as const;
export type ApprovalKind = (typeof APPROVAL_KINDS)[number];

export const APPROVAL_STATES = ["requested", "approved", "refused", "withdrawn"] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];

/** What is asked for. `facts` is plain JSON: what the decider must see, by kind. */
export type ApprovalOffer = {
  readonly kind: ApprovalKind;
  readonly customer: CustomerId | null;
  /** The agreement, refund … that waits for the decision; null: the request itself is all. */
  readonly subject: string | null;
  readonly amount: Money | null;
  /** Days, of a plan or an extension. */
  readonly days: number | null;
  readonly facts: readonly TaskReason[];
  readonly reason: string;
};

export type Requester = { readonly name: string; readonly user: UserId | null };
/** Who decides, with the roles that they did not give themselves. */
export type Decider = Requester & { readonly roles: readonly Role[] };

export type StandingApproval = {
  readonly state: ApprovalState;
  readonly roles: readonly Role[];
  readonly requestedBy: Requester;
};

export type ApprovalRefusal =
  | { readonly code: "reason_missing" }
  | { readonly code: "approval_needs_amount"; readonly kind: ApprovalKind }
  | { readonly code: "approval_needs_customer"; readonly kind: ApprovalKind }
  | { readonly code: "approval_waits_already"; readonly kind: ApprovalKind };

export type DecisionRefusal =
  | { readonly code: "approval_not_in_state"; readonly state: ApprovalState }
  | { readonly code: "approval_is_own" }
  | { readonly code: "approval_of_other_role"; readonly roles: readonly Role[] }
  | { readonly code: "approval_of_other_person" }
  | { readonly code: "reason_missing" };

/** From each state, where it may go. What is decided stays as it was decided. */
export const APPROVAL_MOVES: Readonly<Record<ApprovalState, readonly ApprovalState[]>> = {
  requested: ["approved", "refused", "withdrawn"],
  approved: [],
  refused: [],
  withdrawn: [],
};

/** Above every rule; and they may decide what others may, lest a small house stand still. */
const ABOVE_ALL: Role = "executive";
const NEVER: Role = "administrator";

/** Money is given up, lent or moved: without the sum nobody knows what is decided. */
const NEEDS_AMOUNT: ReadonlySet<ApprovalKind> = new Set([
  "repayment_plan",
  "extension",
  "discount",
  "write_off",
  "credit_limit",
  "sale",
]);

/** The offer as it is kept, or what it lacks. */
export function judgeApprovalOffer(offer: ApprovalOffer): Result<ApprovalOffer, ApprovalRefusal> {
  const { kind } = offer;
  const reason = offer.reason.trim();
  if (reason === "") return refuse({ code: "reason_missing" });
  if (offer.customer === null) return refuse({ code: "approval_needs_customer", kind });
  if (NEEDS_AMOUNT.has(kind) && offer.amount === null) {
    return refuse({ code: "approval_needs_amount", kind });
  }
  return ok({ ...offer, reason });
}

/** What isn't known is within no limit. */
function fits({ kind, upTo, upToDays }: ApprovalRule, offer: ApprovalOffer): boolean {
  const { amount, days } = offer;
  if (kind !== offer.kind) return false;
  if (upToDays !== null && (days === null || days > upToDays)) return false;
  if (upTo === null) return true;
  const limit = upTo.find(({ currency }) => currency === amount?.currency);
  return limit !== undefined && amount !== null && compare(amount, limit) <= 0;
}

export type Deciders = { readonly roles: readonly Role[]; readonly because: readonly TaskReason[] };

/**
 * Who decides: the roles of the first rule that fits, and the executives. Where no rule fits, the
 * executives alone. Frozen with the request, so that a later policy changes no open one.
 */
export function decidersOf(offer: ApprovalOffer, policy: ApprovalPolicy): Deciders {
  const found = policy.rules.find((rule) => fits(rule, offer));
  if (found === undefined) {
    return { roles: [ABOVE_ALL], because: [{ code: "above_every_rule", kind: offer.kind }] };
  }
  const { kind, upTo, upToDays, by } = found;
  const limit = upTo?.find(({ currency }) => currency === offer.amount?.currency) ?? null;
  const within = limit && { amount: amountText(limit), currency: limit.currency };
  return {
    roles: [...new Set<Role>([...by, ABOVE_ALL])],
    because: [{ code: "approval_rule", kind, upTo: within, upToDays, by }],
  };
}

/** Whether two are one person: by account, or by name where one of them has none. */
export const isSamePerson = (one: Requester, other: Requester): boolean =>
  one.user === null || other.user === null ? one.name === other.name : one.user === other.user;

const mayMove = (from: ApprovalState, to: ApprovalState): boolean =>
  APPROVAL_MOVES[from].includes(to);

export type Decision = { readonly approve: boolean; readonly reason: string | null };
export type Decided = { readonly state: "approved" | "refused"; readonly reason: string | null };

/**
 * Somebody else than who asked, in a role that the request names; never as an administrator. A
 * refusal needs a reason: who asked has to tell the customer.
 */
export function judgeDecision(
  { state, roles, requestedBy }: StandingApproval,
  { approve, reason }: Decision,
  by: Decider,
): Result<Decided, DecisionRefusal> {
  const to = approve ? "approved" : "refused";
  if (!mayMove(state, to)) return refuse({ code: "approval_not_in_state", state });
  if (isSamePerson(requestedBy, by)) return refuse({ code: "approval_is_own" });
  const named = roles.filter((role) => role !== NEVER);
  if (!by.roles.some((role) => named.includes(role))) {
    return refuse({ code: "approval_of_other_role", roles: named });
  }
  const written = reason?.trim() || null;
  if (!approve && written === null) return refuse({ code: "reason_missing" });
  return ok({ state: to, reason: written });
}

/** Only who asked takes it back, as long as nobody decided. */
export function judgeWithdrawalOf(
  { state, requestedBy }: StandingApproval,
  by: Requester,
): Result<"withdrawn", DecisionRefusal> {
  if (!mayMove(state, "withdrawn")) return refuse({ code: "approval_not_in_state", state });
  return isSamePerson(requestedBy, by)
    ? ok("withdrawn")
    : refuse({ code: "approval_of_other_person" });
}
