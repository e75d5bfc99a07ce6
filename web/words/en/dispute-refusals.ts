/** English sentences for what is refused about disputes and complaints. */
import { amount, fact, type Sentence } from "../facts.ts";
import type * as zh from "../zh/dispute-refusals.ts";

type Same = Readonly<Record<keyof typeof zh.disputeRefusals, Sentence>>;

export const disputeRefusals: Same = {
  dispute_not_found: () => "There is no such dispute.",
  dispute_is_closed: () => "This dispute is closed.",
  dispute_is_not_closed: () => "This dispute is still open.",
  dispute_is_empty: () => "Dispute more than nothing.",
  dispute_in_other_currency: (facts) => `Use ${fact(facts, "currency")}.`,
  dispute_exceeds_open: (facts) => `Only ${amount(facts, "free")} is open and not disputed yet.`,
  dispute_split_takes_all: (facts) =>
    `Split off less than ${amount(facts, "disputed")}; to move all of it, re-route it.`,
  dispute_reopened_too_late: (facts) =>
    `It could be reopened until ${fact(facts, "latest")}; raise a new dispute.`,
  dispute_has_no_rest: () => "Nothing of it is chased any more; raise a new dispute.",
  assignee_not_found: () => "This person may not answer here; choose somebody else.",
  credit_is_empty: () => "Credit more than nothing.",
  credit_exceeds_disputed: (facts) => `Only ${amount(facts, "disputed")} is still disputed.`,
  credit_memo_not_found: () => "There is no such credit memo of this customer.",
  credit_memo_used_up: () => "This credit memo is used up and did not settle this document.",
  credit_number_taken: (facts) => `Credit memo ${fact(facts, "number")} exists already.`,
  complaint_not_found: () => "There is no such complaint.",
  complaint_is_empty: () => "Say what the complaint is.",
  complaint_in_future: (facts) => `It can't be received after today (${fact(facts, "today")}).`,
  complaint_is_closed: () => "This complaint is closed.",
  complaint_about_owner: () => "Whoever it is about can't look into it; choose somebody else.",
  complaint_about_yourself: () => "It is about you, so somebody else must answer it.",
  complaint_answer_missing: () => "Say what was answered.",
  complaint_measures_missing: () => "It was founded: say what was done about it.",
};
