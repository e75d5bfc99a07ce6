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
