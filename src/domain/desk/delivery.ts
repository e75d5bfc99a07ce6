/** Delivery: the states of a message, which move is allowed, and what an attempt leads to. */
import type { Instant } from "../values/calendar.ts";
import { ok, type Result, refuse } from "../values/result.ts";

export const MESSAGE_STATES = [
  "queued",
  "composed",
  "sending",
  "sent",
  "uncertain",
  "failed",
  "withdrawn",
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/**
 * What a channel says of one attempt. `refused`: it will never be taken as it is. `unavailable`:
 * it was certainly not taken, later may do. `uncertain`: it may have been taken.
 */
export type DeliveryOutcome =
  | { readonly kind: "sent"; readonly providerId: string }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "unavailable"; readonly reason: string }
  | { readonly kind: "uncertain"; readonly reason: string };

/** How a message stands after an attempt. */
export type Delivered = {
  readonly state: Extract<MessageState, "sent" | "failed" | "composed" | "uncertain">;
  readonly nextTryAt: Instant | null;
  readonly lastError: string | null;
  readonly sentAt: Instant | null;
};

export type MessageRefusal =
  | { readonly code: "message_not_found" }
  | { readonly code: "message_in_other_state"; readonly state: MessageState }
  | { readonly code: "reason_missing" };

/** Minutes until the next attempt after the first, second … failed one: about three days in all. */
const BACK_OFF_MINUTES = [1, 5, 15, 60, 240, 720, 1440, 1440] as const;

/** How long a worker may take over one attempt before it counts as dead. */
export const SENDING_LEASE_MINUTES = 15;
export const COMPOSING_LEASE_MINUTES = 5;

export const minutesAfter = (moment: Instant, minutes: number): Instant =>
  new Date(Date.parse(moment) + minutes * 60_000).toISOString() as Instant;

/**
 * What becomes of a message after its `attempts`-th attempt. Only what certainly was not taken is
 * tried again: a demand that comes twice does more harm than one that a person looks after.
 */
export function judgeDelivery(outcome: DeliveryOutcome, attempts: number, now: Instant): Delivered {
  const open = { nextTryAt: null, sentAt: null } as const;
  if (outcome.kind === "sent") return { ...open, state: "sent", lastError: null, sentAt: now };
  const lastError = outcome.reason;
  if (outcome.kind === "refused") return { ...open, state: "failed", lastError };
  if (outcome.kind === "uncertain") return { ...open, state: "uncertain", lastError };
  const minutes = BACK_OFF_MINUTES[attempts - 1];
  if (minutes === undefined) return { ...open, state: "failed", lastError };
  return { ...open, state: "composed", lastError, nextTryAt: minutesAfter(now, minutes) };
}

/**
 * Whether a worker's answer is about this message as it stands: about its latest attempt, which is
 * still running or was given up as uncertain. A late answer is better than not knowing.
 */
export function judgeReport(
  message: { readonly state: MessageState; readonly attempts: number } | null,
  attempt: number,
): Result<null, MessageRefusal> {
  if (message === null) return refuse({ code: "message_not_found" });
  const { state, attempts } = message;
  const awaited = state === "sending" || state === "uncertain";
  if (!awaited || attempts !== attempt) return refuse({ code: "message_in_other_state", state });
  return ok(null);
}

/** Whether a composition may be stored: only of a message that nobody composed or took back. */
export function judgeComposition(
  message: { readonly state: MessageState } | null,
): Result<null, MessageRefusal> {
  if (message === null) return refuse({ code: "message_not_found" });
  const { state } = message;
  return state === "queued" ? ok(null) : refuse({ code: "message_in_other_state", state });
}

/** What a person may send again: what failed, or what may or may not have arrived. */
const MAY_GO_AGAIN: readonly MessageState[] = ["failed", "uncertain"];

/** What certainly has not left the house and is on no worker's table. */
const MAY_STAY: readonly MessageState[] = ["queued", "composed", "failed"];

function judge(
  message: { readonly state: MessageState } | null,
  reason: string,
  allowed: readonly MessageState[],
): Result<null, MessageRefusal> {
  if (message === null) return refuse({ code: "message_not_found" });
  const { state } = message;
  if (!allowed.includes(state)) return refuse({ code: "message_in_other_state", state });
  if (reason.trim() === "") return refuse({ code: "reason_missing" });
  return ok(null);
}

/** Whether a person may send a message again; the reason is kept, since it may arrive twice. */
export const judgeResend = (
  message: { readonly state: MessageState } | null,
  reason: string,
): Result<null, MessageRefusal> => judge(message, reason, MAY_GO_AGAIN);

/** Whether a person may withdraw a message. */
export const judgeWithdrawal = (
  message: { readonly state: MessageState } | null,
  reason: string,
): Result<null, MessageRefusal> => judge(message, reason, MAY_STAY);
