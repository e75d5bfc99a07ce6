/** English sentences for what stands at a bank line or an application: who did what, and why. */
import { type Facts, fact } from "../facts.ts";
import type * as zh from "../zh/line-reasons.ts";

const by = (facts: Facts, key: string): string =>
  facts[key] == null ? "" : ` (${fact(facts, key)})`;

export const lineReasons: typeof zh.lineReasons = {
  applied_by_person: () => "applied by a person",
  claim_approved: (f) =>
    `claim approved: ${fact(f, "claimedBy")} claimed it, ${fact(f, "approvedBy")} approved; reason: ${fact(f, "reason")}`,
  imported: (f) => `imported from a file, line ${fact(f, "line")}`,
  named_in_file: (f) => `line ${fact(f, "line")} of an imported file names what it settles`,
  paid_in_file: (f) => `line ${fact(f, "line")} of an imported file says that it is paid`,
  ignored_by_person: (f) => `left out: ${fact(f, "reason")}`,
  payment_returned: () => "the payment came back",
  refund_paid: (f) => `the refund was paid${by(f, "by")}`,
  book_changed: () => "somebody has just settled the same documents; look again",
};
