/** English sentences for what is refused about approvals, tasks, escalations and meetings. */
import { fact, namesIn } from "../facts.ts";
import type { approvalRefusals as zh } from "../zh/approval-refusals.ts";
import { terms } from "./terms.ts";

export const approvalRefusals: typeof zh = {
  approval_not_found: () => "There is no such approval",
  approval_not_in_state: () => "This was decided and stays so; ask again if need be",
  approval_is_own: () => "Somebody else has to decide on your own request",
  approval_of_other_role: (facts) =>
    `This is decided by: ${namesIn(facts, "roles", terms.roles).join(", ")}`,
  approval_of_other_person: () => "Only who asked can take it back",
  approval_needs_amount: () => "Give the amount: the decider must know how much it is about",
  approval_needs_customer: () => "Choose a customer",
  approval_waits_already: () => "The same waits for a decision; wait for it or take it back first",
  evidence_missing: () => "Write what proves it: a document's number, what was found out",
  blacklist_needs_end: () => "Give the last day: an internal credit freeze ends by itself",
  blacklist_too_long: (facts) =>
    `An internal credit freeze lasts a year at most, until ${fact(facts, "latest")}`,
  request_day_has_passed: () => "The day must not be before today",
  permit_needs_window: () => "Give the person, the day and both hours",
  permit_at_night: () => "Nobody is contacted between 22:00 and 08:00, whoever approves",
  nobody_above: () => "The ladder has no such rung; set it in the collection policy",
  task_not_found: () => "There is no such task",
  task_has_no_title: () => "Write what is to be done",
  task_of_nobody: () => "Name a person or a department",
  task_day_has_passed: () => "The deadline must not be before today",
  task_too_far_ahead: (facts) => `The deadline can be ${fact(facts, "latest")} at the latest`,
  task_not_open: () => "This task has ended",
  task_of_other_people: () =>
    "Only the assignee, the department, who opened it and the credit manager can do this",
  task_ends_elsewhere: () =>
    "End it in the dispute, complaint or visit, where its result is written down",
  meeting_not_found: () => "There is no such meeting",
  meeting_held_already: (facts) => `The meeting of ${fact(facts, "heldOn")} is recorded already`,
  meeting_without_people: () => "Name who attended",
  meeting_next_not_later: () => "The next meeting must be later than this one",
};
