/** Signing in: how many wrong passwords are borne, and for how long the door stays shut. */
import type { Instant } from "../values/calendar.ts";
import { ok, type Result, refuse } from "../values/result.ts";

/** Attempts count for this long. */
export const ATTEMPTS_COUNT_MINUTES = 15;
/** A person's own attempts, and those from one address, behind which many may sit. */
const ALLOWED = { email: 5, address: 50 } as const;

export type SignInRefusal = {
  readonly code: "too_many_attempts";
  readonly retryAt: Instant;
};

export type Attempted = {
  readonly subject: string;
  readonly count: number;
  readonly first: Instant;
};

const movedBy = (at: Instant, minutes: number): Instant =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString() as Instant;

/** The moment from which attempts still count. */
export const attemptsSince = (now: Instant): Instant => movedBy(now, -ATTEMPTS_COUNT_MINUTES);

/** Who is counted: the e-mail, and the address the attempt came from where it is known. */
export const subjectsOf = (email: string, address: string | null): readonly string[] => [
  `email:${email}`,
  ...(address === null ? [] : [`address:${address}`]),
];

/**
 * Refuses a further attempt after five on one e-mail or fifty from one address within a quarter of
 * an hour: guessing is hopeless, and a person who forgot waits no longer than that.
 */
export function judgeAttempt(attempts: readonly Attempted[]): Result<null, SignInRefusal> {
  for (const { subject, count, first } of attempts) {
    const allowed = subject.startsWith("email:") ? ALLOWED.email : ALLOWED.address;
    if (count >= allowed) {
      return refuse({ code: "too_many_attempts", retryAt: movedBy(first, ATTEMPTS_COUNT_MINUTES) });
    }
  }
  return ok(null);
}

/** When wrong codes are forgotten at the latest, if the last of them was now. */
export const codesOpenAt = (now: Instant): Instant => movedBy(now, ATTEMPTS_COUNT_MINUTES);

/** A mailed link holds this long: enough to find the mail, too short to lie about. */
export const RESET_LINK_MINUTES = 30;
/** Links mailed to one person, and asked for from one address, within a quarter of an hour. */
const RESETS_ALLOWED = { email: 3, address: 20 } as const;

/** Who is counted when a link is asked for; apart from wrong passwords. */
export const resetSubjectsOf = (email: string, address: string | null): readonly string[] => [
  `reset-email:${email}`,
  ...(address === null ? [] : [`reset-address:${address}`]),
];

/** Whether one more link may be mailed: a flood of mails is a nuisance, and hides a real one. */
export const mayAskReset = (attempts: readonly Attempted[]): boolean =>
  attempts.every(({ subject, count }) =>
    subject.startsWith("reset-email:")
      ? count < RESETS_ALLOWED.email
      : count < RESETS_ALLOWED.address,
  );

/** Until when a link asked for now holds. */
export const resetUntil = (now: Instant): Instant => movedBy(now, RESET_LINK_MINUTES);
