/** The policy's disputes section: who answers what, within how many working days. */
import {
  DEPARTMENTS,
  type Department,
  DISPUTE_REASONS,
  type DisputeReason,
  usualAnswerDays,
  usualDepartment,
} from "../book/dispute-reason.ts";
import { fieldOf, isAbsent, type Mapping, mappingOf, oneOf, wholeOr } from "./policy-fields.ts";

/** Days are working days of the creditor's country, except `reopenDays`. */
export type DisputePolicy = {
  readonly reasons: Readonly<
    Record<DisputeReason, { readonly department: Department; readonly answerDays: number }>
  >;
  /** From the department's answer to the desk's decision. */
  readonly decideDays: number;
  /** Calendar days after its closing in which a dispute may be taken up again. */
  readonly reopenDays: number;
  /** A complaint about conduct is answered within these; never more than five. */
  readonly complaintDays: number;
};

const FIELDS = ["reasons", "decide_days", "reopen_days", "complaint_days"];

function reasonOf(reasons: Mapping, reason: DisputeReason) {
  const [input, at] = fieldOf(reasons, reason);
  const rule = mappingOf(isAbsent(input) ? {} : input, at, ["department", "answer_days"]);
  return {
    department: oneOf(rule, "department", DEPARTMENTS, usualDepartment(reason)),
    answerDays: wholeOr(rule, "answer_days", usualAnswerDays(reason), [1, 60]),
  };
}

/** A policy without the section has the usual departments and days. */
export function disputesOf(policy: Mapping): DisputePolicy {
  const [input, at] = fieldOf(policy, "disputes");
  const mapping = mappingOf(isAbsent(input) ? {} : input, at, FIELDS);
  const [given, givenAt] = fieldOf(mapping, "reasons");
  const reasons = mappingOf(isAbsent(given) ? {} : given, givenAt, DISPUTE_REASONS);
  const rules = DISPUTE_REASONS.map((reason) => [reason, reasonOf(reasons, reason)] as const);
  return {
    reasons: Object.fromEntries(rules) as DisputePolicy["reasons"],
    decideDays: wholeOr(mapping, "decide_days", 5, [1, 60]),
    reopenDays: wholeOr(mapping, "reopen_days", 30, [0, 366]),
    complaintDays: wholeOr(mapping, "complaint_days", 5, [1, 5]),
  };
}

/** What holds where no policy is published. */
export const USUAL_DISPUTES: DisputePolicy = disputesOf({
  at: { path: "", faults: [] },
  fields: {},
});
