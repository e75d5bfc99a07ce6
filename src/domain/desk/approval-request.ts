/** What a person asks for by hand, by kind: what it must say, and what follows its approval. */
import { addDays, type PlainDate } from "../values/calendar.ts";
import type { ContactId, CustomerId } from "../values/ids.ts";
import type { Money } from "../values/money.ts";
import { ok, type Result, refuse } from "../values/result.ts";
import type { ApprovalKind, ApprovalOffer } from "./approval.ts";
import type { Role } from "./permission.ts";
import type { TaskReason } from "./task.ts";

/** Agreements and refunds are asked for where they are made, with all that belongs to them. */
export const REQUESTED_KINDS = [
  "write_off",
  "credit_limit",
  "delivery_stop",
  "third_party",
  "sale",
  "blacklist",
  "outside_hours",
] as const;
export type RequestedKind = (typeof REQUESTED_KINDS)[number];

/** On one day, between two hours of the creditor's clock, as `HH:MM`. */
export type PermitWindow = {
  readonly contact: ContactId;
  readonly day: PlainDate;
  readonly from: string;
  readonly until: string;
};

export type ApprovalRequest = {
  readonly kind: RequestedKind;
  readonly customer: CustomerId;
  readonly amount: Money | null;
  readonly reason: string;
  /** What proves it: a document's number, what was found out. */
  readonly evidence: string | null;
  /** The last day of an internal credit freeze. */
  readonly until: PlainDate | null;
  readonly window: PermitWindow | null;
};

export type RequestRefusal =
  | { readonly code: "evidence_missing"; readonly kind: RequestedKind }
  | { readonly code: "blacklist_needs_end" }
  | { readonly code: "blacklist_too_long"; readonly latest: PlainDate }
  | { readonly code: "request_day_has_passed"; readonly today: PlainDate }
  | { readonly code: "permit_needs_window" }
  | { readonly code: "permit_at_night"; readonly from: string; readonly until: string };

/** Nothing rings between ten at night and eight in the morning, whoever approves. */
const EARLIEST = "08:00";
const LATEST = "22:00";

/** A list without end punishes; the house keeps one only for a while (国办发〔2020〕49号). */
const LONGEST_LIST_DAYS = 365;

/** 525–528: who stops deliveries needs proof; so does who gives up or gives away a claim. */
const NEEDS_EVIDENCE: ReadonlySet<RequestedKind> = new Set([
  "write_off",
  "delivery_stop",
  "third_party",
  "sale",
  "blacklist",
]);

function judgeUntil(
  { kind, until }: ApprovalRequest,
  today: PlainDate,
): Result<readonly TaskReason[], RequestRefusal> {
  if (kind !== "blacklist") return ok([]);
  if (until === null) return refuse({ code: "blacklist_needs_end" });
  if (until < today) return refuse({ code: "request_day_has_passed", today });
  const latest = addDays(today, LONGEST_LIST_DAYS);
  if (until > latest) return refuse({ code: "blacklist_too_long", latest });
  return ok([{ code: "ends_by_itself", until }]);
}

function judgeWindow(
  { kind, window }: ApprovalRequest,
  today: PlainDate,
): Result<readonly TaskReason[], RequestRefusal> {
  if (kind !== "outside_hours") return ok([]);
  if (window === null || window.from >= window.until) {
    return refuse({ code: "permit_needs_window" });
  }
  const { day, from, until } = window;
  if (day < today) return refuse({ code: "request_day_has_passed", today });
  if (from < EARLIEST || until > LATEST) return refuse({ code: "permit_at_night", from, until });
  return ok([{ code: "permit_window", ...window }]);
}

/** The offer of a request, with its facts; its amount and reason are judged with every offer. */
export function judgeRequest(
  request: ApprovalRequest,
  today: PlainDate,
): Result<ApprovalOffer, RequestRefusal> {
  const { kind, customer, amount, reason } = request;
  const evidence = request.evidence?.trim() || null;
  if (evidence === null && NEEDS_EVIDENCE.has(kind)) {
    return refuse({ code: "evidence_missing", kind });
  }
  const until = judgeUntil(request, today);
  if (!until.ok) return until;
  const window = judgeWindow(request, today);
  if (!window.ok) return window;
  const proof = evidence === null ? [] : [{ code: "evidence", text: evidence }];
  const facts = [...proof, ...until.value, ...window.value];
  return ok({ kind, customer, subject: null, amount, days: null, facts, reason });
}

/** The window in the facts of an approved request; null in others. */
export function windowOfFacts(facts: readonly TaskReason[]): PermitWindow | null {
  const found = facts.find(({ code }) => code === "permit_window");
  if (found === undefined) return null;
  const { contact, day, from, until } = found as unknown as PermitWindow;
  return { contact, day, from, until };
}

/** Which department carries out what was approved; null: it is carried out by the approval. */
export const CARRIES_OUT: Readonly<Record<ApprovalKind, Role | null>> = {
  repayment_plan: null,
  extension: null,
  discount: null,
  refund: null,
  outside_hours: null,
  write_off: "finance",
  credit_limit: "credit_manager",
  delivery_stop: "sales",
  third_party: "legal",
  sale: "finance",
  blacklist: "credit_manager",
};
