/** English sentences for why a task or an approval is there, and what its decider must see. */
import { amount, type Facts, fact, namesIn, type Sentences } from "../facts.ts";
import { named } from "../named.ts";
import { approvalKinds, debtorLevels, taskKinds } from "./desk-names.ts";
import { departments, disputes } from "./disputes.ts";
import { terms } from "./terms.ts";

const role = (facts: Facts, key: string) => named(terms.roles, fact(facts, key));
const task = ({ title, ...facts }: Facts): string =>
  title == null ? named(taskKinds, fact(facts, "kind")) : `"${String(title)}"`;

const kind = (facts: Facts) => named(approvalKinds, fact(facts, "kind"));

function limits(facts: Facts): string {
  const within = [
    ...(facts["upTo"] == null ? [] : [`up to ${amount(facts, "upTo")}`]),
    ...(facts["upToDays"] == null ? [] : [`up to ${fact(facts, "upToDays")} days`]),
  ];
  return within.length === 0 ? "" : ` (${within.join(", ")})`;
}

export const deskReasons: Sentences = {
  approval_rule: (f) =>
    `Policy: ${kind(f)}${limits(f)} is decided by ${namesIn(f, "by", terms.roles).join(", ")}; an executive may always`,
  above_every_rule: (f) => `No rule of the policy covers this (${kind(f)}): executives decide`,
  evidence: (f) => `Evidence: ${fact(f, "text")}`,
  ends_by_itself: (f) => `Ends by itself on ${fact(f, "until")}`,
  permit_window: (f) => `${fact(f, "day")}, ${fact(f, "from")}–${fact(f, "until")}`,
  contact_named: (f) =>
    `Contact ${fact(f, "name")} (${named(terms.contactRoles, fact(f, "role"))})`,
  visit_at_home: () => "A visit that is not at the company's premises",
  approved: (f) =>
    f["sum"] == null
      ? `Approved by ${fact(f, "by")}: ${kind(f)}`
      : `Approved by ${fact(f, "by")}: ${kind(f)}, ${amount(f, "sum")}`,
  visit_planned: (f) => `Visit on ${fact(f, "day")} ${fact(f, "at")}: ${fact(f, "place")}`,
  asked_by_hand: () => "Asked for by a colleague",
  decided_in_meeting: (f) => `Decided in the collection meeting of ${fact(f, "heldOn")}`,
  reassigned: (f) => `Handed on by ${fact(f, "by")} on ${fact(f, "on")}: ${fact(f, "reason")}`,
  raised_by_hand: (f) => `Raised by ${fact(f, "by")}: ${fact(f, "reason")}`,
  task_late: (f) => `${task(f)} was due on ${fact(f, "dueOn")}`,
  escalation_unanswered: (f) => `${role(f, "level")} did not answer by ${fact(f, "dueOn")}`,
  passed_up: (f) => `Not answered; passed up to ${role(f, "level")} on ${fact(f, "on")}`,
  stage_without_contact: (f) =>
    `Stage ${named(terms.stages, fact(f, "stage"))} reached, nobody spoken to since ${fact(f, "since")}`,
  dispute_to_answer: (f) =>
    [
      `${fact(f, "item")}: ${amount(f, "amount")} disputed`,
      ` (${named(terms.disputeReasons, fact(f, "reason"))}); `,
      `${named(departments, fact(f, "department"))} answers`,
    ].join(""),
  dispute_to_decide: (f) =>
    [
      `${fact(f, "item")}: ${named(departments, fact(f, "department"))} answered `,
      `the dispute of ${amount(f, "amount")}; to be decided`,
    ].join(""),
  complaint_open: (f) =>
    disputes.complaints.warning(
      f["about"] == null ? disputes.complaints.someone : fact(f, "about"),
    ),
  complaint_to_answer: (f) => `Complaint: ${named(disputes.complaints.kinds, fact(f, "kind"))}`,
  instalment_missed: (f) =>
    `Instalment ${fact(f, "place")} of ${fact(f, "number")}, due ${fact(f, "dueOn")}, was missed`,
  days_without_money: (f) =>
    `No money for more than ${fact(f, "afterDays")} days, since ${fact(f, "since")}`,
  promises_broken: (f) =>
    `${fact(f, "broken")} promises broken (${fact(f, "allowed")} lead to the next level)`,
  debtor_level: (f) => `Raised to the ${named(debtorLevels, fact(f, "level"))}`,
};
