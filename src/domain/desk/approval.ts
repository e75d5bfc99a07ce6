/** The approval: what one person asks for and another decides (four eyes), by kind and amount. */
import type { CustomerId, UserId } from "../values/ids.ts";
import type { Money } from "../values/money.ts";
import type { TaskReason } from "./task.ts";

export const APPROVAL_KINDS = [
  "repayment_plan",
  "extension",
  "discount",
  "write_off",
  "credit_limit",
  "delivery_stop",
  "third_party",
  "sale",
  "blacklist",
  "outside_hours",
  "refund",
] as const;
export type ApprovalKind = (typeof APPROVAL_KINDS)[number];
export type ApprovalState = "requested" | "approved" | "refused" | "withdrawn";

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
