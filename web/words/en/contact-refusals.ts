/** English sentences for what is refused about contacts, attachments and visits. */
import { type Facts, fact, namesIn, type Sentences } from "../facts.ts";
import { named } from "../named.ts";

const forbidden: Readonly<Record<string, string>> = {
  relative: "relatives",
  friend: "friends",
  classmate: "classmates",
  colleague_elsewhere: "colleagues who have nothing to do with paying",
};
const liable: Readonly<Record<string, string>> = {
  guarantor: "guarantor",
  co_debtor: "co-debtor",
  agent: "authorised agent",
};
const whys: Readonly<Record<string, string>> = {
  closed_day: "This is no working day",
  early: "Before nine it takes an approval",
  evening: "After six it takes an approval",
};
const places: Readonly<Record<string, string>> = { home: "a home", other: "another place" };
const whats: Readonly<Record<string, string>> = { connected: "answered", attempts: "called" };

const listed = (facts: Facts): string => namesIn(facts, "exceptions", liable).join(", ");

export const contactRefusals = {
  contact_not_allowed: (facts) =>
    `One may not contact ${named(forbidden, fact(facts, "role"))} about a debt, nor record their ` +
    `name (${fact(facts, "law")}); excepted with a document attached: ${listed(facts)}`,
  contact_authority_missing: (facts) =>
    `To record a ${named(liable, fact(facts, "role"))}, attach the guarantee, the joining of the ` +
    "debt or the power of attorney",
  contact_opted_out: () => "This person asked not to be contacted; choose somebody else",
  contact_not_recorded: (facts) =>
    `"${fact(facts, "name")}" is not a contact yet; record their role, source and basis first`,
  contact_unnamed: () => "Choose with whom you spoke; record the person first if they are missing",
  contact_source_missing: () => "Say where you have this person's details from",
  contact_basis_missing: () => "Choose the basis on which these details are kept",
  contact_at_night: () => "From 22:00 to 08:00 nobody may be disturbed; no approval allows it",
  contact_outside_hours: (facts) =>
    `${named(whys, fact(facts, "why"))}; choose a working day from 9:00 to 18:00, or ask for leave`,
  contact_too_often: (facts) =>
    `Already ${named(whats, fact(facts, "what"))} ${fact(facts, "made")} times today, at most ` +
    `${fact(facts, "limit")} a day; a senior collector may go beyond with a reason`,
  contact_in_future: () => "A contact can't be later than now",
  contact_too_long_ago: (facts) =>
    `Only contacts of the last ${fact(facts, "days")} days can still be written down`,
  contact_has_no_number: () => "No telephone number is recorded for this person",
  contact_entry_not_found: () => "There is no such entry",
  contact_entry_corrected: () => "This entry has been corrected already; correct the latest one",
  follow_up_hour_without_day: () => "Choose the day of the call-back before its hour",
  overdue_reason_missing: () => "Choose the reason for being late before remarking on it",
  attachment_empty: () => "The file is empty; choose it again",
  attachment_too_large: (facts) => `Attachments may have ${fact(facts, "megabytes")} MB at most`,
  attachment_type_unknown: () =>
    "Pictures, PDF, mails (eml, msg), Word and Excel only; the content decides, not the name",
  attachment_not_found: () => "There is no such attachment of yours",
  attachment_in_use: () => "This attachment belongs to an entry and can't be changed",
  visit_not_found: () => "There is no such visit",
  visit_not_planned: () => "This visit is over or was called off",
  visit_day_has_passed: (facts) => `A visit can't be before today (${fact(facts, "today")})`,
  visit_too_far_ahead: (facts) => `At the latest on ${fact(facts, "latest")}`,
  visit_needs_two: () => "At least two people visit together; a salesperson may be one of them",
  visit_names_visitor_twice: (facts) => `"${fact(facts, "name")}" is listed twice`,
  visit_needs_own_person: () => "At least one visitor needs an account here, to write the report",
  visit_place_needs_approval: (facts) =>
    `Visits go to the company's premises; ${named(places, fact(facts, "place"))} takes an approval`,
  visit_in_future: (facts) => `The visit has not happened yet (today is ${fact(facts, "today")})`,
  visit_before_plan: (facts) =>
    `The visit can't be before it was arranged, on ${fact(facts, "arrangedOn")}`,
  visit_report_empty: () => "Say what was seen there",
} satisfies Sentences;
