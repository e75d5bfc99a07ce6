/** The reasons, beside matching's own, that stand at a line or an application: who did what. */

export const LINE_REASONS = [
  /** A person applied it. */
  "applied_by_person",
  "claim_approved",
  /** A file said what was settled. */
  "imported",
  "named_in_file",
  "paid_in_file",
  /** What became of a line. */
  "ignored_by_person",
  "payment_returned",
  "refund_paid",
  /** Why it waits: somebody settled the same claims meanwhile. */
  "book_changed",
] as const;

export type LineReasonCode = (typeof LINE_REASONS)[number];
