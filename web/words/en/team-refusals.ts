/** English sentences for what is refused about people, teams, substitutes and portfolios. */
import { fact } from "../facts.ts";
import type { teamRefusals as zh } from "../zh/team-refusals.ts";

export const teamRefusals: typeof zh = {
  person_not_found: () => "There is no such person.",
  person_is_oneself: () => "You can't disable yourself; ask another administrator.",
  person_is_disabled: () => "This person is disabled already.",
  person_is_not_disabled: () => "This person is not disabled.",
  role_not_held: () => "This person does not hold the role; reload the page.",
  last_administrator: () => "This is the last administrator. Name another one first.",
  not_administrator_everywhere: () =>
    "This concerns other companies too: it takes an administrator of all of them.",
  colleague_not_found: () => "This person does not work here or is disabled. Choose another.",
  colleague_out_of_reach: () =>
    "This person is outside of what you see. Ask the credit manager to do it.",
  team_not_found: () => "There is no such team; it may have been dissolved.",
  team_name_taken: (facts) => `There is a team called "${fact(facts, "name")}" already.`,
  team_has_no_member: () => "Nobody in this team can take customers. Add members first.",
  substitute_is_absent: () => "The substitute must be another person.",
  substitute_period_empty: () => "The last day must come after the first.",
  substitute_period_passed: () => "These days are over. Choose others.",
  substitute_too_long: (facts) =>
    `A substitute stands in for 92 days at most, here until ${fact(facts, "latest")}. For longer, hand the customers over.`,
  substitute_circle: () =>
    "The substitute is away at the same time and relies on this person in the end. Choose another.",
  substitution_not_found: () => "There is no such substitution.",
  substitution_has_ended: (facts) => `This substitution ended on ${fact(facts, "until")}.`,
  hand_over_to_oneself: () => "Choose somebody else to hand the customers over to.",
  nothing_to_hand_over: () => "This person owns no customers that could be handed over.",
  nothing_to_share_out: () => "Every customer has an owner.",
  customer_of_other_owner: (facts) =>
    `${fact(facts, "customers")} of the chosen customers belong to somebody else by now. Reload and choose again.`,
  group_not_found: () => "There is no such group of customers.",
  group_name_taken: (facts) => `There is a group called "${fact(facts, "name")}" already.`,
};
